"""The text that a PDF carries: every printed word with its place, and on demand every character of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from math import isfinite
from typing import NamedTuple

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word
from imr_desk.pdf.document import Document
from imr_desk.pdf.errors import named

_FLAGS = pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_PRESERVE_LIGATURES
"""Ligatures come as their letters; hyphens and soft hyphens at line ends stay; what the page cuts off is left out."""
_VISIBLE_GAP = 0.5
"""Of a line's height: at least so much white between two lines is a gap to the eye."""
_ROUNDING = 0.01
_BLANK = re.compile("[\0- \xa0\u202a-\u202e]")
"""What parts words for PyMuPDF, beside the end of a line."""
_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Half characters, which some files name and no text can hold."""


class _Printed(NamedTuple):
    """A word as PyMuPDF gives it: box, string, and its numbers of block, line and word."""

    rect: Rect
    string: str
    block: int
    line: int


def read_text(document: Document) -> LetterText:
    """All pages' words, in the order in which the letter prints them, as one text with places.

    Raises `PdfError` where a page cannot be read. A scan yields pages without words.
    """
    composer = _Composer()
    with named():
        for page in document.pages():
            composer.add_page(page)
    return composer.letter_text()


def char_boxes(document: Document, words: Mapping[int, Word]) -> dict[int, tuple[Rect, ...]]:
    """One box for each character of the words, by the keys they came with; words that are not found are left out.

    Costs three times the reading of a page's words: meant for the few words that a span cuts.
    Raises `PdfError` where a page cannot be read.
    """
    found: dict[int, tuple[Rect, ...]] = {}
    by_page = sorted(words.items(), key=lambda entry: entry[1].page)
    with named():
        for number, wanted in groupby(by_page, key=lambda entry: entry[1].page):
            chars = list(_char_rects(document[number - 1]))
            for index, word in wanted:
                inside = _within(word.rect, chars)
                if len(inside) >= len(word.span):
                    found[index] = _parted(inside[: len(word.span)])
    return found


class _Composer:
    """Puts pages one after the other into a text, noting where each word of it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._lines = 0
        self._words: list[Word] = []
        self._pages: list[Page] = []

    def add_page(self, page: pymupdf.Page) -> None:
        """The page's words in content order, its lines parted by how far apart they stand."""
        if self._pages:
            self._put("\f")
        start, above = self._length, None
        for _, group in groupby(_printed(page), key=lambda word: (word.block, word.line)):
            line = list(group)
            if above is not None:
                self._put("\n\n" if _gap_between(above, line) else "\n")
            self._add_line(line, page.number + 1)
            above = line
        size = page.rect
        self._pages.append(Page(page.number + 1, size.width, size.height, Span(start, self._length)))

    def letter_text(self) -> LetterText:
        """What has been put together so far."""
        return LetterText("".join(self._pieces), tuple(self._pages), tuple(self._words))

    def _add_line(self, line: list[_Printed], page: int) -> None:
        at = self._length
        for word in line:
            span = Span(at, at + len(word.string))
            self._words.append(Word(span, page, self._lines, word.rect))
            at = span.end + 1
        self._put(" ".join(word.string for word in line))
        self._lines += 1

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def _printed(page: pymupdf.Page) -> Iterator[_Printed]:
    """The page's words with their boxes on the page as displayed."""
    turned = _turned(page)
    for x0, y0, x1, y1, string, block, line, _ in page.get_textpage(flags=_FLAGS).extractWORDS():
        rect = _as_displayed((x0, y0, x1, y1), turned)
        if rect is not None:
            yield _Printed(rect, _NO_TEXT.sub("\ufffd", string), block, line)


def _char_rects(page: pymupdf.Page) -> Iterator[Rect]:
    """The boxes of the page's characters, blanks left out, in content order."""
    turned = _turned(page)
    blocks = page.get_textpage(flags=_FLAGS).extractRAWDICT()["blocks"]
    lines = chain.from_iterable(block.get("lines", ()) for block in blocks)
    spans = chain.from_iterable(line["spans"] for line in lines)
    for char in chain.from_iterable(span["chars"] for span in spans):
        if not _BLANK.match(char["c"]):
            rect = _as_displayed(char["bbox"], turned)
            if rect is not None:
                yield rect


def _turned(page: pymupdf.Page) -> pymupdf.Matrix | None:
    """What takes PyMuPDF's text coordinates, which know no rotation, to the page as displayed.

    `page.rotation_matrix` would not do: it overlooks the page's UserUnit.
    """
    width, height = page.rect.width, page.rect.height
    match page.rotation:
        case 90:
            return pymupdf.Matrix(0, 1, -1, 0, width, 0)
        case 180:
            return pymupdf.Matrix(-1, 0, 0, -1, width, height)
        case 270:
            return pymupdf.Matrix(0, -1, 1, 0, 0, height)
        case _:
            return None


def _as_displayed(box: tuple[float, float, float, float], turned: pymupdf.Matrix | None) -> Rect | None:
    """The box on the page as displayed, or None where the file gives no sane one."""
    x0, y0, x1, y1 = pymupdf.Rect(box) * turned if turned else box
    return Rect(x0, y0, x1, y1) if isfinite(x0 + y0 + x1 + y1) and x0 <= x1 and y0 <= y1 else None


def _gap_between(above: list[_Printed], below: list[_Printed]) -> bool:
    bottom = max(word.rect.y1 for word in above)
    top = min(word.rect.y0 for word in below)
    height = min(max(word.rect.height for word in line) for line in (above, below))
    return top - bottom > _VISIBLE_GAP * height


def _within(rect: Rect, chars: Iterable[Rect]) -> list[Rect]:
    """The characters that lie wholly in the box."""
    box = rect.grown(_ROUNDING)
    return [char for char in chars if box.contains(char.x0, char.y0) and box.contains(char.x1, char.y1)]


def _parted(boxes: Iterable[Rect]) -> tuple[Rect, ...]:
    """The boxes with each ligature's shared out among its letters, of which all but the first come without extent."""
    glyphs: list[list[Rect]] = []
    for box in boxes:
        if glyphs and not (box.width and box.height):
            glyphs[-1].append(box)
        else:
            glyphs.append([box])
    return tuple(chain.from_iterable(_shares(glyph[0], glyph[-1], len(glyph)) for glyph in glyphs))


def _shares(glyph: Rect, end: Rect, letters: int) -> Iterator[Rect]:
    """The glyph's box in equal parts, counted towards its end: an edge of it, on whichever side the print runs to."""
    across = end.width < end.height
    start = glyph.x0 + glyph.x1 - end.x0 if across else glyph.y0 + glyph.y1 - end.y0
    step = ((end.x0 if across else end.y0) - start) / letters
    if letters == 1:
        yield glyph
        return
    for letter in range(letters):
        one, other = sorted((start + letter * step, start + (letter + 1) * step))
        yield Rect(one, glyph.y0, other, glyph.y1) if across else Rect(glyph.x0, one, glyph.x1, other)
