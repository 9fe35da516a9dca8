"""How much of a printed line a narrow strip shows: the wanted words, and whole words beside them while they fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from imr_desk.desk.crop_strip import AFTER, BEFORE, PAD, Row, Strip
from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText

Window = tuple[float, float]
"""From where to where across the page, in points."""


def windows_of(text: LetterText, span: Span, strip: Strip, room: float) -> tuple[Window, ...]:
    """The part of each row to show where they may be `room` points wide: all, as they stand, where that fits."""
    whole = min(row.cut.x0 for row in strip.rows), max(row.cut.x1 for row in strip.rows)
    if whole[1] - whole[0] <= room:
        return (whole,) * len(strip.rows)
    wanted = text.words_in(span)
    near = [word.rect for word in text.words[max(0, wanted.start - BEFORE) : wanted.stop + AFTER]]
    return tuple(_window(near, row, room) for row in strip.rows)


def laid_out(
    strip: Strip, windows: Sequence[Window], corner: QPointF, drawn: float, shown: float
) -> Iterator[tuple[QRectF, QRect]]:
    """Where each row goes below the corner, and what to take from a strip's picture.

    The picture was drawn at `drawn` pixels a point and is shown at `shown`.
    """
    left, top = min(row.cut.x0 for row in strip.rows), 0
    for row, (start, end) in zip(strip.rows, windows, strict=True):
        source = QRect(round((start - left) * drawn), top, round((end - start) * drawn), round(row.cut.height * drawn))
        target = QPointF(round(corner.x()), round(corner.y() + top * shown / drawn))
        yield QRectF(target, QSizeF(source.size()) * (shown / drawn)), source
        top += source.height()


def _window(near: Sequence[Rect], row: Row, room: float) -> Window:
    words = [word for word in near if row.cut.contains((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)]
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
