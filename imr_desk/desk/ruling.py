"""Rules of a table that a strip was cut along: they are no part of the words, and are painted over with paper."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

_REACH = 0.35
"""Of a row's height, from its upper and its lower edge: where a rule may stand."""
_DARKER = 10
"""Shades of grey, of 256, by which a rule and its soft edges differ from the paper that the words stand on."""


def without_rules(picture: QImage, rows: list[QRect]) -> QImage:
    """The picture with no rules in these rows of print.

    A rule is a line of pixels that is darker than the paper from the very left, beside the words, to the very right.
    """
    painter = QPainter()
    for row in rows:
        grey = picture.copy(row).convertToFormat(QImage.Format.Format_Grayscale8)
        paper = QColor(picture.pixel(row.left(), row.center().y()))
        ruled = list(_ruled(grey, paper.lightness()))
        painter.begin(picture)
        for line in ruled:
            painter.fillRect(row.left(), row.top() + line, row.width(), 1, paper)
        painter.end()
    return picture


def _ruled(grey: QImage, paper: int) -> Iterator[int]:
    """Which lines of a row in grey are part of a rule."""
    height, width, step = grey.height(), grey.width(), grey.bytesPerLine()
    pixels = bytes(grey.constBits())
    reach = round(height * _REACH)
    for line in (*range(reach), *range(height - reach, height)):
        if max(pixels[line * step : line * step + width]) <= paper - _DARKER:
            yield line
