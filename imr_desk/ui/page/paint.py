"""Painting a page: its paper, its picture, and the marks over the print, which stays black."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from imr_desk.letter.geometry import Rect
from imr_desk.ui.look.tokens import LIGHT
from imr_desk.ui.page.marks import Ink, Mark

PAPER = QColor("white")
_TINTS = {
    Ink.PASSAGE: QColor("#F5F8FC"),
    Ink.FIELD: QColor("#E3ECF8"),
    Ink.HIT: QColor("#FFE3BF"),
    Ink.HIT_SHOWN: QColor("#FFB454"),
    Ink.SELECTED: QColor("#B9D4FA"),
    Ink.FOCUSED: QColor("#FFE9A8"),
}
"""The paper is white in every theme, and so are these."""
_STRONG = (Ink.SELECTED, Ink.HIT_SHOWN, Ink.HIT, Ink.FOCUSED)
"""The strongest first."""
_UNDERLINES = {Ink.HIGHLIGHT: (2.0, Qt.PenStyle.SolidLine), Ink.SUGGESTION: (1.0, Qt.PenStyle.DashLine)}
"""How thick, and in which style."""
_FADED = QColor("#666666")
"""What print is lightened to: 5.7:1 on the paper, which itself stays as it is."""
_PAD = 1.5
"""Points of paper beside marked words; above and below, their boxes hold enough."""
_OUTLINE = 2.0
_LANE = 2.5
"""Pixels from one underline to the next."""

_MARGIN, _MARGIN_LANE, _BAR = 6.0, 7.0, 4.0
"""Pixels from the paper's edge to the bars of highlights, from one to the next, and across one."""

ToPixels = Callable[[Rect], QRectF]


def paint_picture(painter: QPainter, target: QRectF, picture: QImage) -> None:
    """The page's picture on its sheet: pixel for pixel where it was drawn for just this size, else stretched."""
    ratio = painter.device().devicePixelRatio()
    size = picture.size().toSizeF() / ratio
    sharp = abs(size.width() - target.width()) <= 1 / ratio and abs(size.height() - target.height()) <= 1 / ratio
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
    painter.drawImage(QRectF(target.topLeft(), size) if sharp else target, picture)


def paint_words(painter: QPainter, target: QRectF, words: str, colour: QColor) -> None:
    """A calm sentence in the middle of a place, wrapped to half its width."""
    painter.setPen(colour)
    aside = max(24.0, target.width() / 5)
    painter.drawText(
        target.adjusted(aside, 24, -aside, -24), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words
    )


def paint_marks(painter: QPainter, marks: Sequence[Mark], to_pixels: ToPixels) -> None:
    """All marks of a page; tints multiply, so that the print stays black, but not over each other's strong ones."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    _fade(painter, marks, to_pixels)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    covered = _paint_strong(painter, marks, to_pixels)
    for ink in (Ink.PASSAGE, Ink.FIELD):
        painter.fillPath(_area(marks, ink, to_pixels) - covered, _TINTS[ink])
    for mark in marks:
        if mark.ink is Ink.HIGHLIGHT:
            painter.fillPath(_outline(mark.boxes, to_pixels) - covered, _paled(mark.colour))
        if mark.ink in _UNDERLINES:
            _underline(painter, mark, to_pixels)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(LIGHT.accent), _OUTLINE, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_area(marks, Ink.FOCUSED, to_pixels))
    painter.restore()


def _fade(painter: QPainter, marks: Sequence[Mark], to_pixels: ToPixels) -> None:
    """Lighten the print of what most letters print."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    for box in (box for mark in marks if mark.ink is Ink.REPEATED for box in mark.boxes):
        painter.fillRect(to_pixels(box).toAlignedRect(), _FADED)


def _paint_strong(painter: QPainter, marks: Sequence[Mark], to_pixels: ToPixels) -> QPainterPath:
    """The marks that the eye is to find first, the strongest on top; the area they cover."""
    covered = QPainterPath()
    for ink in _STRONG:
        area = _area(marks, ink, to_pixels)
        painter.fillPath(area - covered, _TINTS[ink])
        covered += area
    return covered


def paint_margin(painter: QPainter, marks: Sequence[Mark], to_pixels: ToPixels, right: float) -> None:
    """A bar in the margin beside each highlight, one lane a label; `right` is the paper's right edge in pixels."""
    for mark in marks:
        if mark.ink is Ink.HIGHLIGHT:
            top, bottom = to_pixels(mark.boxes[0]).top(), to_pixels(mark.boxes[-1]).bottom()
            left = right - _MARGIN - (mark.margin_lane + 1) * _MARGIN_LANE
            bar = QRectF(left, top, _BAR, bottom - top)
            painter.fillRect(bar, QColor(mark.colour))


def paint_focus_ring(painter: QPainter, edge: QRect, colour: QColor) -> None:
    """A ring inside the edge of what has the keyboard."""
    painter.setPen(QPen(colour, _OUTLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(edge.adjusted(1, 1, -1, -1))


def on_pixel(spot: QPointF, ratio: float) -> QPointF:
    """The spot moved onto the nearest of the screen's pixels (`ratio` a logical one), so that print is not blurred."""
    return QPointF(round(spot.x() * ratio) / ratio, round(spot.y() * ratio) / ratio)


def paint_caret(painter: QPainter, box: QRectF) -> None:
    """A caret on the paper."""
    painter.fillRect(QRectF(round(box.x()) - 1, box.y(), 2, box.height()), QColor(LIGHT.accent))


def _underline(painter: QPainter, mark: Mark, to_pixels: ToPixels) -> None:
    """A line under the words, in the mark's own lane."""
    painter.setPen(QPen(QColor(mark.colour), *_UNDERLINES[mark.ink]))
    for box in mark.boxes:
        target = to_pixels(_padded(box))
        base = target.bottom() - 1 + mark.lane * _LANE
        painter.drawLine(QPointF(target.left(), base), QPointF(target.right(), base))
    painter.setPen(Qt.PenStyle.NoPen)


def _paled(colour: str) -> QColor:
    """The colour mixed with six parts of white, so that several over each other stay readable."""
    full = QColor(colour)
    return QColor(*(255 - (255 - channel) // 7 for channel in (full.red(), full.green(), full.blue())))


def _padded(box: Rect) -> Rect:
    return Rect(box.x0 - _PAD, box.y0, box.x1 + _PAD, box.y1)


def _area(marks: Sequence[Mark], ink: Ink, to_pixels: ToPixels) -> QPainterPath:
    return _outline((box for mark in marks if mark.ink is ink for box in mark.boxes), to_pixels)


def _outline(boxes: Iterable[Rect], to_pixels: ToPixels) -> QPainterPath:
    """The outline around boxes; lines that follow each other closely are joined."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        path.addRect(to_pixels(_padded(box)).toAlignedRect())
    return path.simplified()
