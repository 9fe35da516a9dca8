"""Yes or no; a dash in the box where the letter does not tell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from imr_desk.letter.entry import Entry
from imr_desk.letter.field import FieldSpec
from imr_desk.ui.form.editors.own_keys import left_to_form


class FlagEditor(QCheckBox):
    """Shows a yes or no; a click or the space bar turns it."""

    value_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.clicked.connect(self._on_clicked)

    @property
    def pending(self) -> bool:
        """A flag is turned at once: nothing is ever waiting."""
        return False

    def show_entry(self, entry: Entry) -> None:
        """Show the record's value."""
        value = entry.value
        self.setCheckState(Qt.CheckState.PartiallyChecked if value is None else _state(bool(value)))
        self.setText(self.tr("not said") if value is None else self.tr("yes") if value else self.tr("no"))

    def offer(self) -> None:
        """A flag was handed over when it was turned."""

    def restore(self) -> None:
        """A flag that was turned is in the record."""

    def choose(self, place: int) -> None:
        """0 is yes, 1 is no."""
        if place < 2:
            self.value_chosen.emit(place == 0)

    @override
    def nextCheckState(self) -> None:
        self.setCheckState(_state(self.checkState() is not Qt.CheckState.Checked))

    @override
    def event(self, event: QEvent) -> bool:
        if left_to_form(event, self.pending):
            event.ignore()
            return False
        return super().event(event)

    def _on_clicked(self) -> None:
        self.value_chosen.emit(self.checkState() is Qt.CheckState.Checked)


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
