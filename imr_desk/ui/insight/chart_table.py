"""A chart's figures as a table: to be read by eye or by a screen reader, each row leading to its letters."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.sheet import heads, sheet

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIGHEST = 480
_FIRST = 1
"""The column of the sheet that the table begins with: the chart's own name stands above it."""


class ChartModel(QAbstractTableModel):
    """The rows of one chart."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._rows = tuple(sheet([chart]))
        self.parts = tuple(part for bar in chart.bars for part in bar.parts)

    def show_chart(self, chart: Chart) -> None:
        """Other figures of the same question."""
        self.beginResetModel()
        self._chart = chart
        self._rows = tuple(sheet([chart]))
        self.parts = tuple(part for bar in chart.bars for part in bar.parts)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(heads()) - _FIRST

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column() + _FIRST]
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"{100 * cell:.1f} %" if isinstance(cell, float) else "" if cell is None else str(cell)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heads()[section + _FIRST]
        return None


class ChartTable(QTableView):
    """The table: Enter or a double click asks for the letters of its row."""

    letters_requested = Signal(object)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChartModel(chart, self)
        self.setModel(self._model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._request)

    def show_chart(self, chart: Chart) -> None:
        """Other figures of the same question."""
        self._model.show_chart(chart)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """As high as all its rows, up to a point."""
        rows = self._model.rowCount() * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(420, min(height, _HIGHEST))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _request(self, index: QModelIndex) -> None:
        if index.isValid() and (part := self._model.parts[index.row()]).letters:
            self.letters_requested.emit(part.facet)
