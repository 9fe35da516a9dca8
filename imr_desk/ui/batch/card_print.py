"""The printed words on a card: as large as usual where they have room, else smaller."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from imr_desk.desk.batch_pictures import Shown
from imr_desk.ui.form.crop_window import Window, laid_out, windows_of

EDGE = 4
"""Pixels of paper above and below the print, together."""
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

    @property
    def shrink(self) -> float:
        """How much smaller than usual it must be to have room."""
        width = max(end - start for start, end in self._windows) * self.scale
        return min(1.0, self.box.width() / max(1.0, width), (self.box.height() - EDGE) / self._usual_height)

    @property
    def height(self) -> float:
        """How high it is as it is shown, with its paper."""
        return EDGE + self._usual_height * self.shrink

    def paint(self, painter: QPainter) -> None:
        """Paint it at the top of its box."""
        windows, scale = self._windows, self.scale * self.shrink
        corner = QPointF(self.box.left(), self.box.top() + EDGE / 2)
        width = max(end - start for start, end in windows) * scale
        edges = QRectF(corner, QSizeF(width, self.height - EDGE))
        paper = QPainterPath()
        paper.addRoundedRect(edges.adjusted(-3, -EDGE / 2, 3, EDGE / 2), 3, 3)
        painter.fillPath(paper, _PAPER)
        for target, source in laid_out(self.picture.strip, windows, corner, self.picture.scale, scale):
            painter.drawImage(target, self.picture.image, source)

    @property
    def _windows(self) -> tuple[Window, ...]:
        """The part of each printed row that has room."""
        return windows_of(self.picture.text, self.picture.span, self.picture.strip, self.box.width() / self.scale)

    @property
    def _usual_height(self) -> float:
        return max(1.0, sum(row.cut.height for row in self.picture.strip.rows) * self.scale)
