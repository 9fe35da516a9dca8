"""The table of letters: what the keyboard and the mouse do in it."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView
from typing_extensions import override

from imr_desk.desk.queue.queue_model import QueueRole
from imr_desk.store.kept.stored import QueueRow


class LetterTable(QTableView):
    """Enter opens the letter that it stands on; words begun in it are looked for in the store."""

    open_requested = Signal(int)
    menu_requested = Signal(QPoint)
    attended = Signal()
    """The keyboard has come or gone."""
    typed = Signal(str)
    """Words to look for were begun in the list."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_at(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last letter: of its columns the keyboard knows nothing."""
        match cursorAction:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, 0)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(self.model().rowCount() - 1, 0)
            case _:
                return super().moveCursor(cursorAction, modifiers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row that it stands on stays in view where there is less room, if it was there before."""
        seen = self.visualRect(self.currentIndex()).intersects(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        if seen:
            self.scrollTo(self.currentIndex())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Qt would look through every letter of the store, each fetched for it; the store itself looks faster."""
        self.typed.emit(search)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.attended.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.attended.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def open_at(self, index: QModelIndex) -> None:
        """Ask for the letter of this row."""
        row = index.data(QueueRole.ROW)
        if isinstance(row, QueueRow):
            self.open_requested.emit(row.id)
