"""The differences between two letters, one a row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from imr_desk.desk.queue.model_index import ROOT, Index
from imr_desk.desk.sitting.difference import Difference
from imr_desk.letter.text import LetterText
from imr_desk.ui.compare.wording import Told, place_words, told

_EDGE = 5
"""Pixels of border and padding around a table, by the style sheet."""
_STEPS = {Qt.Key.Key_N: 1, Qt.Key.Key_F8: 1}


class DifferenceModel(QAbstractTableModel):
    """Where, what this letter says, what the other says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Difference, ...] = ()
        self._said: tuple[tuple[str, Told, Told], ...] = ()

    def show_differences(self, rows: tuple[Difference, ...], here: LetterText, there: LetterText) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self._said = tuple((place_words(one), told(one, True, here), told(one, False, there)) for one in rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 3

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Where"), self.tr("This letter"), self.tr("The other letter"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        said = self._said[index.row()][index.column()]
        if isinstance(said, str):
            return said
        return " \N{MIDDLE DOT} ".join(part for part in (said.words, said.state) if part)


class DifferenceTable(QTableView):
    """Arrows, N and F8 step through the rows, round to the first; Enter takes the person to the one chosen."""

    chosen = Signal(int)
    """The row that the person has come to."""
    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differences = DifferenceModel(self)
        self.setModel(self.differences)
        self.setAccessibleName(self.tr("Differences between the two letters"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setProperty("role", "panel")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(lambda index, _: self.chosen.emit(index.row()))
        self.doubleClicked.connect(lambda index: self.taken.emit(index.row()))

    @property
    def full_height(self) -> int:
        """What it takes to show all rows."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * _EDGE

    def step(self, by: int) -> None:
        """So many rows on, round to the first."""
        count = self.differences.rowCount()
        if count:
            self.selectRow((self.currentIndex().row() + by) % count)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
