"""Strips: the printed words of a span, cut from the page with a few words around them, line below line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from imr_desk.letter.geometry import Place, Rect, enclosing
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page

BEFORE, AFTER = 2, 3
"""How many words of context stand before and after the wanted ones, where their lines have so many."""
PAD = 1.5
"""Points of paper around the words."""
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
    """The rows of a span, and how many more of its lines were left out."""

    rows: tuple[Row, ...]
    left_out: int

    @property
    def pages(self) -> frozenset[int]:
        """The pages whose pictures are needed."""
        return frozenset(row.page.number for row in self.rows)


def strip_of(text: LetterText, span: Span, lines: int) -> Strip:
    """The first `lines` printed lines of a span: whole words only, context on the first line and the last."""
    wanted = text.words_in(span)
    if not wanted:
        return Strip((), 0)
    shown = range(_context(text, wanted.start, -BEFORE), _context(text, wanted.stop - 1, AFTER) + 1)
    rows = tuple(_rows(text, shown, text.places(span)))
    return Strip(rows[:lines], max(0, len(rows) - lines))


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
    lines: dict[tuple[int, int], list[Rect]] = {}
    for index in shown:
        word = text.words[index]
        lines.setdefault((word.page, word.line), []).append(word.rect)
    for boxes, place in zip(lines.values(), places, strict=True):
        yield Row(text.pages[place.page - 1], enclosing(boxes).grown(PAD), place.rect)


def compose(strip: Strip, scale: float, picture: Callable[[int], QImage]) -> QImage:
    """The rows one below the other as they stand on their page, on white, at `scale` pixels a point.

    `picture` gives the picture of a page; where it was drawn at another scale, it is stretched.
    """
    left = min(row.cut.x0 for row in strip.rows)
    width = max(row.cut.x1 for row in strip.rows) - left
    height = sum(row.cut.height for row in strip.rows)
    made = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    top = 0.0
    for row in strip.rows:
        target = Rect(row.cut.x0 - left, top, row.cut.x1 - left, top + row.cut.height)
        image = picture(row.page.number)
        painter.drawImage(_pixels(target, scale), image, _pixels(row.cut, image.width() / row.page.width))
        _mark(painter, row, target, scale)
        top += row.cut.height
    painter.end()
    return made


def _mark(painter: QPainter, row: Row, target: Rect, scale: float) -> None:
    across, down = target.x0 - row.cut.x0, target.y0 - row.cut.y0
    wanted = Rect(row.wanted.x0 + across, row.wanted.y0 + down, row.wanted.x1 + across, row.wanted.y1 + down)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(_pixels(wanted.grown(PAD / 2), scale), AMBER)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _pixels(rect: Rect, scale: float) -> QRectF:
    """The box in whole pixels."""
    x0, y0, x1, y1 = (round(edge * scale) for edge in (rect.x0, rect.y0, rect.x1, rect.y1))
    return QRectF(x0, y0, x1 - x0, y1 - y0)
