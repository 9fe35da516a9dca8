"""Hands at the form: go to a field, confirm it, type into it, work through what needs a look."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea

from imr_desk.app import Desk
from imr_desk.demo.hands import Hands, Stuck, wait_for
from imr_desk.letter import path as paths
from imr_desk.letter.attention import fields_needing_attention
from imr_desk.letter.entry import Absent, Entry
from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.form.field_row import FieldRow
from imr_desk.ui.form.finding_note import ReasonEdit
from imr_desk.ui.form.item_row import ItemRow
from imr_desk.ui.form.remark import Remark

REASON = "As printed, checked against the page"


class AtForm:
    """What a clerk does to fields."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._session = desk.parts.session
        self._focus = desk.parts.focus
        self._form = desk.window.work.form
        self._hands = hands

    def entry(self, path: str) -> Entry:
        """What stands in a field."""
        return self._session.record.at(path)

    def go_to(self, path: str) -> FieldRow:
        """Click into a field, opening its item first."""
        row = self._row(path) or self._row_of_opened_item(path)
        self._scroll_to(row)
        editor = row.editor
        self._hands.click(editor.viewport() if isinstance(editor, QAbstractScrollArea) else editor)
        if QApplication.activePopupWidget() is not None:
            self._hands.press("Escape")
        wait_for(f"the field {path} in focus", lambda: self._focus.path == path)
        return row

    def confirm(self) -> str:
        """Press Enter on the field in focus; the field that it was."""
        path = self._focus.path or ""
        self._hands.press("Return")
        wait_for(f"{path} to be confirmed", lambda: not path or self.entry(path).by_person)
        return path

    def mark_absent(self, path: str, key: str = "N") -> None:
        """Say why there is no value: not in the letter (N), illegible (L) or said to be unknown (U)."""
        self.go_to(path)
        self._hands.press("Alt+0", key)
        wait_for(f"{path} to be absent", lambda: isinstance(self.entry(path).outcome, Absent))

    def type_value(self, path: str, words: str) -> None:
        """Type into a field and confirm."""
        self.try_typing(path, words)
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def try_typing(self, path: str, words: str) -> str:
        """Type into a field and press Enter; what the field says to it, if anything."""
        row = self.go_to(path)
        self._hands.retype(words)
        self._hands.press("Return")
        remark = row.findChild(Remark)
        return remark.text() if remark is not None else ""

    def choose(self, path: str, place: int) -> None:
        """Choose the value at a place, from 1, of the field's list."""
        self.go_to(path)
        self._hands.press(f"Alt+{place}")
        wait_for(f"{path} to hold what was chosen", lambda: self.entry(path).by_person)

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
        row = self._row(self.focused)
        return row is not None and row.editor.hasFocus()

    def work_through(self) -> None:
        """Confirm whatever needs a look, and let open errors stand as they are printed."""
        self._hands.press("F7")
        while doubtful := fields_needing_attention(self._session.record):
            if self._focus.path not in doubtful:
                self._hands.press("F7")
            self.confirm()
        while errors := self._open_errors():
            self._acknowledge(errors[0])

    def _open_errors(self) -> list[Finding]:
        return [one for one in self._session.open_findings if one.severity is Severity.ERROR]

    def _acknowledge(self, error: Finding) -> None:
        self.go_to(error.fields[0])
        self._hands.press("Alt+A")
        wait_for("the line for a reason", lambda: isinstance(QApplication.focusWidget(), ReasonEdit))
        self._hands.type(REASON)
        self._hands.press("Return")
        wait_for(f"{error.rule} to be acknowledged", lambda: error not in self._session.open_findings)

    def _row(self, path: str) -> FieldRow | None:
        rows = self._form.findChildren(FieldRow)
        return next((row for row in rows if row.path == path and row.isVisible() and row.height()), None)

    def _row_of_opened_item(self, path: str) -> FieldRow:
        item = next((step for step in paths.steps(path) if isinstance(step, int)), 0)
        heads = [head for head in self._form.findChildren(ItemRow) if head.isVisible()]
        if item < len(heads) and not heads[item].isChecked():
            self._hands.click(heads[item])
        wait_for(f"the field {path}", lambda: self._row(path) is not None)
        row = self._row(path)
        if row is None:
            raise Stuck(f"the form does not show {path}")
        return row

    def _scroll_to(self, row: FieldRow) -> None:
        """Turn the wheel over the form until the field's editor is in view."""
        (scroll, *_) = self._form.findChildren(QScrollArea)
        while not row.editor.visibleRegion().contains(row.editor.rect().center()):
            above = row.mapTo(scroll.viewport(), row.rect().center()).y() < scroll.viewport().rect().center().y()
            before = scroll.verticalScrollBar().value()
            self._hands.wheel(scroll.viewport(), 1 if above else -1)
            if scroll.verticalScrollBar().value() == before:
                raise Stuck(f"the form does not scroll to {row.path}")
