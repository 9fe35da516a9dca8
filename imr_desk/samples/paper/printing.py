"""Set letters as PDF: text in the standard fonts, tables ruled and shaded; the same bytes every time."""

from __future__ import annotations

from itertools import groupby, pairwise

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.samples.paper.faces import width
from imr_desk.samples.paper.typesetter import PAGE_HEIGHT, PAGE_WIDTH, Frame, SetLetter, SetWord

_GREY = (0.878, 0.878, 0.878)
_RULE = 0.48


def printed(letter: SetLetter) -> bytes:
    """The letter as a PDF file."""
    with pymupdf.open() as document:
        for number in range(1, letter.pages + 1):
            page = document.new_page(width=PAGE_WIDTH, height=PAGE_HEIGHT)
            _rule(page, [frame for frame in letter.frames if frame.page == number])
            _print(page, [word for word in letter.words if word.page == number])
        return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def _rule(page: pymupdf.Page, frames: list[Frame]) -> None:
    if not frames:
        return
    shape = page.new_shape()
    for grey in (True, False):
        boxes = [frame.rect for frame in frames if frame.grey or not grey]
        for box in boxes:
            shape.draw_rect(_box(box))
        shape.finish(width=0 if grey else _RULE, color=None if grey else (0, 0, 0), fill=_GREY if grey else None)
    shape.commit()


def _print(page: pymupdf.Page, words: list[SetWord]) -> None:
    """Each line's run of one face as one string: the readers' word gaps are then the blanks of the font."""
    shape = page.new_shape()
    for _, grouped in groupby(words, key=lambda word: (word.line, word.face)):
        run = list(grouped)
        first = run[0]
        string = first.text + "".join(_blanks(*both) + both[1].text for both in pairwise(run))
        shape.insert_text((first.left, first.base), _encoded(string), fontname=first.face.value, fontsize=first.size)
    shape.commit()


def _blanks(word: SetWord, following: SetWord) -> str:
    return " " * round((following.left - word.right) / width(" ", word.face, word.size))


def _box(rect: Rect) -> pymupdf.Rect:
    return pymupdf.Rect(rect.x0, rect.y0, rect.x1, rect.y1)


def _encoded(text: str) -> str:
    """The text in the code points of the standard fonts' encoding, which PyMuPDF writes as they are."""
    return text.encode("cp1252").decode("latin-1")
