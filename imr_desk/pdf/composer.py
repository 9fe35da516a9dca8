"""Printed words, however they were read, put together into one text with places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word

_VISIBLE_GAP = 0.5
"""Of a line's height: at least so much white between two lines is a gap to the eye."""


class PrintedWord(NamedTuple):
    """A word and its box on the page as displayed."""

    rect: Rect
    string: str


class PrintedLine(NamedTuple):
    """A line's words, and whether it stands visibly apart from the line before it."""

    words: Sequence[PrintedWord]
    apart: bool


class Composer:
    """Puts pages one after the other into a text, noting where each word of it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._lines = 0
        self._words: list[Word] = []
        self._pages: list[Page] = []

    def add_page(self, width: float, height: float, lines: Iterable[PrintedLine]) -> None:
        """The next page, its size in points as displayed, its lines in reading order."""
        if self._pages:
            self._put("\f")
        start, number = self._length, len(self._pages) + 1
        for line in lines:
            if self._length > start:
                self._put("\n\n" if line.apart else "\n")
            self._add_line(line.words, number)
        self._pages.append(Page(number, width, height, Span(start, self._length)))

    def letter_text(self) -> LetterText:
        """What has been put together so far."""
        return LetterText("".join(self._pieces), tuple(self._pages), tuple(self._words))

    def _add_line(self, words: Sequence[PrintedWord], page: int) -> None:
        at = self._length
        for word in words:
            span = Span(at, at + len(word.string))
            self._words.append(Word(span, page, self._lines, word.rect))
            at = span.end + 1
        self._put(" ".join(word.string for word in words))
        self._lines += 1

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def stand_apart(above: Sequence[PrintedWord], below: Sequence[PrintedWord]) -> bool:
    """Whether the eye sees a gap between two lines."""
    white = min(word.rect.y0 for word in below) - max(word.rect.y1 for word in above)
    height = min(max(word.rect.height for word in line) for line in (above, below))
    return white > _VISIBLE_GAP * height
