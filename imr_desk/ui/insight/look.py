"""How a drawing is painted: the theme's colours, the desk's font, and hatches that print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from imr_desk.ui.insight.chart import Fill, Tone
from imr_desk.ui.insight.drawing import Box, Dot, Drawing, Hand, Line, Measures, Words
from imr_desk.ui.look.tokens import Tokens

_SMALL, _STEP, _RADIUS = 0.88, 5.0, 2.0
_DOT = 4.5


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens and the font to paint with."""

    tokens: Tokens
    font: QFont

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.tokens, token))

    def hand(self, hand: Hand) -> QFont:
        """The font of a hand."""
        font = QFont(self.font)
        if hand is Hand.SMALL:
            font.setPointSizeF(self.font.pointSizeF() * _SMALL)
        if hand is Hand.STRONG:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def measures(self) -> Measures:
        """What the hands measure."""
        return Measures(*(QFontMetricsF(self.hand(hand)) for hand in (Hand.PLAIN, Hand.SMALL, Hand.STRONG)))


def paint(painter: QPainter, drawing: Drawing, look: Look) -> None:
    """Paint everything of a drawing, in its order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        match shape:
            case Box():
                _paint_box(painter, shape, look)
            case Line():
                _paint_line(painter, shape, look)
            case Dot():
                _paint_dot(painter, shape, look)
            case Words():
                _paint_words(painter, shape, look)
            case _:
                assert_never(shape)


def hatch(rect: QRectF, step: float = _STEP) -> Iterator[QLineF]:
    """Lines from lower left to upper right across a box, cut at its edges."""
    reach = rect.width() + rect.height()
    for number in range(1, int(reach / step) + 1):
        along = number * step
        start = QPointF(rect.left() + max(0.0, along - rect.height()), rect.top() + min(along, rect.height()))
        end = QPointF(rect.left() + min(along, rect.width()), rect.top() + max(0.0, along - rect.width()))
        yield QLineF(start, end)


def _paint_box(painter: QPainter, box: Box, look: Look) -> None:
    colour, rect = look.colour(box.tone.token), box.rect.adjusted(0.5, 0.5, -0.5, -0.5)
    ground = look.colour("panel") if box.hollow else _ground(box.tone, look)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    if box.tone.fill is Fill.HATCHED:
        painter.drawLines(list(hatch(rect)))


def _ground(tone: Tone, look: Look) -> QColor:
    match tone.fill:
        case Fill.SOLID:
            return look.colour(tone.token)
        case Fill.TINT:
            return look.colour("hover")
        case Fill.HATCHED:
            return look.colour("panel")
        case _:
            assert_never(tone.fill)


def _paint_line(painter: QPainter, line: Line, look: Look) -> None:
    if line.halo:
        painter.setPen(QPen(look.colour("panel"), line.width + 2.5))
        painter.drawLine(line.start, line.end)
    style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(look.colour(line.token), line.width, style))
    painter.drawLine(line.start, line.end)


def _paint_dot(painter: QPainter, dot: Dot, look: Look) -> None:
    colour = look.colour(dot.tone.token)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(look.colour("panel") if dot.hollow else colour)
    painter.drawEllipse(dot.at, _DOT, _DOT)


def _paint_words(painter: QPainter, words: Words, look: Look) -> None:
    painter.setFont(look.hand(words.hand))
    painter.setPen(look.colour(words.token))
    shown = QFontMetricsF(painter.font()).elidedText(words.text, Qt.TextElideMode.ElideRight, words.rect.width() + 1)
    painter.drawText(words.rect, words.align | Qt.TextFlag.TextDontClip, shown)
