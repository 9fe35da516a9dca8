"""The marks as drawings, so that no font has to know them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from imr_desk.ui.form.field.mark import Shape


def paint_mark(painter: QPainter, shape: Shape, box: QRectF, ink: QColor, paper: QColor) -> None:
    """Draw a shape into a square box; `paper` is the colour it stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape in _FILLED:
        _FILLED[shape](painter, ink, paper)
    else:
        _DRAWN[shape](painter)
    painter.restore()


def _pen(colour: QColor, width: float = 0.12) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _tick(painter: QPainter) -> None:
    _line(painter, (0.12, 0.55), (0.38, 0.82), (0.88, 0.22))


def _disc(painter: QPainter, ink: QColor, paper: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0.06, 0.06, 0.88, 0.88))
    painter.setPen(_pen(paper))


def _disc_tick(painter: QPainter, ink: QColor, paper: QColor) -> None:
    _disc(painter, ink, paper)
    _line(painter, (0.28, 0.54), (0.44, 0.69), (0.73, 0.34))


def _disc_pen(painter: QPainter, ink: QColor, paper: QColor) -> None:
    _disc(painter, ink, paper)
    painter.setPen(_pen(paper, 0.17))
    _line(painter, (0.41, 0.59), (0.68, 0.32))
    painter.setPen(_pen(paper, 0.1))
    _line(painter, (0.29, 0.71), (0.31, 0.69))


def _disc_frame(painter: QPainter, ink: QColor, paper: QColor) -> None:
    """The corners of a frame, as around words that are marked."""
    _disc(painter, ink, paper)
    _line(painter, (0.3, 0.48), (0.3, 0.33), (0.45, 0.33))
    _line(painter, (0.7, 0.52), (0.7, 0.67), (0.55, 0.67))


def _diamond(painter: QPainter, ink: QColor, paper: QColor) -> None:
    path = QPainterPath(QPointF(0.5, 0.02))
    for x, y in ((0.98, 0.5), (0.5, 0.98), (0.02, 0.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(path)
    painter.setPen(_pen(paper, 0.13))
    _line(painter, (0.5, 0.27), (0.5, 0.54))
    painter.drawPoint(QPointF(0.5, 0.73))


def _ring(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(0.12, 0.12, 0.76, 0.76))


def _slashed_ring(painter: QPainter) -> None:
    _ring(painter)
    _line(painter, (0.08, 0.92), (0.92, 0.08))


def _waves(painter: QPainter) -> None:
    for y in (0.3, 0.7):
        path = QPainterPath(QPointF(0.06, y))
        path.cubicTo(0.3, y - 0.4, 0.3, y + 0.4, 0.5, y)
        path.cubicTo(0.7, y - 0.4, 0.7, y + 0.4, 0.94, y)
        painter.drawPath(path)


def _question(painter: QPainter) -> None:
    path = QPainterPath(QPointF(0.28, 0.3))
    path.cubicTo(0.3, -0.02, 0.74, 0.0, 0.72, 0.3)
    path.cubicTo(0.7, 0.48, 0.5, 0.46, 0.5, 0.66)
    painter.drawPath(path)
    painter.drawPoint(QPointF(0.5, 0.9))


_DRAWN: dict[Shape, Callable[[QPainter], None]] = {
    Shape.TICK: _tick,
    Shape.RING: _ring,
    Shape.SLASHED_RING: _slashed_ring,
    Shape.WAVES: _waves,
    Shape.QUESTION: _question,
}
_FILLED: dict[Shape, Callable[[QPainter, QColor, QColor], None]] = {
    Shape.DISC_TICK: _disc_tick,
    Shape.DISC_PEN: _disc_pen,
    Shape.DISC_FRAME: _disc_frame,
    Shape.DIAMOND: _diamond,
}
