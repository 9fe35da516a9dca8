"""A list of the history, or the sentence that stands in its place while there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedWidget, QWidget
from typing_extensions import override

from imr_desk.ui.history.row_painter import HistoryPainter
from imr_desk.ui.history.rows import HistoryModel, HistoryRow


class RowList(QListView):
    """Enter chooses as a click does; left and right lead to the list beside it."""

    beside_requested = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.beside_requested.emit()
        else:
            super().keyPressEvent(event)


class HistoryList(QStackedWidget):
    """Rows, or the sentence."""

    chosen = Signal(QModelIndex)

    def __init__(self, name: str, nothing: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HistoryModel(self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryPainter(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(name)
        self.list.setProperty("hint", hint)
        self.list.clicked.connect(self.chosen)
        self._nothing = QLabel(nothing)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(16, 8, 16, 8)
        self.addWidget(self.list)
        self.addWidget(self._nothing)
        self.show_rows(())

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these rows."""
        self.model.show_rows(rows)
        self.setCurrentWidget(self.list if rows else self._nothing)

    def stand_at(self, place: int) -> None:
        """Have this row chosen, with those around it in view."""
        index = self.model.index(place)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
