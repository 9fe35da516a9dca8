"""Small buttons with a drawn sign: up, down, remove."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from imr_desk.ui.look.theme import colour

Point = tuple[float, float]


class Glyph(Enum):
    """A sign as strokes in a unit square."""

    UP = (((0.28, 0.6), (0.5, 0.38), (0.72, 0.6)),)
    DOWN = (((0.28, 0.4), (0.5, 0.62), (0.72, 0.4)),)
    RIGHT = (((0.4, 0.28), (0.62, 0.5), (0.4, 0.72)),)
    REMOVE = (((0.32, 0.32), (0.68, 0.68)), ((0.68, 0.32), (0.32, 0.68)))


def paint_glyph(painter: QPainter, glyph: Glyph, box: QRectF) -> None:
    """Draw a sign into a square box with the painter's pen colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(painter.pen().color(), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for stroke in glyph.value:
        painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in stroke])
    painter.restore()


class GlyphButton(QAbstractButton):
    """A square button that shows a sign; its text is for ears and for the tool tip."""

    def __init__(self, glyph: Glyph, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setText(text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 2
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(colour("muted" if self.isEnabled() else "line"))
        side = min(self.width(), self.height())
        paint_glyph(painter, self._glyph, QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side))
