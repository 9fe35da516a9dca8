"""The printed words on a card: as large as usual where they have room, else smaller."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from imr_desk.desk.batch.pictures import Shown
from imr_desk.ui.batch.card_shape import EDGE
from imr_desk.ui.form.field.crop_window import Line, laid_out, lines_of

LEAST_SCALE = 0.7
"""Of the usual size: print that would have to be smaller than this to have room is not shown at all."""
_PAPER = QColor("white")


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
        for target, source in laid_out(self.picture.strip, self._lines, corner, drawn, scale):
            painter.drawImage(target, self.picture.image, source)

    @property
    def _width(self) -> float:
        return max(line.width for line in self._lines)

    @property
    def _height(self) -> float:
        return sum(self.picture.strip.rows[line.row].cut.height for line in self._lines)

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        """The printed rows; those that are too long for the box without their context are broken between words."""
        picture = self.picture
        return lines_of(picture.text, picture.span, picture.strip, self.box.width() / self.scale)
