"""Strips: the printed words of a span, cut from the page with a few words around them, line below line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from imr_desk.desk.pages.foreign_ink import cleaned
from imr_desk.letter.geometry import Place, Rect, enclosing
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page

BEFORE, AFTER = 2, 3
"""How many words of context stand before and after the wanted ones, where their lines have so many."""
PAD = 1.5
"""Points of paper beside the words."""
AIR = 1.0
"""Points of paper above them, where the line above leaves it."""
HEADROOM = 0.12
"""Of a line's height, at its top: no letter reaches up there where the line above hangs down into it."""
_CELLS = 4
"""Lines back in which the one right above is found, where a row of a table has so many cells."""
AMBER = QColor("#FFE9A8")
"""Marks the wanted words; a strip is paper, white in every theme."""


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of a strip: the box to cut out of its page, and the box of the wanted words in it."""

    page: Page
    cut: Rect
    wanted: Rect


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows of a span, and how many of its lines were left out between the first and the last."""

    rows: tuple[Row, ...]
    left_out: int

    @property
    def pages(self) -> frozenset[int]:
        """The pages whose pictures are needed."""
        return frozenset(row.page.number for row in self.rows)


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture of a page, or of a part that begins at `corner`; `scale` is its pixels a point."""

    image: QImage
    scale: float
    corner: QPoint


def strip_of(text: LetterText, span: Span, lines: int) -> Strip:
    """The printed lines of a span, whole words only, with context on the first line and the last.

    Of more than `lines` lines these two alone: what is to be checked of a passage is where it begins and where it ends.
    Of several lines the first is shown from its beginning, so that all begin at one edge.
    """
    wanted = text.words_in(span)
    if not wanted:
        return Strip((), 0)
    one_line = text.words[wanted.start].line == text.words[wanted.stop - 1].line
    before = BEFORE if one_line else len(text.words)
    shown = range(_context(text, wanted.start, -before), _context(text, wanted.stop - 1, AFTER) + 1)
    rows = tuple(_rows(text, shown, text.places(span)))
    return Strip(rows, 0) if len(rows) <= lines else Strip((rows[0], rows[-1]), len(rows) - 2)


def _context(text: LetterText, index: int, by: int) -> int:
    """Index of the last word on the way from `index`, at most `by` words off and on the same line."""
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        beside = index + step
        if not 0 <= beside < len(text.words) or text.words[beside].line != text.words[index].line:
            break
        index = beside
    return index


def _rows(text: LetterText, shown: range, places: tuple[Place, ...]) -> Iterator[Row]:
    lines: dict[tuple[int, int], list[int]] = {}
    for index in shown:
        word = text.words[index]
        lines.setdefault((word.page, word.line), []).append(index)
    for indexes, place in zip(lines.values(), places, strict=True):
        cut = _cut(enclosing(text.words[index].rect for index in indexes), _ceiling(text, indexes[0]))
        yield Row(text.pages[place.page - 1], cut, _cut(place.rect, cut.y0))


def _cut(box: Rect, ceiling: float) -> Rect:
    top = min(max(0.0, box.y0 - AIR, ceiling), box.y0 + HEADROOM * box.height)
    return Rect(box.x0 - PAD, top, box.x1 + PAD, box.y1)


def _ceiling(text: LetterText, index: int) -> float:
    """How far down the words above the word reach; boxes of embedded words overlap, those of scans do not.

    What reaches beyond the word's middle stands beside it: the other cells of a table are lines of their own.
    """
    word = text.words[index]
    middle = (word.rect.y0 + word.rect.y1) / 2
    before = (text.words[other] for other in range(index - 1, -1, -1))
    near = takewhile(lambda other: other.page == word.page and other.line >= word.line - _CELLS, before)
    return max((other.rect.y1 for other in near if other.line < word.line and other.rect.y1 <= middle), default=0.0)


def clips(strip: Strip, scale: float) -> dict[int, Rect]:
    """The part of each page that a strip needs, by page, its corners on whole pixels of a drawing at `scale`."""
    return {page: _clip([row for row in strip.rows if row.page.number == page], scale) for page in strip.pages}


def _clip(rows: Sequence[Row], scale: float) -> Rect:
    page, box = rows[0].page, enclosing(row.cut for row in rows)
    left, top = (max(0, math.floor(edge * scale)) / scale for edge in (box.x0, box.y0))
    return Rect(left, top, min(page.width, box.x1 + 1), min(page.height, box.y1 + 1))


def whole(image: QImage, page: Page) -> Piece:
    """The picture of a whole page."""
    return Piece(image, image.width() / page.width, QPoint(0, 0))


def compose(strip: Strip, scale: float, piece: Callable[[Page], Piece]) -> QImage:
    """The rows one below the other as they stand on their page, on white, at `scale` pixels a point.

    `piece` gives the picture of a page; where it was drawn at another scale, it is stretched.
    """
    left = min(row.cut.x0 for row in strip.rows)
    width = max(row.cut.x1 for row in strip.rows) - left
    heights = [round(row.cut.height * scale) for row in strip.rows]
    made = QImage(round(width * scale), sum(heights), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    tops = [sum(heights[:place]) for place in range(len(heights))]
    targets = [
        QRect(round((row.cut.x0 - left) * scale), top, round(row.cut.width * scale), height)
        for row, top, height in zip(strip.rows, tops, heights, strict=True)
    ]
    painter = QPainter(made)
    for row, target in zip(strip.rows, targets, strict=True):
        _paint_row(painter, row, target, piece(row.page), scale)
    painter.end()
    painter.begin(cleaned(made, targets))
    for row, target in zip(strip.rows, targets, strict=True):
        _tint_wanted(painter, row, target, scale)
    painter.end()
    return made


def _paint_row(painter: QPainter, row: Row, target: QRect, piece: Piece, scale: float) -> None:
    """The row's piece of the page, pixel for pixel where the page was drawn at `scale`."""
    drawn = piece.scale
    corner = QPoint(round(row.cut.x0 * drawn), round(row.cut.y0 * drawn)) - piece.corner
    sharp = abs(drawn - scale) * row.page.width < 1
    size = target.size() if sharp else target.size() * (drawn / scale)
    painter.drawImage(target, piece.image, QRect(corner, size))


def _tint_wanted(painter: QPainter, row: Row, target: QRect, scale: float) -> None:
    wanted = QRect(target)
    wanted.setLeft(target.left() + round((row.wanted.x0 - row.cut.x0) * scale))
    wanted.setWidth(round(row.wanted.width * scale))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(wanted, AMBER)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
