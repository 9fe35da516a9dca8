"""A field's mark, painted: shape and words; a click confirms the field."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.ui.form.field.mark import Mark, Shape, longest_words
from imr_desk.ui.form.field.mark_shapes import paint_mark
from imr_desk.ui.look.lettering import small, small_metrics, small_width
from imr_desk.ui.look.theme import colour

_GAP = 4


class MarkButton(QAbstractButton):
    """Shows who stands behind a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(Shape.RING, "", "machine")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def mark(self) -> Mark:
        return self._mark

    def show_mark(self, mark: Mark) -> None:
        """Wear this mark."""
        if mark != self._mark:
            self._mark = mark
            self.setText(mark.words)
            self.updateGeometry()
            self.update()

    def widest(self) -> int:
        """The width of the longest mark."""
        return max(_size(self.font(), words).width() for words in (longest_words(), self.text()))

    @override
    def sizeHint(self) -> QSize:
        return _size(self.font(), self.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small(self.font()))
        side = _side(QFontMetricsF(painter.font()))
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_mark(painter, self._mark.shape, box, colour(self._mark.token), colour("panel"))
        painter.setPen(colour(self._mark.token))
        words = self.rect().adjusted(math.ceil(side) + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


def _size(font: QFont, words: str) -> QSize:
    metrics = small_metrics(font)
    return QSize(math.ceil(_side(metrics) + _GAP + small_width(font, words)), math.ceil(metrics.height()))


def _side(metrics: QFontMetricsF) -> float:
    return metrics.capHeight() * 1.35
