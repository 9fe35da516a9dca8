"""Rows of a list that are painted by hand: what they have in common, whatever they show."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.ui.rows.row_ground import paint_ground

Row = TypeVar("Row")


class RowPainter(QStyledItemDelegate, Generic[Row]):
    """Paints rows of one kind, which the model hands out whole, each as tall as it needs at the view's width."""

    def __init__(self, view: QListView, kind: type[Row]) -> None:
        super().__init__(view)
        self._view = view
        self._kind = kind

    @abstractmethod
    def height_of(self, row: Row, option: QStyleOptionViewItem, width: int) -> int:
        """How tall the row is in a view this wide, in pixels."""

    @abstractmethod
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, index: Index) -> None:
        """Paint it upon its ground."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, self._kind):
            return QSize()
        return QSize(0, self.height_of(row, option, self._view.viewport().width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, self._kind):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        self.paint_row(painter, option, row, index)
        painter.restore()
