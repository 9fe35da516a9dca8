"""The way to a field: hands that turn the wheel, open items and click, until the field is seen and in focus."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from imr_desk.app.composition import Desk
from imr_desk.app.demo.eyes import Eyes
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.letter import path as paths
from imr_desk.letter.entry import Entry
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.field.field_row import FieldRow

_FAR, _TOO_FAR = 100, 500
"""Notches of the wheel after which hands look whether the form still moves, and after which they give up."""


class WayInForm:
    """Leads to fields and changes none."""

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
        row.repaint()  # a screen draws at every notch; where there is none, it is drawn when it is looked at
        return self.eyes.value(path)

    def open_item(self, place: int) -> None:
        """Click on an item's head, unless it is open."""
        head = self.eyes.items[place]
        if not head.isChecked():
            self.bring_into_view(head)
            self._hands.click(head)
            wait_for(f"item {place + 1}", lambda: bool(self.eyes.fields(f"items[{place}]")))
            self.eyes.rest_on_the_form()

    @property
    def focused(self) -> str:
        """The field in focus; empty for none."""
        return self._focus.path or ""

    @property
    def has_keyboard(self) -> bool:
        """Whether what is typed goes into the field in focus."""
        row = self.eyes.row(self.focused)
        return row is not None and row.editor.hasFocus()

    def bring_into_view(self, target: QWidget) -> None:
        """Turn the wheel over the form until the middle of something is in view."""
        (scroll, *_) = self._form.findChildren(QScrollArea)
        turns = 0
        while not target.visibleRegion().contains(target.rect().center()):
            middle = target.mapTo(scroll.viewport(), target.rect().center())
            above = middle.y() < scroll.viewport().rect().center().y()
            before = scroll.verticalScrollBar().value()
            self._hands.wheel(scroll.viewport(), 1 if above else -1)
            turns += 1
            if scroll.verticalScrollBar().value() == before or turns % _FAR == 0:
                self.eyes.rest_on_the_form()
            if turns > _TOO_FAR:
                raise Stuck(f"the form does not scroll to {target.accessibleName()}")

    def _row_of_opened_item(self, path: str) -> FieldRow:
        item = next((step for step in paths.steps(path) if isinstance(step, int)), 0)
        if item < len(self.eyes.items):
            self.open_item(item)
        wait_for(f"the field {path}", lambda: self.eyes.row(path) is not None)
        row = self.eyes.row(path)
        if row is None:
            raise Stuck(f"the form does not show {path}")
        return row


def _way_in(row: FieldRow) -> QWidget:
    """Where a click goes into the field without changing it."""
    if isinstance(row.editor, ChoiceEditor | FlagEditor):
        return row.head
    return row.editor.viewport() if isinstance(row.editor, QAbstractScrollArea) else row.editor
