"""The text that a PDF carries: every printed word with its place, and on demand every character of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from math import isfinite

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.letter.text import Word
from imr_desk.pdf.composer import PrintedLine, PrintedWord, stand_apart
from imr_desk.pdf.document import Document
from imr_desk.pdf.errors import named

_FLAGS = pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_PRESERVE_LIGATURES
"""Ligatures come as their letters; hyphens and soft hyphens at line ends stay; what the page cuts off is left out."""
_ROUNDING = 0.01
_BLANK = re.compile("[\0- \xa0\u202a-\u202e]")
"""What parts words for PyMuPDF, beside the end of a line."""
_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Half characters, which some files name and no text can hold."""


def printed_lines(page: pymupdf.Page) -> Iterator[PrintedLine]:
    """The lines of a page that are there as text, in content order; raises what PyMuPDF raises."""
    above: list[PrintedWord] = []
    for _, group in groupby(_printed(page), key=lambda placed: placed[0]):
        line = [word for _, word in group]
        yield PrintedLine(line, bool(above) and stand_apart(above, line))
        above = line


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


def _printed(page: pymupdf.Page) -> Iterator[tuple[tuple[int, int], PrintedWord]]:
    """The page's words, each with the numbers of its block and of its line in the block."""
    turned = _turned(page)
    for x0, y0, x1, y1, string, block, line, _ in page.get_textpage(flags=_FLAGS).extractWORDS():
        rect = _as_displayed((x0, y0, x1, y1), turned)
        if rect is not None:
            yield (block, line), PrintedWord(rect, _NO_TEXT.sub("\ufffd", string))


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
