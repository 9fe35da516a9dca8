"""The lines of a letter as reading and a caret follow them: from a point of a page to an offset, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from imr_desk.letter.geometry import Place, Rect, enclosing
from imr_desk.letter.span import Span, covering
from imr_desk.letter.text import LetterText
from imr_desk.ui.page.layout import Point


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its page, the span of its words, their indexes in the letter, and the box around them."""

    page: int
    span: Span
    words: range
    rect: Rect


@dataclass(frozen=True)
class Flow:
    """A letter's text, line by line."""

    text: LetterText

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(_lines(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def line_of(self, offset: int) -> int | None:
        """Index of the line that holds an offset, or of the last one before it; None in a letter without text."""
        return max(0, bisect_right(self._starts, offset) - 1) if self.lines else None

    def offset_at(self, point: Point) -> int | None:
        """The offset whose left edge is nearest to a point, on the point's page; None on a page without text."""
        on_page = self._on_page(point.page)
        if not on_page:
            return None
        return self._offset_in(min(on_page, key=lambda line: _distance(line.rect, point)), point.x)

    def word_at(self, point: Point) -> int | None:
        """The offset of the character printed at a point, or None where the paper is blank."""
        index = self.text.word_at(point.page, point.x, point.y)
        if index is None:
            return None
        word = self.text.words[index]
        edges = self._edges(index)
        return min(word.span.start + max(0, bisect_right(edges, point.x) - 1), word.span.end - 1)

    def caret(self, offset: int) -> Place | None:
        """A box without width where a caret before `offset` stands; None in a letter without text."""
        at = self.line_of(offset)
        if at is None:
            return None
        line = self.lines[at]
        x = self._x_of(line, offset)
        return Place(line.page, Rect(x, line.rect.y0, x, line.rect.y1))

    def beside(self, offset: int, by: int, x: float) -> int:
        """The offset `by` lines further down, as near to `x` as that line allows; the same where there is none."""
        at = self.line_of(offset)
        if at is None or not 0 <= at + by < len(self.lines):
            return offset
        return self._offset_in(self.lines[at + by], x)

    def _on_page(self, page: int) -> tuple[Line, ...]:
        pages = [line.page for line in self.lines]
        return self.lines[bisect_left(pages, page) : bisect_right(pages, page)]

    def _offset_in(self, line: Line, x: float) -> int:
        index = min(line.words, key=lambda one: _aside(self.text.words[one].rect, x))
        edges = self._edges(index)
        nearest = min(range(len(edges)), key=lambda one: abs(edges[one] - x))
        return self.text.words[index].span.start + nearest

    def _x_of(self, line: Line, offset: int) -> float:
        index = next((one for one in line.words if offset <= self.text.words[one].span.end), line.words[-1])
        span = self.text.words[index].span
        return self._edges(index)[min(max(offset - span.start, 0), len(span))]

    def _edges(self, index: int) -> list[float]:
        """The left edge of every character of a word, and the right edge of the last."""
        word, boxes = self.text.words[index], self.text.char_boxes.get(index)
        if boxes:
            return [*(box.x0 for box in boxes), boxes[-1].x1]
        step = word.rect.width / max(1, len(word.span))
        return [word.rect.x0 + step * place for place in range(len(word.span) + 1)]


def _lines(text: LetterText) -> Iterator[Line]:
    indexes = range(len(text.words))
    for (page, _), group in groupby(indexes, key=lambda index: (text.words[index].page, text.words[index].line)):
        members = list(group)
        words = [text.words[index] for index in members]
        yield Line(
            page,
            covering(*(word.span for word in words)),
            range(members[0], members[-1] + 1),
            enclosing(word.rect for word in words),
        )


def _distance(rect: Rect, point: Point) -> tuple[float, float]:
    """How far a point lies above or below a line, then beside it: a line's height counts before its length."""
    return max(rect.y0 - point.y, point.y - rect.y1, 0.0), _aside(rect, point.x)


def _aside(rect: Rect, x: float) -> float:
    return max(rect.x0 - x, x - rect.x1, 0.0)
