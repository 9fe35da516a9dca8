"""One letter as one string whose every word knows its page and box."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from imr_desk.letter.geometry import Place, Rect, enclosing
from imr_desk.letter.span import Span


def collapsed(words: str) -> str:
    """Printed words with every run of white space as a single blank."""
    return re.sub(r"\s+", " ", words).strip()


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its span, its page from 1, its line (counted through the whole letter) and its box."""

    span: Span
    page: int
    line: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Page:
    """A page as displayed: its size in points after rotation, and the span of its text (empty on a scan)."""

    number: int
    width: float
    height: float
    span: Span


@dataclass(frozen=True)
class LetterText:
    """The text of a letter and where each word of it stands.

    Words of a line are parted by one blank, lines by a newline, lines with a gap between them by two, and pages by a
    form feed. `char_boxes` holds, by index into `words`, the box of every character of the words that some span cuts.
    """

    text: str
    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    char_boxes: Mapping[int, tuple[Rect, ...]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[object, ...]:
        return LetterText, (self.text, self.pages, self.words, dict(self.char_boxes))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.span.end for word in self.words]

    def words_in(self, span: Span) -> range:
        """Indexes of the words that share a character with the span; none for an empty one."""
        if not len(span):
            return range(0)
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def page_at(self, offset: int) -> int:
        """The page, from 1, on which the character at `offset` stands; the last page beyond the text's end."""
        starts = [page.span.start for page in self.pages]
        return max(1, bisect_right(starts, offset))

    def cut_words(self, spans: Iterable[Span]) -> frozenset[int]:
        """Indexes of the words that some span holds only in part: those whose character boxes are needed."""
        return frozenset(at for span in spans for at in self._outermost(span) if not span.holds(self.words[at].span))

    def _outermost(self, span: Span) -> tuple[int, ...]:
        """The first and the last of a span's words: all others lie wholly in it."""
        words = self.words_in(span)
        return (*words[:1], *words[-1:])

    def with_char_boxes(self, boxes: Mapping[int, tuple[Rect, ...]]) -> LetterText:
        """The same letter, knowing also these words' characters."""
        sharper = replace(self, char_boxes={**self.char_boxes, **boxes})
        for span, places in self._known_places.copy().items():
            if boxes.keys().isdisjoint(self._outermost(span)):
                sharper._known_places[span] = places
        return sharper

    def printed(self, span: Span) -> str:
        """The span's words, white space collapsed to single blanks."""
        known = self._known_words.get(span)
        if known is None:
            known = self._known_words[span] = collapsed(span.of(self.text))
        return known

    def places(self, span: Span) -> tuple[Place, ...]:
        """One box a printed line, in reading order, around exactly the span's characters."""
        known = self._known_places.get(span)
        if known is None:
            known = self._known_places[span] = self._found_places(span)
        return known

    @cached_property
    def _known_places(self) -> dict[Span, tuple[Place, ...]]:
        """The same spans are asked for again and again: with every mark, map row and crop."""
        return {}

    @cached_property
    def _known_words(self) -> dict[Span, str]:
        """All rules ask for them after every edit."""
        return {}

    def _found_places(self, span: Span) -> tuple[Place, ...]:
        lines: dict[tuple[int, int], list[Rect]] = {}
        for index in self.words_in(span):
            word = self.words[index]
            lines.setdefault((word.page, word.line), []).append(self._box(index, span))
        return tuple(Place(page, enclosing(boxes)) for (page, _), boxes in lines.items())

    def word_at(self, page: int, x: float, y: float) -> int | None:
        """Index of the word printed at a point of a page, or None."""
        for index in self.words_in(self.pages[page - 1].span):
            if self.words[index].rect.contains(x, y):
                return index
        return None

    def _box(self, index: int, span: Span) -> Rect:
        word = self.words[index]
        if span.holds(word.span):
            return word.rect
        first = max(span.start, word.span.start) - word.span.start
        last = min(span.end, word.span.end) - word.span.start
        boxes = self.char_boxes.get(index)
        return enclosing(boxes[first:last]) if boxes else _share(word, first, last)


NO_TEXT = LetterText("", (), ())
"""Of a letter that could not be read."""


def _share(word: Word, first: int, last: int) -> Rect:
    """The part of a word's box that falls to some of its characters, were all of one width."""
    step = word.rect.width / max(1, len(word.span))
    return Rect(word.rect.x0 + first * step, word.rect.y0, word.rect.x0 + last * step, word.rect.y1)
