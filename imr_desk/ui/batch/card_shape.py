"""How large the cards of a field are, and where everything stands on one, for a font and the room of a page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from imr_desk.desk.batch.cards import Card
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.parser.words.convert import shown
from imr_desk.ui.look.lettering import bold, small

PAD = 10
GAP = 8
"""Between the cards."""
EDGE = 4
"""Pixels of paper above and below printed words, together."""
BETWEEN = 6
"""Between what stands on a card, one below the other."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
MOST_LINES = 8
"""What runs over more printed lines is read in its letter."""
PRINT_TO_FONT = 8
"""Print is shown at one logical pixel a point for every so many points of the font: a little larger than it."""
_LARGER = (2.5, 2.3, 2.1, 1.9, 1.75, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
"""How much larger than usual all of a card may be."""
_AIRY = 1.4
"""How much higher than they need the rows of a single page may be, to fill it."""
_SIZES = (1.3, 1.15, 1.0)
"""How much larger than the form's text a value may be written: the first that has room."""
_PRINTED_LINE = 16.0
"""Points from one printed line of a letter to the next, a generous measure."""
_WORD, _SENTENCE = 12, 32
"""Up to so many characters are hardly ever parted by the end of a line; more than so many want a wide card."""
_LETTER = 6.2
"""Points that a printed character is wide, a generous measure."""
_NARROW, _WIDE = 18.0, 25.0
"""Widths of a card in heights of its font, for a few words and for whole lines."""
_MOST = 0.8


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
class Spread:
    """How all cards lie: on which page from which card on, and each one's place on its page."""

    columns: int
    starts: tuple[int, ...]
    places: tuple[QRect, ...]


def spread_large(room: QSize, font: QFont, spec: FieldSpec, cards: Sequence[Card]) -> tuple[QFont, Spread]:
    """The cards in the largest writing in which they are all seen at once, and that; in this font where they are many.

    Larger print is read with less effort, and a few small cards would leave most of a screen empty.
    """
    for times in _LARGER:
        large = QFont(font)
        large.setPointSizeF(font.pointSizeF() * times)
        if len(cards) > _most(room, large):
            continue
        lie = spread(room, large, spec, cards)
        if len(lie.starts) == 1 and lie.columns > 1:
            return large, lie
    return font, spread(room, font, spec, cards)


def spread(room: QSize, font: QFont, spec: FieldSpec, cards: Sequence[Card]) -> Spread:
    """The cards in rows as high as their highest card needs, as many rows a page as fit whole; they fill it.

    The rows of a single page become higher only within measure, those of a last one not at all.
    """
    least = (_WIDE if _usual([_length(card) for card in cards]) > _SENTENCE else _NARROW) * QFontMetricsF(font).height()
    columns = max(1, int((room.width() + GAP) // (least + GAP)))
    width = (room.width() + GAP) // columns - GAP
    needed = [min(room.height(), _needed_height(font, spec, card, width - 2 * PAD)) for card in cards]
    rows = [max(needed[first : first + columns]) for first in range(0, len(needed), columns)]
    starts: list[int] = []
    places: list[QRect] = []
    pages = list(_paged(rows, room.height()))
    for page in pages:
        starts.append(len(places))
        full = len(places) + len(page) * columns < len(cards)
        high = room.height() if full else min(room.height(), _airy(page)) if len(pages) == 1 else 0
        for top, height in _stacked(page, high):
            places += [QRect(column * (width + GAP), top, width, height) for column in range(columns)]
    return Spread(columns, tuple(starts), tuple(places[: len(cards)]))


def _most(room: QSize, font: QFont) -> int:
    """As many cards as could be seen at once in this font if all of them were of the smallest kind."""
    columns = int((room.width() + GAP) // (_NARROW * QFontMetricsF(font).height() + GAP))
    return columns * int((room.height() + GAP) // (2 * PAD + line_height(font) + GAP))


def _airy(rows: Sequence[int]) -> int:
    """How high a page is whose rows are a good deal higher than they need."""
    return round(_AIRY * sum(rows)) + (len(rows) - 1) * GAP


def _paged(rows: Sequence[int], room: int) -> Iterator[list[int]]:
    """The rows' heights by page."""
    page: list[int] = []
    for height in rows:
        if page and sum(page) + len(page) * GAP + height > room:
            yield page
            page = []
        page.append(height)
    if page:
        yield page


def _stacked(rows: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Where each row of a page begins and how high it is, all a little higher where there is room to fill."""
    spare = max(0, room - sum(rows) - (len(rows) - 1) * GAP) // len(rows)
    top = 0
    for height in rows:
        yield top, height + spare
        top += height + spare + GAP


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
    least_print = line_height(font) + BETWEEN
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


def foot_font(font: QFont) -> QFont:
    """The font of the foot: small, and on large cards no larger than what is written elsewhere on the desk."""
    made = small(font)
    made.setPointSizeF(min(made.pointSizeF(), QGuiApplication.font().pointSizeF()))
    return made


def print_scale(font: QFont) -> float:
    """Logical pixels a point that printed words are shown at."""
    return font.pointSizeF() / PRINT_TO_FONT


def line_height(font: QFont) -> int:
    """The height, in pixels, of one printed line with its paper."""
    return EDGE + math.ceil(_PRINTED_LINE * print_scale(font))


def _needed_height(font: QFont, spec: FieldSpec, card: Card, width: int) -> int:
    print_height = EDGE + math.ceil(_printed_lines(card, font, width) * _PRINTED_LINE * print_scale(font))
    value = _height(value_font(font, spec, _SIZES[0]), shown(spec, card.value.entry.value), width)
    return 2 * PAD + print_height + BETWEEN + value + BETWEEN + _foot_height(font)


def _foot_height(font: QFont) -> int:
    return math.ceil(QFontMetricsF(foot_font(font)).height())


def _height(font: QFont, words: str, width: int) -> int:
    """How high the words are, wrapped to a width."""
    return math.ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(WRAPPED), words or "x").height())


def _printed_lines(card: Card, font: QFont, width: int) -> int:
    """About how many lines the printed words of a card take at a width; rather too many than too few."""
    length = _length(card)
    lines = math.ceil(length * _LETTER * print_scale(font) / width)
    return max(1, lines if length <= _WORD else lines + 1)


def _length(card: Card) -> int:
    """How many characters the printed words of a card have."""
    return len(card.value.printed) if card.value.printed else 0


def _usual(lengths: Sequence[int]) -> int:
    """A length that most cards do not exceed."""
    ordered = sorted(lengths)
    return ordered[int(_MOST * (len(ordered) - 1))]
