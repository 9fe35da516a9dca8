"""How large the cards of a field are, and where everything stands on one, for a font and the room of a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from imr_desk.desk.batch_cards import Card
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.parser.convert import shown
from imr_desk.ui.form.lettering import SMALL, bold

PAD = 10
GAP = 8
"""Between the cards."""
BETWEEN = 6
"""Between what stands on a card, one below the other."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
PRINT_TO_FONT = 8
"""Print is shown at one logical pixel a point for every so many points of the font: a little larger than it."""
_SIZES = (1.3, 1.15, 1.0)
"""How much larger than the form's text a value may be written: the first that has room."""
_PRINTED_LINE = 15.0
"""Points from one printed line of a letter to the next, a generous measure."""
_FULL_LINE, _MOST_LINES = 90, 8
"""Characters in a full printed line; and more lines than this are read in the letter."""
_NARROW, _WIDE = 18.0, 33.0
"""Widths of a card in heights of its font, for a few words and for whole lines."""
_NEARLY_ALL = 0.95


@dataclass(frozen=True, slots=True)
class CardParts:
    """The parts of a card: the printed words, the value below them in its font, and who says so and where."""

    crop: QRect
    value: QRect
    value_font: QFont
    foot: QRect

    def raised(self, print_height: float) -> CardParts:
        """The same with print of this height, and the value right below it."""
        crop = QRect(self.crop.topLeft(), QSize(self.crop.width(), min(self.crop.height(), math.ceil(print_height))))
        return replace(self, crop=crop, value=self.value.translated(0, crop.height() - self.crop.height()))


@dataclass(frozen=True, slots=True)
class Grid:
    """How the cards of a page lie; `printed` is for how many printed lines they have room."""

    columns: int
    rows: int
    size: QSize
    printed: int

    @property
    def cards(self) -> int:
        """How many cards a page has."""
        return self.columns * self.rows

    def at(self, number: int) -> QRect:
        """Where the card of a page with this number, from 0, lies."""
        row, column = divmod(number, self.columns)
        corner = column * (self.size.width() + GAP), row * (self.size.height() + GAP)
        return QRect(*corner, self.size.width(), self.size.height())


def grid_for(room: QSize, font: QFont, spec: FieldSpec, cards: Sequence[Card]) -> Grid:
    """As many cards as fit whole into the room, which they fill; at least one."""
    printed = _usual([_printed_lines(card) for card in cards])
    least = (_NARROW if printed <= 2 else _WIDE) * QFontMetricsF(font).height()
    columns = max(1, int((room.width() + GAP) // (least + GAP)))
    width = (room.width() + GAP) // columns - GAP
    height = _least_height(font, spec, printed, _written_lines(font, spec, cards, width - 2 * PAD))
    rows = max(1, (room.height() + GAP) // (height + GAP))
    return Grid(columns, rows, QSize(width, (room.height() + GAP) // rows - GAP), printed)


def parts_of(size: QSize, font: QFont, spec: FieldSpec, words: str) -> CardParts:
    """Where things stand on a card with this value: the value takes what it needs, the print has the rest.

    The value stands as low as it may; `raised` brings it up to print that needs less than its room.
    """
    inner = QRect(0, 0, size.width(), size.height()).adjusted(PAD, PAD, -PAD, -PAD)
    foot_height = _foot_height(font)
    foot = QRect(inner.left(), inner.bottom() - foot_height + 1, inner.width(), foot_height)
    room = foot.top() - BETWEEN - inner.top()
    fonts = [value_font(font, spec, times) for times in _SIZES]
    heights = [_height(one, words, inner.width()) for one in fonts]
    least_print = math.ceil(_PRINTED_LINE * print_scale(font)) + BETWEEN
    chosen = next((n for n, height in enumerate(heights) if height + least_print <= room), len(fonts) - 1)
    value = QRect(inner.left(), foot.top() - BETWEEN - heights[chosen], inner.width(), heights[chosen])
    crop = QRect(inner.left(), inner.top(), inner.width(), max(0, value.top() - BETWEEN - inner.top()))
    return CardParts(crop, value, fonts[chosen], foot)


def value_font(font: QFont, spec: FieldSpec, times: float) -> QFont:
    """The font that values are written in: large and bold, but for those that are whole sentences."""
    long = spec.kind is Kind.LONG_TEXT
    made = QFont(font) if long else bold(font)
    made.setPointSizeF(font.pointSizeF() * (1.0 if long else times))
    return made


def print_scale(font: QFont) -> float:
    """Logical pixels a point that printed words are shown at."""
    return font.pointSizeF() / PRINT_TO_FONT


def _least_height(font: QFont, spec: FieldSpec, printed: int, written: int) -> int:
    print_height = math.ceil(printed * _PRINTED_LINE * print_scale(font))
    lines = math.ceil(QFontMetricsF(value_font(font, spec, _SIZES[0])).lineSpacing() * written)
    return 2 * PAD + print_height + BETWEEN + lines + BETWEEN + _foot_height(font)


def _foot_height(font: QFont) -> int:
    return math.ceil(QFontMetricsF(font).height() * SMALL)


def _height(font: QFont, words: str, width: int) -> int:
    """How high the words are, wrapped to a width."""
    return math.ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(WRAPPED), words or "x").height())


def _written_lines(font: QFont, spec: FieldSpec, cards: Sequence[Card], width: int) -> int:
    made = value_font(font, spec, _SIZES[0])
    words = {shown(spec, card.value.entry.value) for card in cards}
    line = QFontMetricsF(made).lineSpacing()
    return _usual([round(_height(made, one, width) / line) for one in words])


def _printed_lines(card: Card) -> int:
    """About how many printed lines the words of a card run over."""
    length = len(card.value.place) if card.value.place else 0
    return 1 if length < _FULL_LINE // 3 else 2 + length // _FULL_LINE


def _usual(lines: Sequence[int]) -> int:
    """Enough lines for nearly all cards."""
    ordered = sorted(lines) or [1]
    return max(1, min(_MOST_LINES, ordered[int(_NEARLY_ALL * (len(ordered) - 1))]))
