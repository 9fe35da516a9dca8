"""The printed words of a field, as they look on the page."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.desk.crop_strip import strip_of
from imr_desk.desk.page_images import PageImages
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.form.lettering import small
from imr_desk.ui.theme import colour

SCALE = 1.25
"""Logical pixels a point: a little larger than the print."""
LINES = 3
"""What runs over more lines than this is read on the page."""
_PAD = 4
_PAPER = QColor("white")


class Crop(QWidget):
    """Shows a span of the letter as a strip of paper, the words themselves marked; nothing where there is none."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._text: LetterText | None = None
        self._span: Span | None = None
        self._page = ""
        self._size = QSizeF()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        images.strip_ready.connect(self._on_strip_ready)
        images.letter_opened.connect(self._forget_image)

    def show_span(self, text: LetterText, span: Span | None) -> None:
        """Show these words of the letter; they are hidden where they are too many, or none."""
        if text is self._text and span == self._span:
            return
        self._text, self._span, self._image = text, span, None
        self._size = _printed_size(text, span) if span else QSizeF()
        self._page = self.tr("p {page}").format(page=text.page_at(span.start)) if span else ""
        self.setAccessibleName(text.printed(span) if span else "")
        self.setHidden(self._size.isEmpty())
        self._fit()
        self.update()

    @property
    def filled(self) -> bool:
        """Whether there are words to show."""
        return not self._size.isEmpty()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size * self._shrink()
        self._paint_page(painter)
        paper = QRectF(0.5, 0.5, size.width() + 2 * _PAD, self.height() - 1)
        path = QPainterPath()
        path.addRoundedRect(paper, 4, 4)
        painter.setPen(QPen(colour("line")))
        painter.fillPath(path, _PAPER)
        painter.drawPath(path)
        self._paint_words(painter, QRectF(paper.left() + _PAD, (self.height() - size.height()) / 2, *_sides(size)))

    def _paint_page(self, painter: QPainter) -> None:
        painter.setFont(small(self.font()))
        painter.setPen(colour("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._page)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        image = self._wanted_image()
        if image is not None:
            painter.drawImage(box, image)

    def _wanted_image(self) -> QImage | None:
        if self._image is None and self._text is not None and self._span is not None:
            scale = SCALE * self.devicePixelRatioF()
            self._image = self._images.crop_strip(self._text, self._span, scale, LINES)
        return self._image

    def _shrink(self) -> float:
        """How much smaller than wanted the words must be to fit the width."""
        room = self.width() - 2 * _PAD - 1 - self._page_width()
        return min(1.0, room / self._size.width()) if self._size.width() and room > 0 else 1.0

    def _page_width(self) -> float:
        return QFontMetricsF(small(self.font())).horizontalAdvance(f" {self._page}")

    def _fit(self) -> None:
        self.setFixedHeight(math.ceil(self._size.height() * self._shrink()) + _PAD)

    def _on_strip_ready(self) -> None:
        if self._image is None:
            self.update()

    def _forget_image(self) -> None:
        self._image = None
        self.update()


def _printed_size(text: LetterText, span: Span) -> QSizeF:
    """The strip's size in logical pixels at full scale; empty where it has no words or too many lines."""
    strip = strip_of(text, span, LINES)
    if not strip.rows or strip.left_out:
        return QSizeF()
    width = max(row.cut.x1 for row in strip.rows) - min(row.cut.x0 for row in strip.rows)
    return QSizeF(width, sum(row.cut.height for row in strip.rows)) * SCALE


def _sides(size: QSizeF) -> tuple[float, float]:
    return size.width(), size.height()
