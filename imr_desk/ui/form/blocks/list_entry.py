"""One entry of a list: its fields, and the buttons that move and remove it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import place_name
from imr_desk.ui.form.blocks.block import Block, Enclosing
from imr_desk.ui.form.blocks.entry_buttons import EntryButtons
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.look.theme import colour


class ListEntry(Enclosing):
    """A plain entry has its buttons beside its one field, another has them beside its name."""

    def __init__(self, bench: Bench, inner: Block, plain: bool, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self._plain = plain
        self._buttons = EntryButtons(bench)
        self._name = QLabel()
        if plain:
            self._lay_out_plain()
        else:
            self._lay_out_named()

    def bind_place(self, path: str, place: int, count: int) -> None:
        """Show the entry at this path, `place` of `count` from 0, from now on."""
        self._buttons.bind(path, place, count)
        self._name.setText(place_name(path))
        self.bind(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._plain:
            QPainter(self).fillRect(0, 0, 2, self.height(), colour("line"))

    def _lay_out_plain(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._inner)
        for row in self.rows():
            row.head.add_tools(self._buttons)

    def _lay_out_named(self) -> None:
        self._name.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._inner)
