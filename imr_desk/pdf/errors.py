"""Why a PDF cannot be read: one error a reason, each with its sentence for the person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import pymupdf

from imr_desk.letter.reading import Failure, FailureKind


class PdfError(Exception):
    """A PDF that cannot be read; `sentence` says what happened and what to do, `{file}` standing for the letter."""

    kind: ClassVar[FailureKind] = FailureKind.DAMAGED
    sentence: ClassVar[str]

    def __str__(self) -> str:
        return self.sentence.format(file="The file")

    def about(self, file: str) -> Failure:
        """The same as a value that names the letter."""
        return Failure(file, self.kind, self.sentence.format(file=f"“{file}”"))


class EmptyFile(PdfError):
    """There are no bytes at all."""

    kind = FailureKind.EMPTY_FILE
    sentence = "{file} is empty: there is nothing in it to read. Fetch or scan the letter again."


class NotAPdf(PdfError):
    """The bytes are something else: a picture, a web page, a text document."""

    kind = FailureKind.NOT_A_PDF
    sentence = "{file} is not a PDF, whatever its name says. Save or scan it as a PDF and add that."


class CutShort(PdfError):
    """The end of the file is missing."""

    sentence = "{file} is cut short: its end is missing, and pages or words with it. Fetch or scan the letter again."


class Damaged(PdfError):
    """The PDF's own structure is broken."""

    sentence = "{file} is damaged and cannot be read. Fetch or scan the letter again."


class NeedsPassword(PdfError):
    """Only a password that was not given opens it."""

    kind = FailureKind.NEEDS_PASSWORD
    sentence = "{file} is locked with a password. Add it again and type the password, or ask for an unlocked copy."


class WrongPassword(PdfError):
    """The password that was given does not open it."""

    kind = FailureKind.NEEDS_PASSWORD
    sentence = "The password given does not open {file}. Check it for capitals and blanks and try again."


class NoPages(PdfError):
    """The PDF opens, but has no page."""

    kind = FailureKind.NO_PAGES
    sentence = "{file} is a PDF without any page: there is no letter in it. Fetch or scan the letter again."


class OutOfMemory(PdfError):
    """Reading it takes more memory than it may have."""

    kind = FailureKind.TOO_MUCH_MEMORY
    sentence = (
        "{file} needs more memory than one letter may take, and was put aside. "
        "Nothing else is affected; fetch or scan the letter again."
    )


@contextmanager
def named() -> Iterator[None]:
    """Turns whatever PyMuPDF raises inside into a `PdfError`.

    PyMuPDF raises errors of MuPDF's own, and RuntimeError, ValueError or TypeError where it notices first.
    """
    try:
        yield
    except MemoryError as error:
        raise OutOfMemory from error
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise (OutOfMemory if "alloc" in str(error) else Damaged) from error
