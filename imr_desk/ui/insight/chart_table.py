"""A chart's figures as a table: to be read by eye or by a screen reader, each row leading to its letters."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from imr_desk.desk.queue.model_index import ROOT, Index
from imr_desk.ui.insight.chart import Bar, Chart, Part
from imr_desk.ui.insight.wording import interval, percent, whole

_HIGHEST = 480
_HEADS = ("Group", "Part", "Counted", "Of", "Share", "95 % interval", "Letters")
_WORDS = 2
"""So many of the columns hold words, the others numbers."""


class ChartModel(QAbstractTableModel):
    """The rows of one chart."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Bar, Part], ...] = ()
        self._heads = [self.tr(head) for head in _HEADS]
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Other figures of the same question."""
        self.beginResetModel()
        self._rows = tuple((bar, part) for bar in chart.bars for part in bar.parts)
        self.endResetModel()

    def part(self, row: int) -> Part:
        """The part that a row tells of."""
        return self._rows[row][1]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return _cells(*self._rows[index.row()])[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


def _cells(bar: Bar, part: Part) -> tuple[str, ...]:
    share = bar.share_of(part)
    shares = (percent(share.value, 1), interval(share, 1)) if share else ("", "")
    return (
        bar.name,
        part.words,
        whole(part.count),
        whole(share.of if share else bar.amount),
        *shares,
        whole(part.letters),
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Words stand on the left, numbers on the right."""
    side = Qt.AlignmentFlag.AlignLeft if column < _WORDS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        if index.isValid() and (part := self._model.part(index.row())).letters:
            self.letters_requested.emit(part.facet)
