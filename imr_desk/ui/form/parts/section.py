"""A section of the form: its head and its block."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.desk.sitting.naming import section_name
from imr_desk.letter.record import Record
from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.parts.part_head import PartHead
from imr_desk.ui.form.parts.progress import progress


class Section(QWidget):
    """Knows one section's block; its head says how far it is confirmed."""

    def __init__(self, name: str, block: Block, foot: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.block = block
        self.head = PartHead(section_name(name), "" if name == "items" else self.tr("Confirm section"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(block)
        if foot is not None:
            column.addWidget(foot)

    def show_progress(self, record: Record) -> None:
        """Say how far it is confirmed."""
        self.head.show_progress(progress(record, self.name))
