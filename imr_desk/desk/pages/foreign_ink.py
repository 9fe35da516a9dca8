"""What a strip was cut along is none of its words: rules of a table, and letters that hang down from above."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

_REACH = 0.35
"""Of a row's height, from its upper and its lower edge: where a rule may stand."""
_HANGING = 0.12
"""Of a row's height, from its upper edge: how far letters of the line above may hang into it."""
_DARKER = 10
"""Shades of grey, of 256, by which ink and its soft edges differ from the paper that the words stand on."""


def cleaned(picture: QImage, rows: list[QRect]) -> QImage:
    """The picture with nothing but their words in these rows of print.

    A rule is a line of pixels that is darker than the paper from the very left, beside the words, to the very right;
    what hangs down is parted from the words by a line of bare paper.
    """
    painter = QPainter()
    for row in rows:
        grey = picture.copy(row).convertToFormat(QImage.Format.Format_Grayscale8)
        paper = QColor(picture.pixel(row.left(), row.center().y()))
        foreign = set(_foreign(grey, paper.lightness()))
        painter.begin(picture)
        for line in foreign:
            painter.fillRect(row.left(), row.top() + line, row.width(), 1, paper)
        painter.end()
    return picture


def _foreign(grey: QImage, paper: int) -> Iterator[int]:
    """Which lines of pixels of a row in grey are to be painted over."""
    height, width, step = grey.height(), grey.width(), grey.bytesPerLine()
    bits = bytes(grey.constBits())
    pixels = [bits[line * step : line * step + width] for line in range(height)]
    upmost = range(math.ceil(height * _HANGING) + 1)
    yield from range(next((line for line in upmost if min(pixels[line]) > paper - _DARKER), 0))
    reach = round(height * _REACH)
    for line in (*range(reach), *range(height - reach, height)):
        if max(pixels[line]) <= paper - _DARKER:
            yield line
