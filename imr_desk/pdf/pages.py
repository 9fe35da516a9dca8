"""The text of a letter whose pages carry it, or are pictures of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pymupdf

from imr_desk.letter.reading import TextLayer
from imr_desk.letter.text import LetterText
from imr_desk.pdf.composer import Composer, PrintedLine
from imr_desk.pdf.document import Document
from imr_desk.pdf.errors import named
from imr_desk.pdf.recognition import Recogniser
from imr_desk.pdf.text_layer import printed_lines

OnPage = Callable[[int], None]
"""Hears the number, from 1, of each page before it is recognised."""

_STAMP = 30
"""Up to so many words on a scanned page are what a fax machine or an archive has stamped on it."""


def quietly(_page: int) -> None:
    """Tells nobody."""


def read_pages(document: Document, scans: Recogniser | None, on_page: OnPage = quietly) -> tuple[LetterText, TextLayer]:
    """All pages' words as one text with places, and where they came from: OCR if some page had to be recognised.

    Where there is nothing to recognise `scans` with, they yield pages without words.
    Raises `PdfError` where a page cannot be read.
    """
    composer, recognised = Composer(), False
    for number in range(document.page_count):
        with named():
            page = document[number]
            lines: Sequence[PrintedLine] = list(printed_lines(page))
            scanned = _is_scan(page, lines)
        if scanned and scans is not None:
            on_page(number + 1)
            lines = scans.lines(page)
            recognised = recognised or bool(lines)
        composer.add_page(page.rect.width, page.rect.height, lines)
    text = composer.letter_text()
    embedded = TextLayer.EMBEDDED if text.words else TextLayer.NONE
    return text, TextLayer.OCR if recognised else embedded


def _is_scan(page: pymupdf.Page, lines: Sequence[PrintedLine]) -> bool:
    """Whether the page is but a picture: it has no words, or hardly any beside a picture of half its size."""
    if not lines:
        return True
    if sum(len(line.words) for line in lines) > _STAMP:
        return False
    half = abs(page.rect) / 2
    return any(abs(pymupdf.Rect(picture["bbox"]) & page.rect) > half for picture in page.get_image_info())
