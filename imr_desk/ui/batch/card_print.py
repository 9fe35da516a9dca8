"""The printed words on a card: as large as usual where they have room, else smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from imr_desk.desk.batch.pictures import Shown
from imr_desk.desk.crop_strip import PAD, Row
from imr_desk.letter.geometry import Rect
from imr_desk.ui.batch.card_shape import EDGE
from imr_desk.ui.form.crop_window import windows_of

LEAST_SCALE = 0.7
"""Of the usual size: print that would have to be smaller than this to have room is not shown at all."""
_PAPER = QColor("white")


@dataclass(frozen=True, slots=True)
class _Line:
    """A part of a printed row, in points: from where to where across its page, in a row `top` below the first."""

    start: float
    end: float
    top: float
    height: float


@dataclass(frozen=True, eq=False)
class CardPrint:
    """A picture of printed words, usually shown at `scale` logical pixels a point, in a box of a card."""

    picture: Shown
    scale: float
    box: QRect

    @property
    def fits(self) -> bool:
        """Whether it has room at a size that can be read."""
        return self.shrink >= LEAST_SCALE

    @cached_property
    def shrink(self) -> float:
        """How much smaller than usual it must be to have room."""
        room = self.box.width(), self.box.height() - EDGE
        return min(1.0, room[0] / max(1.0, self._width * self.scale), room[1] / max(1.0, self._height * self.scale))

    @property
    def height(self) -> float:
        """How high it is as it is shown, with its paper."""
        return EDGE + self._height * self.scale * self.shrink

    def paint(self, painter: QPainter) -> None:
        """Paint it at the top of its box."""
        scale, drawn = self.scale * self.shrink, self.picture.scale
        corner = QPointF(self.box.left(), self.box.top() + EDGE / 2)
        edges = QRectF(corner, QSizeF(self._width, self._height) * scale)
        paper = QPainterPath()
        paper.addRoundedRect(edges.adjusted(-3, -EDGE / 2, 3, EDGE / 2), 3, 3)
        painter.fillPath(paper, _PAPER)
        left = min(row.cut.x0 for row in self.picture.strip.rows)
        for line in self._lines:
            cut = QRectF(line.start - left, line.top, line.end - line.start, line.height)
            source = QRectF(cut.topLeft() * drawn, cut.size() * drawn).toRect()
            target = QPointF(round(corner.x()), round(corner.y()))
            painter.drawImage(QRectF(target, QSizeF(source.size()) * (scale / drawn)), self.picture.image, source)
            corner.setY(corner.y() + line.height * scale)

    @property
    def _width(self) -> float:
        return max(line.end - line.start for line in self._lines)

    @property
    def _height(self) -> float:
        return sum(line.height for line in self._lines)

    @cached_property
    def _lines(self) -> tuple[_Line, ...]:
        """The printed rows; those that are too long for the box without their context are broken between words."""
        strip, room = self.picture.strip, self.box.width() / self.scale
        windows = windows_of(self.picture.text, self.picture.span, strip, room)
        lines: list[_Line] = []
        top = 0.0
        for row, (start, end) in zip(strip.rows, windows, strict=True):
            parts = [(start, end)] if end - start <= room else _broken(self._words(row), room - 2 * PAD)
            lines += [_Line(first, last, top, row.cut.height) for first, last in parts]
            top += row.cut.height
        return tuple(lines)

    def _words(self, row: Row) -> list[Rect]:
        """The wanted words of a row."""
        text = self.picture.text
        words = (text.words[index] for index in text.words_in(self.picture.span))
        return [word.rect for word in words if word.page == row.page.number and row.cut.intersects(word.rect)]


def _broken(words: list[Rect], room: float) -> Iterator[tuple[float, float]]:
    """From where to where each line of words runs that fits the room; one at least."""
    start, end = words[0].x0, words[0].x1
    for word in words[1:]:
        if word.x1 - start > room:
            yield start - PAD, end + PAD
            start = word.x0
        end = word.x1
    yield start - PAD, end + PAD
