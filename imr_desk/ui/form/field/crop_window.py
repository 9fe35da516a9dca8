"""How printed lines are shown in a narrow strip: the wanted words, words beside them, and long lines broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from imr_desk.desk.pages.crop_strip import AFTER, BEFORE, PAD, Row, Strip
from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText

Window = tuple[float, float]
"""From where to where across the page, in points."""
_WIDER = 8.0
"""Points by which lines become longer until the words have room on as few as may be."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is shown on one line: a row of the strip, by its number, or a part of it."""

    row: int
    start: float
    end: float

    @property
    def width(self) -> float:
        """Points across."""
        return self.end - self.start


def lines_of(text: LetterText, span: Span, strip: Strip, room: float, least: float = 1.0) -> tuple[Line, ...]:
    """The rows, a line each, to be shown in `room` points; broken between words where they are too long for that.

    They may be shown smaller, down to `least` of their size, before they are broken.
    """
    lines: list[Line] = []
    for number, (start, end) in enumerate(_windows_of(text, span, strip, room)):
        fits = (end - start) * least <= room
        words = _words_in(text, text.words_in(span), strip.rows[number])
        parts = ((start, end),) if fits or not words else _evenly_broken(words, room / least - 2 * PAD)
        lines += [Line(number, *part) for part in parts]
    return tuple(lines)


def _windows_of(text: LetterText, span: Span, strip: Strip, room: float) -> tuple[Window, ...]:
    """The part of each row to show where they may be `room` points wide: all, as they stand, where that fits."""
    whole = min(row.cut.x0 for row in strip.rows), max(row.cut.x1 for row in strip.rows)
    if whole[1] - whole[0] <= room:
        return (whole,) * len(strip.rows)
    wanted = text.words_in(span)
    near = range(max(0, wanted.start - BEFORE), min(wanted.stop + AFTER, len(text.words)))
    return tuple(_window(_words_in(text, near, row), row, room) for row in strip.rows)


def _words_in(text: LetterText, indexes: range, row: Row) -> list[Rect]:
    """The boxes of those of the words that stand in the row."""
    words = (text.words[index] for index in indexes)
    boxes = (word.rect for word in words if word.page == row.page.number)
    return [box for box in boxes if row.cut.contains((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)]


def _evenly_broken(words: Sequence[Rect], room: float) -> Iterator[Window]:
    """The words on as few lines as fit the room, these about equally long: no single word is left over."""
    count = len(list(_broken(words, room)))
    wide = (words[-1].x1 - words[0].x0) / count
    while wide < room and len(list(_broken(words, wide))) > count:
        wide += _WIDER
    return _broken(words, min(wide, room))


def _broken(words: Sequence[Rect], room: float) -> Iterator[Window]:
    """From where to where each line of words runs that fits the room; one word at least."""
    start, end = words[0].x0, words[0].x1
    for word in words[1:]:
        if word.x1 - start > room:
            yield start - PAD, end + PAD
            start = word.x0
        end = word.x1
    yield start - PAD, end + PAD


def laid_out(
    strip: Strip, lines: Sequence[Line], corner: QPointF, drawn: float, shown: float
) -> Iterator[tuple[QRectF, QRect]]:
    """Where each line goes below the corner, and what to take from a strip's picture.

    The picture was drawn at `drawn` pixels a point and is shown at `shown`.
    """
    left = min(row.cut.x0 for row in strip.rows)
    heights = [round(row.cut.height * drawn) for row in strip.rows]
    below = 0
    for line in lines:
        top, height = sum(heights[: line.row]), heights[line.row]
        source = QRect(round((line.start - left) * drawn), top, round(line.width * drawn), height)
        target = QPointF(round(corner.x()), round(corner.y() + below * shown / drawn))
        yield QRectF(target, QSizeF(source.size()) * (shown / drawn)), source
        below += height


def _window(words: Sequence[Rect], row: Row, room: float) -> Window:
    start, end = narrowed(words, row.wanted, room - 2 * PAD)
    return start - PAD, end + PAD


def narrowed(words: Sequence[Rect], wanted: Rect, room: float) -> Window:
    """From where to where the wanted words run, with words beside them, right and left in turn, while all fit."""
    touched = [word for word in words if word.x0 < wanted.x1 and wanted.x0 < word.x1]
    start, end = min([wanted.x0, *(word.x0 for word in touched)]), max([wanted.x1, *(word.x1 for word in touched)])
    after = sorted((word for word in words if word.x0 >= end), key=lambda word: word.x0)
    before = sorted((word for word in words if word.x1 <= start), key=lambda word: -word.x1)
    for word in _in_turn(after, before):
        wider = min(start, word.x0), max(end, word.x1)
        if wider[1] - wider[0] > room:
            break
        start, end = wider
    return start, end


def _in_turn(one: Sequence[Rect], other: Sequence[Rect]) -> Iterable[Rect]:
    return (word for word in chain.from_iterable(zip_longest(one, other)) if word is not None)
