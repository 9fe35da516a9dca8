"""Opening a PDF from its bytes, and refusing with a reason what is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pymupdf

from imr_desk.pdf.errors import CutShort, Damaged, EmptyFile, NeedsPassword, NoPages, NotAPdf, WrongPassword, named
from imr_desk.pdf.header import is_pdf

Document = pymupdf.Document

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[Document]:
    """The document, closed again at the end; raises a `PdfError` where the bytes are no readable PDF.

    PyMuPDF forbids use by two threads and does not always come back from hostile files: call this in a worker process.
    """
    _refuse_other_formats(data)
    with named():
        document = pymupdf.open(stream=data, filetype="pdf")
    try:
        _unlock(document, password)
        _refuse_broken(document, data)
        yield document
    finally:
        document.close()


def unlocked(document: Document) -> bytes:
    """A copy of the document that opens without any password; the same bytes each time."""
    with named():
        return bytes(document.tobytes(encryption=pymupdf.mupdf.PDF_ENCRYPT_NONE, no_new_id=True))


def _refuse_other_formats(data: bytes) -> None:
    """PyMuPDF opens pictures and web pages even when told that they are PDF."""
    if not data:
        raise EmptyFile
    if not is_pdf(data):
        raise NotAPdf


def _unlock(document: Document, password: str | None) -> None:
    with named():
        if not document.needs_pass:
            return
        if password is None:
            raise NeedsPassword
        if not document.authenticate(password):
            raise WrongPassword


def _refuse_broken(document: Document, data: bytes) -> None:
    """Refuses what opened all the same: another format, a document without pages, a repaired stump."""
    with named():
        pages, as_pdf, repaired = document.page_count, document.is_pdf, document.is_repaired
    if not as_pdf:
        raise NotAPdf
    if repaired and data.rfind(b"%%EOF") < data.rfind(b"endobj"):
        raise CutShort
    if not pages:
        raise Damaged if repaired else NoPages
