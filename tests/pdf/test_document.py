"""What opens and what does not, and what a person is told then."""

from __future__ import annotations

import pymupdf
import pytest

from imr_desk.letter.reading import FailureKind
from imr_desk.pdf.document import opened, unlocked
from imr_desk.pdf.errors import (
    CutShort,
    Damaged,
    EmptyFile,
    NeedsPassword,
    NoPages,
    NotAPdf,
    OutOfMemory,
    PdfError,
    WrongPassword,
    named,
)
from tests.pdf.paper import plain, written
from tests.pdf.reading import read_text

LETTER = plain("A letter of two lines,", "and this is the other one.")


def locked(owner: str = "", user: str = "") -> bytes:
    """The letter as an AES-256 document with these passwords."""
    aes = pymupdf.PDF_ENCRYPT_AES_256
    with pymupdf.open(stream=LETTER) as document:
        return bytes(document.tobytes(encryption=aes, owner_pw=owner, user_pw=user, permissions=0))


def picture() -> bytes:
    return bytes(pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 20, 20), False).tobytes("png"))


NO_PAGES = written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"])
BAD_COUNT = written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count -3>>"])

BAD = {
    "empty": (b"", EmptyFile, FailureKind.EMPTY_FILE, "is empty"),
    "text": (b"Dear clerk, this is no PDF.", NotAPdf, FailureKind.NOT_A_PDF, "not a PDF"),
    "web page": (b"<html><body>Determination</body></html>", NotAPdf, FailureKind.NOT_A_PDF, "not a PDF"),
    "picture": (picture(), NotAPdf, FailureKind.NOT_A_PDF, "not a PDF"),
    "header too late": (b" " * 2000 + LETTER, NotAPdf, FailureKind.NOT_A_PDF, "not a PDF"),
    "header only": (b"%PDF-1.7\n", Damaged, FailureKind.DAMAGED, "damaged"),
    "cut in half": (LETTER[: len(LETTER) // 2], CutShort, FailureKind.DAMAGED, "cut short"),
    "cut by its tail": (LETTER[:-150], CutShort, FailureKind.DAMAGED, "cut short"),
    "no pages": (NO_PAGES, NoPages, FailureKind.NO_PAGES, "without any page"),
    "impossible page count": (BAD_COUNT, Damaged, FailureKind.DAMAGED, "damaged"),
    "user password": (locked(user="open me"), NeedsPassword, FailureKind.NEEDS_PASSWORD, "locked with a password"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_has_its_own_error_and_sentence(name: str) -> None:
    data, error, kind, words = BAD[name]
    with pytest.raises(error, match=words) as raised, opened(data):
        pass
    failure = raised.value.about("letter {7}.pdf")
    assert failure.kind is kind
    assert failure.file == "letter {7}.pdf"
    assert "“letter {7}.pdf”" in failure.message
    assert failure.message.endswith(".")


@pytest.mark.parametrize(
    "data",
    [LETTER, locked(owner="the state's"), b"\r\n junk before \n" + LETTER, LETTER + b"\n" * 3000],
    ids=["plain", "owner password only", "something before the header", "something after the end"],
)
def test_what_can_be_read_just_opens(data: bytes) -> None:
    with opened(data) as document:
        assert read_text(document).text.startswith("A letter of two lines,\nand this")


def test_the_password_opens_and_another_is_refused() -> None:
    data = locked(user="open me")
    with opened(data, "open me") as document:
        assert read_text(document).words
    with pytest.raises(WrongPassword, match="does not open"), opened(data, "Open me"):
        pass


def test_an_unlocked_copy_opens_without_the_password_and_is_always_the_same() -> None:
    data, copies = locked(user="open me"), []
    for _ in range(2):
        with opened(data, "open me") as document:
            copies.append(unlocked(document))
    assert copies[0] == copies[1]
    with opened(copies[0]) as document, opened(data, "open me") as original:
        assert read_text(document) == read_text(original)


def test_five_hundred_pages_open() -> None:
    with opened(plain("one line", pages=500)) as document:
        text = read_text(document)
    assert len(text.pages) == 500
    assert text.text.count("\f") == 499


def test_the_document_is_closed_at_the_end() -> None:
    with opened(LETTER) as document:
        pass
    assert document.is_closed


@pytest.mark.parametrize(
    ("raised", "turned_into"),
    [
        (MemoryError(), OutOfMemory),
        (RuntimeError("code=1: malloc (4096 bytes) failed"), OutOfMemory),
        (RuntimeError("code=7: bad page tree"), Damaged),
        (ValueError("page not in document"), Damaged),
        (pymupdf.mupdf.FzErrorSyntax("no such object"), Damaged),
    ],
)
def test_what_the_library_raises_becomes_a_named_error(raised: Exception, turned_into: type[PdfError]) -> None:
    with pytest.raises(turned_into), named():
        raise raised
