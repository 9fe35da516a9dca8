"""Hands at the form: go to a field, confirm it, type into it, work through what needs a look."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from imr_desk.app import Desk
from imr_desk.demo.eyes import Eyes
from imr_desk.demo.hands import Hands, Stuck, wait_for
from imr_desk.letter import path as paths
from imr_desk.letter.attention import fields_needing_attention
from imr_desk.letter.entry import Absent, Entry
from imr_desk.letter.finding import Finding
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.field_row import FieldRow
from imr_desk.ui.form.reason_line import ReasonEdit

REASON = "As printed, checked against the page"


class AtForm:
    """What a clerk does to fields."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._session = desk.parts.session
        self._focus = desk.parts.focus
        self._form = desk.window.work.form
        self._hands = hands
        self.eyes = Eyes(desk)

    def entry(self, path: str) -> Entry:
        """What stands in a field."""
        return self._session.record.at(path)

    def go_to(self, path: str) -> FieldRow:
        """Click into a field, opening its item first; a field that a click would change is taken by its name."""
        row = self.eyes.row(path) or self._row_of_opened_item(path)
        self.bring_into_view(row.editor)
        self._hands.click(_way_in(row))
        wait_for(f"the field {path} in focus", lambda: self._focus.path == path)
        return row

    def be_at(self, path: str) -> None:
        """Go to a field, where the keyboard is not there already."""
        if self.focused != path or not self.has_keyboard:
            self.go_to(path)

    def look_at(self, path: str) -> str:
        """Turn the wheel until the field is seen, its item opened first, and read it."""
        row = self.eyes.row(path) or self._row_of_opened_item(path)
        self.bring_into_view(row.editor)
        return self.eyes.value(path)

    def open_item(self, place: int) -> None:
        """Click on an item's head, unless it is open."""
        head = self.eyes.items[place]
        if not head.isChecked():
            self.bring_into_view(head)
            self._hands.click(head)
            wait_for(f"item {place + 1}", lambda: bool(self.eyes.fields(f"items[{place}]")))
            self.eyes.rest_on_the_form()

    def confirm(self) -> str:
        """Press Enter on the field in focus; the field that it was."""
        path = self._focus.path or ""
        self._hands.press("Return")
        wait_for(f"{path} to be confirmed", lambda: not path or self.entry(path).by_person)
        return path

    def mark_absent(self, path: str, key: str = "N") -> None:
        """Say why there is no value: not in the letter (N), illegible (L) or said to be unknown (U)."""
        self.be_at(path)
        self._hands.press("Alt+0", key)
        wait_for(f"{path} to be absent", lambda: isinstance(self.entry(path).outcome, Absent))

    def type_value(self, path: str, words: str) -> None:
        """Type into a field and confirm."""
        self.try_typing(path, words)
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def try_typing(self, path: str, words: str) -> str:
        """Type into a field and press Enter; what the field says to it, if anything."""
        self.go_to(path)
        self._hands.retype(words)
        self._hands.press("Return")
        return self.eyes.remark(path)

    def type_over(self, path: str, words: str) -> None:
        """Type into a field and leave it for the next."""
        self.be_at(path)
        self._hands.press("F2")
        self._hands.type(words)
        self._hands.press("Tab")
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def choose(self, path: str, place: int) -> None:
        """Choose the value at a place, from 1, of the field's list."""
        self.be_at(path)
        self._hands.press(f"Alt+{place}")
        wait_for(f"{path} to hold what was chosen", lambda: self.entry(path).by_person)

    def pick(self, path: str, words: str) -> None:
        """Choose a value of a long list by typing what it is called."""
        self.be_at(path)
        self._hands.type(words)
        self._hands.press("Return")
        wait_for(f"{path} to hold what was picked", lambda: self.entry(path).by_person)

    def take_parsers(self, path: str) -> None:
        """Put the parser's value back."""
        self.go_to(path)
        self._hands.press("Alt+M")
        wait_for(f"{path} to be the parser's", lambda: not self.entry(path).by_person)

    @property
    def focused(self) -> str:
        """The field in focus; empty for none."""
        return self._focus.path or ""

    @property
    def has_keyboard(self) -> bool:
        """Whether what is typed goes into the field in focus."""
        row = self.eyes.row(self.focused)
        return row is not None and row.editor.hasFocus()

    def work_through(self) -> None:
        """Confirm whatever needs a look, and let open errors stand as they are printed."""
        self._hands.press("F7")
        while doubtful := fields_needing_attention(self._session.record):
            if self._focus.path not in doubtful:
                self._hands.press("F7")
            self.confirm()
        while errors := self.eyes.errors:
            self._open_reason(errors[0])
            self._hands.type(REASON)
            self._hands.press("Return")
            self._see_acknowledged(errors[0])

    def acknowledge_as_printed(self, error: Finding) -> None:
        """Let an error stand for the first of the usual reasons."""
        self._open_reason(error)
        self._hands.press("Alt+1")
        self._see_acknowledged(error)

    def _open_reason(self, error: Finding) -> None:
        self.be_at(error.fields[0])
        self._hands.press("Alt+A")
        wait_for("the line for a reason", lambda: isinstance(QApplication.focusWidget(), ReasonEdit))

    def _see_acknowledged(self, error: Finding) -> None:
        wait_for(f"{error.rule} to be acknowledged", lambda: error not in self._session.open_findings)

    def _row_of_opened_item(self, path: str) -> FieldRow:
        item = next((step for step in paths.steps(path) if isinstance(step, int)), 0)
        if item < len(self.eyes.items):
            self.open_item(item)
        wait_for(f"the field {path}", lambda: self.eyes.row(path) is not None)
        row = self.eyes.row(path)
        if row is None:
            raise Stuck(f"the form does not show {path}")
        return row

    def bring_into_view(self, target: QWidget) -> None:
        """Turn the wheel over the form until the middle of something is in view."""
        (scroll, *_) = self._form.findChildren(QScrollArea)
        while not target.visibleRegion().contains(target.rect().center()):
            middle = target.mapTo(scroll.viewport(), target.rect().center())
            above = middle.y() < scroll.viewport().rect().center().y()
            before = scroll.verticalScrollBar().value()
            self._hands.wheel(scroll.viewport(), 1 if above else -1)
            if scroll.verticalScrollBar().value() == before:
                raise Stuck(f"the form does not scroll to {target.accessibleName()}")


def _way_in(row: FieldRow) -> QWidget:
    """Where a click goes into the field without changing it."""
    if isinstance(row.editor, ChoiceEditor | FlagEditor):
        return row.head
    return row.editor.viewport() if isinstance(row.editor, QAbstractScrollArea) else row.editor
