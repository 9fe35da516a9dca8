"""A clerk at the desk: what a person does there, in a person's verbs, by key and mouse alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea

from imr_desk.app import Desk
from imr_desk.demo.answers import Answers
from imr_desk.demo.hands import Hands, Stuck, wait_for
from imr_desk.desk.outbox import Saved
from imr_desk.desk.session import Session
from imr_desk.letter import path as paths
from imr_desk.letter.attention import fields_needing_attention
from imr_desk.letter.entry import Entry
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.geometry import Place
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.ui.form.field_row import FieldRow
from imr_desk.ui.form.item_row import ItemRow


class Clerk:
    """Sits at a desk and works; whatever the desk asks is answered from `answers`."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self.desk = desk
        self.answers = answers
        self.hands = Hands(desk.window)

    @property
    def session(self) -> Session:
        return self.desk.parts.session

    @property
    def letter_id(self) -> int:
        """The letter on the desk; raises Stuck where there is none."""
        letter = self.session.letter
        if letter is None:
            raise Stuck("no letter is on the desk")
        return letter.id

    def sit_down(self) -> None:
        """Show the window and wait until it can be worked at."""
        self.desk.begin()
        self.desk.window.activateWindow()
        wait_for("the window", self.desk.window.isActiveWindow)

    def import_letters(self) -> None:
        """Import the files that the answers hold, and wait until all of them are in."""
        finished: list[object] = []
        self.desk.window.importing.done.connect(finished.append)
        self.hands.press("Ctrl+O")
        wait_for("the end of the import", lambda: bool(finished))
        self._see_letter(lambda: self.session.letter is not None)

    def open_letter(self, words: str) -> None:
        """Look a letter up in the queue and open it."""
        queue = self.desk.window.work.queue
        self.hands.press("Ctrl+L")
        wait_for("the box to look letters up in", queue.filter.words.hasFocus)
        self.hands.retype(words)
        model = self.desk.parts.queue
        wait_for("one letter", lambda: model.rowCount() == 1 and model.row_at(0) is not None)
        row = model.row_at(0)
        self.hands.press("Down", "Enter")
        self._see_letter(lambda: row is not None and self.session.letter is not None and self.letter_id == row.id)

    def show_all_letters(self) -> None:
        """Empty the box that letters are looked up in."""
        self.hands.press("Ctrl+L", "Escape")
        queue = self.desk.parts.queue
        wait_for("all letters", lambda: not queue.query.words)

    def entry(self, path: str) -> Entry:
        """What the form shows in a field."""
        return self.session.record.at(path)

    def go_to(self, path: str) -> FieldRow:
        """Click into a field, opening its item first."""
        row = self._row(path) or self._row_of_opened_item(path)
        self._scroll_to(row)
        editor = row.editor
        self.hands.click(editor.viewport() if isinstance(editor, QAbstractScrollArea) else editor)
        if QApplication.activePopupWidget() is not None:
            self.hands.press("Escape")
        wait_for(f"the field {path} in focus", lambda: self.desk.parts.focus.path == path)
        return row

    def confirm(self) -> str:
        """Press Enter on the field in focus; the field that it was."""
        path = self.desk.parts.focus.path or ""
        self.hands.press("Return")
        wait_for(f"{path} to be confirmed", lambda: not path or self.entry(path).by_person)
        return path

    def mark_not_in_letter(self, path: str) -> None:
        """Say that the letter does not say."""
        self.go_to(path)
        self.hands.press("Alt+0", "N")
        wait_for(f"{path} to be absent", lambda: self.entry(path).value is None)

    def type_value(self, path: str, words: str) -> None:
        """Type into a field and confirm."""
        self.go_to(path)
        self.hands.retype(words)
        self.hands.press("Return")
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def fill_from_page(self, path: str, span: Span) -> None:
        """Mark words on the page with Ctrl held: they fill the field."""
        self.go_to(path)
        self.drag_over(span, "Ctrl")
        wait_for(f"{path} to hold the marked words", lambda: self.entry(path).span == span)

    def highlight(self, span: Span, key: str) -> None:
        """Select words on the page and give them the label on a key."""
        before = len(self.session.highlights)
        self.drag_over(span)
        self.hands.press("H", key)
        wait_for("the highlight", lambda: len(self.session.highlights) == before + 1)

    def drag_over(self, span: Span, modifiers: str = "") -> None:
        """Bring words into view and drag the mouse over them."""
        page = self.desk.window.work.page
        places = self.session.text.places(span)
        wait_for("the page to stand still", lambda: page.canvas.resting)
        page.canvas.keep_visible(places[0])
        wait_for("the words on the page", lambda: all(page.canvas.shows(place) for place in places))
        self.hands.drag(page.canvas.viewport(), self._end(places[0], 0), self._end(places[-1], 1), modifiers)

    def work_through(self) -> None:
        """Confirm whatever needs a look, and let open errors stand for the reason made ready."""
        self.hands.press("F7")
        while doubtful := fields_needing_attention(self.session.record):
            if self.desk.parts.focus.path not in doubtful:
                self.hands.press("F7")
            self.confirm()
        while errors := self._open_errors():
            self._acknowledge(errors[0])

    def verify(self) -> int:
        """Declare the letter verified; its number in the store."""
        verified = self.letter_id
        states: list[LetterState] = []
        self.session.review_changed.connect(lambda: states.append(self.session.state))
        self.hands.press("F12")
        wait_for("the letter to be verified", lambda: LetterState.VERIFIED in states)
        self.wait_until_saved()
        return verified

    def wait_until_saved(self) -> None:
        """Wait until the bar shows that all is saved."""
        wait_for("everything to be saved", lambda: self.session.saving == Saved())

    def stand_up(self) -> None:
        """Close the window and leave the desk."""
        closed: list[bool] = []
        self.desk.window.closed.connect(lambda: closed.append(True))
        self.desk.window.close()
        wait_for("the window to close", lambda: bool(closed))
        self.desk.close()

    def see_page(self) -> None:
        """Wait until the pages in view are drawn sharply."""
        canvas = self.desk.window.work.page.canvas
        wait_for("the page", lambda: canvas.sharp)

    def _see_letter(self, shown: Callable[[], bool]) -> None:
        wait_for("the letter", shown)
        self.see_page()

    def _row(self, path: str) -> FieldRow | None:
        rows = self.desk.window.work.form.findChildren(FieldRow)
        return next((row for row in rows if row.path == path and row.isVisible() and row.height()), None)

    def _row_of_opened_item(self, path: str) -> FieldRow:
        item = next((step for step in paths.steps(path) if isinstance(step, int)), 0)
        heads = [head for head in self.desk.window.work.form.findChildren(ItemRow) if head.isVisible()]
        if item < len(heads) and not heads[item].isChecked():
            self.hands.click(heads[item])
        wait_for(f"the field {path}", lambda: self._row(path) is not None)
        row = self._row(path)
        if row is None:
            raise Stuck(f"the form does not show {path}")
        return row

    def _scroll_to(self, row: FieldRow) -> None:
        """Turn the wheel over the form until the field's editor is in view."""
        (scroll, *_) = self.desk.window.work.form.findChildren(QScrollArea)
        while not row.editor.visibleRegion().contains(row.editor.rect().center()):
            above = row.mapTo(scroll.viewport(), row.rect().center()).y() < scroll.viewport().rect().center().y()
            before = scroll.verticalScrollBar().value()
            self.hands.wheel(scroll.viewport(), 1 if above else -1)
            if scroll.verticalScrollBar().value() == before:
                raise Stuck(f"the form does not scroll to {row.path}")

    def _open_errors(self) -> list[Finding]:
        return [one for one in self.session.open_findings if one.severity is Severity.ERROR]

    def _acknowledge(self, error: Finding) -> None:
        self.go_to(error.fields[0])
        self.hands.press("Alt+A")
        wait_for(f"{error.rule} to be acknowledged", lambda: error not in self.session.open_findings)

    def _end(self, place: Place, side: int) -> QPointF:
        """A point just inside the first (0) or last (1) character of a place, on the pages' viewport."""
        box = self.desk.window.work.page.canvas.rect_of(place)
        return QPointF(box.right() - 1 if side else box.left() + 1, box.center().y())
