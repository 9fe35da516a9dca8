"""The one way from a PDF to a reading, the same for the desk, the command line and bulk ingest."""

from __future__ import annotations

import hashlib

from imr_desk.checks.check import check
from imr_desk.letter.reading import Failure, Reading, Source, TextLayer
from imr_desk.letter.text import LetterText
from imr_desk.parser.parse import Parsed, parse
from imr_desk.pdf.document import Document, opened
from imr_desk.pdf.errors import PdfError
from imr_desk.pdf.pages import OnPage, quietly, read_pages
from imr_desk.pdf.recognition import Recogniser, recogniser
from imr_desk.pdf.text_layer import char_boxes


def read_letter(data: bytes, file: str, password: str | None = None) -> Reading:
    """The letter's reading; raises `PdfError` where the PDF cannot be opened or read.

    `file` is the name kept in the reading's source. Runs in this process and without limits: for letters from
    outside use `worker.Workers` or `bulk.read_each`.
    """
    with opened(data, password) as document:
        return read_document(document, file, hashlib.sha256(data).hexdigest(), recogniser())


def attempt(data: bytes, file: str, password: str | None = None) -> Reading | Failure:
    """The same, with an error as a `Failure` that names the letter."""
    try:
        return read_letter(data, file, password)
    except PdfError as error:
        return error.about(file)


def read_document(
    document: Document, file: str, sha256: str, scans: Recogniser | None, on_page: OnPage = quietly
) -> Reading:
    """The same of a document that is open already; `scans` recognises pages that are pictures only.

    A scan that is not recognised, and a PDF that is no determination letter, give a reading too: with nothing found.
    """
    text, layer = read_pages(document, scans, on_page)
    parsed = parse(text, recognised=layer is TextLayer.OCR)
    text = _with_cut_words(document, text, parsed)
    return Reading(
        source=Source(file, sha256, len(text.pages), layer),
        text=text,
        detection=parsed.detection,
        parts=parsed.parts,
        record=parsed.record,
        findings=check(text, parsed.record),
        suggestions=parsed.suggestions,
    )


def _with_cut_words(document: Document, text: LetterText, parsed: Parsed) -> LetterText:
    """The text with the characters' boxes of every word that some field or suggestion takes only in part."""
    spans = [entry.span for entry in parsed.record.entries.values() if entry.span is not None]
    spans += [highlight.span for highlight in parsed.suggestions]
    return text.with_char_boxes(char_boxes(document, {index: text.words[index] for index in text.cut_words(spans)}))
