"""The open item: all its fields, and what can be done to it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import place_name
from imr_desk.letter import path as paths
from imr_desk.ui.form.blocks.block import Block, Enclosing
from imr_desk.ui.form.blocks.entry_buttons import EntryButtons
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.parts.part_head import PartHead
from imr_desk.ui.form.parts.progress import progress


class ItemBody(Enclosing):
    """Shows one item at a time."""

    entry_moved = Signal(int)

    def __init__(self, bench: Bench, inner: Block, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self._bench = bench
        self._item = ""
        self._buttons = EntryButtons(bench)
        self._buttons.entry_moved.connect(self.entry_moved)
        self.head = PartHead("", self.tr("Confirm item"))
        self.head.add_widget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(inner)

    @override
    def bind(self, base: str) -> None:
        self._item = base
        place = paths.position(base, "items") or 0
        self._buttons.bind(base, place, self._bench.session.record.count("items"))
        self.head.show_title(place_name(base))
        super().bind(base)
        self._show_progress()

    @override
    def refresh(self) -> None:
        self._show_progress()
        super().refresh()

    def _show_progress(self) -> None:
        self.head.show_progress(progress(self._bench.session.record, self._item))
