"""Fields side by side where there is room, with what the checks say of them below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from imr_desk.ui.form.bench import Bench
from imr_desk.ui.form.block import Block
from imr_desk.ui.form.field_row import FieldRow
from imr_desk.ui.form.findings_strip import FindingsStrip
from imr_desk.ui.form.lettering import small
from imr_desk.ui.form.outline import FieldNode

GAP = 16
_WIDEST_HEAD = "Application received  x  not in letter"


class FieldGrid(Block):
    """A run of fields: short ones in two columns where the form is wide enough, long ones across."""

    def __init__(self, bench: Bench, nodes: Sequence[FieldNode], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes = [(node, FieldRow(bench, node.spec)) for node in nodes]
        self._findings = FindingsStrip(bench)
        for row in self.rows():
            row.acknowledge_requested.connect(self._findings.ask_reason)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)
        self._arrange(2)

    @override
    def bind(self, base: str) -> None:
        for node, row in self._nodes:
            row.bind(base + node.tail)
        self._findings.watch(tuple(row.path for row in self.rows()))

    @override
    def rows(self) -> Iterator[FieldRow]:
        return (row for _, row in self._nodes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = QFontMetricsF(small(self.font())).horizontalAdvance(_WIDEST_HEAD)
        self._arrange(2 if self.width() >= 2 * needed + GAP else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        line, column = 0, 0
        for row in self.rows():
            span = columns if row.wide else 1
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, span)
            column += span
        self._grid.addWidget(self._findings, line + 1, 0, 1, columns)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
