"""The list of the letter's map: how its rows look, and the ways to peek at a part without going there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.ui.look.theme import colour
from imr_desk.ui.map.letter_parts import MapRow

_PAD = 10
_EYE = 18
"""Pixels across the eye and the room around it."""


class MapRowPainter(QStyledItemDelegate):
    """A row: the part's name, its mark, and its key, small."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, MapRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, current)
        self._paint_words(painter, option, row, current)
        if row.span is not None and option.state & QStyle.StateFlag.State_MouseOver:
            paint_eye(painter, eye_rect(option.rect, painter.fontMetrics().horizontalAdvance("0")))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.setPen(colour("chosen" if current else "hover"))
            painter.setBrush(colour("accent_tint" if current else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: MapRow, current: bool) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        rect = option.rect.adjusted(_PAD + 12 * row.level, 0, -_PAD, 0)
        digit = painter.fontMetrics().horizontalAdvance("0")
        key = QRect(rect.right() - digit, rect.top(), digit + 1, rect.height())
        mark = key.translated(-2 * digit, 0).adjusted(-digit, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        painter.drawText(key, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.key)
        painter.setPen(colour(row.mark.tone))
        painter.drawText(mark, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, row.mark.sign)
        painter.setFont(font)
        painter.setPen(colour("muted" if row.level and not current else "text"))
        words = rect.adjusted(0, 0, mark.left() - rect.right() - 4, 0)
        shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class MapList(QListView):
    """The rows; a middle click, the eye of the row under the mouse, or Space wishes for a peek."""

    peek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(MapRowPainter(self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click is for a part; the keyboard stays with the work

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        index = self.indexAt(at)
        if index.isValid() and (event.button() is Qt.MouseButton.MiddleButton or (left and self._on_eye(index, at))):
            self.peek_requested.emit(index.row())
        elif left:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not self._on_eye(self.indexAt(at), at):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.currentIndex().isValid():
            self.peek_requested.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_eye(self, index: QModelIndex, at: QPoint) -> bool:
        return index.isValid() and eye_rect(self.visualRect(index), self.fontMetrics().horizontalAdvance("0")).contains(
            at
        )


def eye_rect(row: QRect, digit: int) -> QRect:
    """Where the eye of a row stands: left of its mark."""
    right = row.right() - _PAD - 4 * digit
    return QRect(right - _EYE, row.center().y() - _EYE // 2, _EYE, _EYE)


def paint_eye(painter: QPainter, box: QRect) -> None:
    """An eye: two lids and a pupil."""
    eye = QRectF(box).adjusted(2, 4, -2, -4)
    lids = QPainterPath(QPointF(eye.left(), eye.center().y()))
    for end, bulge in ((eye.right(), eye.top() - 2), (eye.left(), eye.bottom() + 2)):
        lids.quadTo(QPointF(eye.center().x(), bulge), QPointF(end, eye.center().y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("muted"), 1.2))
    painter.drawPath(lids)
    painter.setBrush(colour("muted"))
    painter.drawEllipse(eye.center(), 2, 2)
