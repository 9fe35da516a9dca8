"""Recognised lines put into the order and shape that lines of embedded text have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from imr_desk.letter.geometry import Rect, enclosing
from imr_desk.pdf.composer import PrintedLine, PrintedWord, stand_apart

Line = list[PrintedWord]

_BETWEEN_CELLS = 0.9
"""Of a word's height: at least so much white between two words parts the cells of a table, not words of a sentence."""
_ALIGNED = 0.6
"""Of a word's height: by so much may a line's beginning differ from that of the line it continues."""
_LONG_ENOUGH = 10
"""A line tells how askew the page is if it is so many times as wide as high."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word as it is printed, and its box on the page held straight."""

    word: PrintedWord
    rect: Rect


_Cell = list[list[_Seen]]
"""The lines of a cell of a table, or a single line of running text."""


def in_reading_order(lines: Iterable[Line]) -> list[PrintedLine]:
    """The lines from top to bottom, the cells of a table's row one after the other, each with all its lines."""
    lines = list(lines)
    slope = _slope(lines)
    rows: list[list[_Cell]] = []
    for line in lines:
        cells = list(_cells([_Seen(word, _levelled(word.rect, slope)) for word in line]))
        if not (rows and _continued(rows[-1], cells)):
            rows.append([[cell] for cell in cells])
    return list(_printed(chain.from_iterable(chain.from_iterable(rows))))


def _slope(lines: Iterable[Line]) -> float:
    """How far the print sinks for each point to the right."""
    slopes = []
    for line in lines:
        first, last = line[0].rect, line[-1].rect
        if last.x0 - first.x0 > _LONG_ENOUGH * first.height:
            slopes.append((last.y1 - first.y1) / (last.x0 - first.x0))
    return median(slopes) if slopes else 0.0


def _levelled(rect: Rect, slope: float) -> Rect:
    sunk = slope * rect.x0
    return Rect(rect.x0, rect.y0 - sunk, rect.x1, rect.y1 - sunk)


def _cells(line: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    cell = [line[0]]
    for one, other in pairwise(line):
        if other.rect.x0 - one.rect.x1 > _BETWEEN_CELLS * max(one.rect.height, other.rect.height):
            yield cell
            cell = []
        cell.append(other)
    yield cell


def _continued(row: list[_Cell], cells: Sequence[list[_Seen]]) -> bool:
    """Whether the cells go on with cells of the row above, to which they are then added."""
    if not len(cells) < len(row):
        return False
    places = [next((place for place in range(len(row)) if _goes_on(row, place, cell)), None) for cell in cells]
    if None in places:
        return False
    for place, cell in zip(places, cells, strict=True):
        if place is not None:
            row[place].append(cell)
    return True


def _goes_on(row: list[_Cell], place: int, below: Sequence[_Seen]) -> bool:
    """Whether the line stands close below a cell's last, beginning where it began.

    A colon ends a label. At the left margin only the rest of a label goes on: other words there may well go on with a
    sentence that has a wide gap in its first line.
    """
    last = row[place][-1]
    if last[-1].word.string.endswith(":") or (place == 0 and not below[-1].word.string.endswith(":")):
        return False
    upper, lower = enclosing(seen.rect for seen in last), enclosing(seen.rect for seen in below)
    aligned = abs(upper.x0 - lower.x0) < _ALIGNED * lower.height
    return aligned and lower.y0 - upper.y1 < _ALIGNED * lower.height


def _printed(lines: Iterable[list[_Seen]]) -> Iterator[PrintedLine]:
    above: list[PrintedWord] = []
    for line in lines:
        straight = [PrintedWord(seen.rect, seen.word.string) for seen in line]
        yield PrintedLine([seen.word for seen in line], bool(above) and stand_apart(above, straight))
        above = straight
