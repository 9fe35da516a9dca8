"""Variations of the font that a painter is given."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

SMALL = 0.9
_ENDLESS = 10_000.0


def small(font: QFont) -> QFont:
    """The font of labels and marks."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def small_width(font: QFont, words: str) -> float:
    """How wide words are that stand in the small variation of a font again and again, such as page numbers."""
    return _width(font.toString(), words)


def small_metrics(font: QFont) -> QFontMetricsF:
    """The measures of a font's small variation."""
    return _metrics(font.toString())


@lru_cache(maxsize=64)
def _metrics(font: str) -> QFontMetricsF:
    written = QFont()
    written.fromString(font)
    return QFontMetricsF(small(written))


@lru_cache(maxsize=512)
def _width(font: str, words: str) -> float:
    return _metrics(font).horizontalAdvance(words)


def bold(font: QFont) -> QFont:
    """The font of what stands out in a line."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def shortened(words: str, width: float, metrics: QFontMetricsF) -> str:
    """As many whole words as fit, then an ellipsis; at least one word."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    fitting = [start for start in _starts(words) if metrics.horizontalAdvance(f"{start} \u2026") <= width]
    return f"{fitting[-1] if fitting else words.split(' ', maxsplit=1)[0]} \u2026"


def shortened_within(words: str, room: QSizeF, metrics: QFontMetricsF) -> str:
    """As many whole words as fit, broken into lines, then an ellipsis; at least one word."""
    wide, most = QRectF(0, 0, room.width(), _ENDLESS), max(room.height(), metrics.height())

    def fits(said: str) -> bool:
        return metrics.boundingRect(wide, int(Qt.TextFlag.TextWordWrap), said).height() <= most

    if fits(words):
        return words
    fitting = [said for start in _starts(words) if fits(said := f"{start} \u2026")]
    return fitting[-1] if fitting else f"{words.split(' ', maxsplit=1)[0]} \u2026"


def _starts(words: str) -> Iterator[str]:
    parts = words.split(" ")
    return (" ".join(parts[:count]) for count in range(1, len(parts)))
