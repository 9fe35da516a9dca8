"""The printed words of a field, as they look on the page."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.desk.pages.crop_strip import Strip, strip_of
from imr_desk.desk.pages.page_images import PageImages
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.form.field.crop_window import Line, laid_out, lines_of
from imr_desk.ui.look.lettering import small, small_width
from imr_desk.ui.look.theme import colour

_PRINT_TO_FONT = 8
"""Print is shown at one logical pixel a point for every so many points of the form's font: a little larger than it."""
LINES = 3
"""Of what runs over more lines than this the first and the last are shown, and how many stand between."""
_SMALLER, _LEAST = 0.75, 0.62
"""Of the size that print is shown at: what would have to be smaller to have room is broken between words, as far as
there are lines for that; what would be smaller still is broken into however many."""
_PAD = 4
_PAPER, _PENCIL = QColor("white"), QColor("#5B6676")
_EMPTY = Strip((), 0)


class Crop(QWidget):
    """Shows a span of the letter as a strip of paper, the words themselves marked; nothing where there is none."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._scale = 1.0
        self._text: LetterText | None = None
        self._span: Span | None = None
        self._strip = _EMPTY
        self._lines: tuple[Line, ...] = ()
        self._page = ""
        self._image: QImage | None = None
        self._drawn = 0.0
        """The device pixels a point that the image was drawn at."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        images.strip_ready.connect(self._on_strip_ready)
        images.letter_opened.connect(self._forget_image)

    def show_span(self, text: LetterText, span: Span | None) -> None:
        """Show these words of the letter; nothing where there are none."""
        if text is self._text and span == self._span:
            return
        self._text, self._span, self._image = text, span, None
        self._strip = strip_of(text, span, LINES) if span else _EMPTY
        self._page = self.tr("p {page}").format(page=text.page_at(span.start)) if span else ""
        self.setAccessibleName(text.printed(span) if span else "")
        self.setVisible(bool(self._strip.rows))
        self._fit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its own new height, which fitting gives it, calls for no other fit."""
        if event.size().width() != event.oldSize().width() or self._scale != self._wanted_scale():
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_page(painter)
        width = self._width() * self._scale * self._shrink()
        paper = QRectF(0.5, 0.5, width + 2 * _PAD, self.height() - 1)
        path = QPainterPath()
        path.addRoundedRect(paper, 4, 4)
        painter.setPen(QPen(colour("line")))
        painter.fillPath(path, _PAPER)
        painter.drawPath(path)
        self._paint_words(painter, paper.adjusted(_PAD, _PAD / 2, -_PAD, -_PAD / 2))

    def _paint_page(self, painter: QPainter) -> None:
        painter.setFont(small(self.font()))
        painter.setPen(colour("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._page)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        image = self._wanted_image()
        if image is None:
            return
        drawn, gap = self._scale * self.devicePixelRatioF(), self._gap()
        placed = laid_out(self._strip, self._lines, box.topLeft(), drawn, self._scale * self._shrink())
        for line, (target, source) in zip(self._lines, placed, strict=True):
            below = gap if line.row else 0
            painter.drawImage(target.translated(0, below), image, source)
        if gap:
            self._paint_gap(painter, box)

    def _paint_gap(self, painter: QPainter, box: QRectF) -> None:
        """How many lines stand between the first one and the last."""
        said = self.tr("{count} lines between").format(count=self._strip.left_out)
        first = sum(self._strip.rows[line.row].cut.height for line in self._lines if not line.row)
        top = box.top() + first * self._scale * self._shrink()
        painter.setFont(small(self.font()))
        painter.setPen(_PENCIL)
        words = f"\N{MIDLINE HORIZONTAL ELLIPSIS} {said}"
        painter.drawText(QRectF(box.left(), top, box.width(), self._gap()), Qt.AlignmentFlag.AlignVCenter, words)

    def _gap(self) -> int:
        """Pixels between the first line and the last, where others were left out."""
        return math.ceil(QFontMetricsF(small(self.font())).height()) if self._strip.left_out else 0

    def _wanted_image(self) -> QImage | None:
        """The words as this screen and this text size want them; anew where either has changed."""
        scale = self._scale * self.devicePixelRatioF()
        if (self._image is None or scale != self._drawn) and self._text is not None and self._span is not None:
            self._image, self._drawn = self._images.crop_strip(self._text, self._span, scale, LINES), scale
        return self._image

    def _room(self) -> float:
        """Logical pixels for the words, beside the paper's edges and the page number."""
        return max(1.0, self.width() - 2 * _PAD - 1 - small_width(self.font(), f" {self._page}"))

    def _width(self) -> float:
        """Points of the widest line shown."""
        return max((line.width for line in self._lines), default=0.0)

    def _shrink(self) -> float:
        """How much smaller than wanted the words must be to fit the width."""
        width = self._width() * self._scale
        return min(1.0, self._room() / width) if width else 1.0

    def _wanted_scale(self) -> float:
        return self.font().pointSizeF() / _PRINT_TO_FONT

    def _fit(self) -> None:
        self._scale = self._wanted_scale()
        if self._text is not None and self._span is not None and self._strip.rows:
            tries = (
                lines_of(self._text, self._span, self._strip, self._room() / self._scale, least)
                for least in (_SMALLER, _LEAST)
            )
            self._lines = min(tries, key=lambda lines: len(lines) > LINES)
            heights = (self._strip.rows[line.row].cut.height for line in self._lines)
            height = sum(heights) * self._scale * self._shrink()
            self.setFixedHeight(math.ceil(height) + self._gap() + _PAD)

    def _on_strip_ready(self) -> None:
        if self._image is None:
            self.update()

    def _forget_image(self) -> None:
        self._image = None
        self.update()
