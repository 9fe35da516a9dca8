"""Fields side by side where there is room, with what the checks say of them right below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from imr_desk.letter.finding import Finding
from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.blocks.outline import FieldNode
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.findings.findings_strip import FindingsStrip, place_of

GAP = 16
_COLUMNS = 2
_LINES = 1 + _COLUMNS
"""Grid lines a line of fields takes: its own, and one for what the checks say of each field in it."""
_LONG_NAMES = {"chapters": 34, "categories": 32}
"""Lists of long names, and for how many characters of one and what stands beside it there has to be room."""


class FieldGrid(Block):
    """A run of fields: short ones in two columns where the form is wide enough, long ones across."""

    def __init__(self, bench: Bench, nodes: Sequence[FieldNode], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._nodes = [(node, FieldRow(bench, node.spec)) for node in nodes]
        self._strips: dict[FieldRow, FindingsStrip] = {}
        self._lines: dict[FieldRow, int] = {}
        self._filler = QWidget()
        """Holds the second column open where a lone field does not."""
        self._columns = 0
        self._across: frozenset[FieldRow] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)
        self._arrange(_COLUMNS, frozenset(row for row in self.rows() if row.wide))
        for row in self.rows():
            bench.rows.follow(row)
            row.acknowledge_requested.connect(self._on_acknowledge_requested)
        bench.session.findings_changed.connect(self._findings_changed)

    @override
    def bind(self, base: str) -> None:
        for node, row in self._nodes:
            row.bind(base + node.tail)
        self._findings_changed()

    @override
    def rows(self) -> Iterator[FieldRow]:
        return (row for _, row in self._nodes)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: where there is no room for two, they are put one below the other."""
        narrowest = max((row.minimumSizeHint().width() for row in self.rows()), default=0)
        return QSize(narrowest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width():
            return
        narrow = [row for row in self.rows() if not row.wide]
        needed = max((max(row.head.widest(), row.minimumSizeHint().width()) for row in narrow), default=0)
        columns = _COLUMNS if self.width() >= _COLUMNS * needed + GAP else 1
        half = (self.width() - GAP) // _COLUMNS
        self._arrange(columns, frozenset(row for row in self.rows() if row.wide or half < _least(row)))

    def _arrange(self, columns: int, across: frozenset[FieldRow]) -> None:
        """Put the rows into so many columns, those named across all of them."""
        if (columns, across) == (self._columns, self._across):
            return
        self._columns, self._across = columns, across
        line, column = 0, 0
        for row in self.rows():
            span = columns if row in across else 1
            if column + span > columns:
                line, column = line + _LINES, 0
            self._grid.addWidget(row, line, column, 1, span)
            self._lines[row] = line + 1 + column
            column += span
        if columns == _COLUMNS and column < _COLUMNS and line == 0:
            self._grid.addWidget(self._filler, 0, 1)
        for row, strip in self._strips.items():
            self._grid.addWidget(strip, self._lines[row], 0, 1, columns)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _findings_changed(self) -> None:
        self._bench.turns.add(self._show_findings)

    def _show_findings(self) -> None:
        by_place: dict[str, list[Finding]] = {}
        for finding in self._bench.session.findings:
            by_place.setdefault(place_of(finding), []).append(finding)
        for row in self.rows():
            found = by_place.get(row.path, [])
            if found or row in self._strips:
                self._strip(row).show_findings(found)

    def _strip(self, row: FieldRow) -> FindingsStrip:
        if row not in self._strips:
            self._strips[row] = FindingsStrip(self._bench, self)
            self._grid.addWidget(self._strips[row], self._lines[row], 0, 1, self._columns)
        return self._strips[row]

    def _on_acknowledge_requested(self) -> None:
        self._show_findings()
        row = self._bench.rows.at(self._bench.focus.path or "")
        if row in self._strips:
            self._strips[row].ask_reason()


def _least(row: FieldRow) -> int:
    """The width, in pixels, below which the field's values would be cut; 0 where they are short."""
    return _LONG_NAMES.get(row.spec.choices or "", 0) * row.fontMetrics().averageCharWidth()
