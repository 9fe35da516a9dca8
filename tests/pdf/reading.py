"""The text of an open document, for tests; whoever writes papers only needs no reader of PDFs."""

from __future__ import annotations

from imr_desk.letter.text import LetterText
from imr_desk.pdf.document import Document
from imr_desk.pdf.pages import read_pages


def read_text(document: Document) -> LetterText:
    """The words that the pages carry; a scan has none."""
    text, _ = read_pages(document, None)
    return text
