"""A value of a closed list; it changes by a deliberate choice only."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.letter.entry import Entry
from imr_desk.letter.field import FieldSpec
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.editors.own_keys import left_to_form


class ChoiceEditor(QComboBox):
    """Shows the list's value; while the list is closed neither wheel nor arrows nor letters change it."""

    value_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, choices: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.setModel(choices)
        self.setCurrentIndex(-1)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_activated)

    @property
    def pending(self) -> bool:
        """A choice is made at once: nothing is ever waiting."""
        return False

    def show_entry(self, entry: Entry) -> None:
        """Show the record's value."""
        self.setPlaceholderText(shown(self._spec, entry.value))
        self.setCurrentIndex(-1 if entry.value is None else self.findData(entry.value))

    def offer(self) -> None:
        """A choice was handed over when it was made."""

    def restore(self) -> None:
        """A choice that was made is in the record; close the list."""
        self.hidePopup()

    def choose(self, place: int) -> None:
        """Take the list's value at a place, from 0."""
        if place < self.count():
            self.value_chosen.emit(self.itemData(place))

    @override
    def event(self, event: QEvent) -> bool:
        if left_to_form(event, self.pending):
            event.ignore()
            return False
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.text() == " " or (alt and event.key() == Qt.Key.Key_Down):
            self.showPopup()
        elif event.text().isprintable() and event.text() and not alt:
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            event.ignore()

    def _on_activated(self, row: int) -> None:
        self.value_chosen.emit(self.itemData(row))
