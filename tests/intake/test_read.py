"""From bytes to a reading, whatever the PDF holds."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from imr_desk.intake.read import attempt, read_letter
from imr_desk.letter.entry import Found
from imr_desk.letter.reading import Failure, FailureKind, Matched, Reading, TextLayer, Unrecognised
from imr_desk.letter.record import blank_record
from imr_desk.pdf.errors import NotAPdf
from tests.pdf.paper import Paper, Sheet, plain

RECIPE = plain("Potato soup for four", "Peel six potatoes and boil them until they are soft.", pages=2)
SCAN = Paper([Sheet(()), Sheet(())]).data()


def test_the_source_says_what_was_read() -> None:
    source = read_letter(RECIPE, "soup.pdf").source
    assert (source.file, source.sha256) == ("soup.pdf", hashlib.sha256(RECIPE).hexdigest())
    assert (source.pages, source.text_layer) == (2, TextLayer.EMBEDDED)


def test_a_pdf_that_is_no_letter_is_kept_with_all_fields_absent() -> None:
    reading = read_letter(RECIPE, "soup.pdf")
    assert isinstance(reading.detection, Unrecognised)
    assert not [path for path, entry in reading.record.entries.items() if isinstance(entry.outcome, Found)]
    assert blank_record().entries.keys() <= reading.record.entries.keys(), "every field can be filled in by hand"
    assert reading.text.words


def test_a_scan_is_accepted_as_pictures_only() -> None:
    reading = read_letter(SCAN, "scan.pdf")
    assert reading.source.text_layer is TextLayer.NONE
    assert isinstance(reading.detection, Unrecognised)
    assert len(reading.text.pages) == 2
    assert blank_record().entries.keys() <= reading.record.entries.keys()


def test_an_attempt_names_the_letter_that_failed() -> None:
    failure = attempt(b"no pdf", "notes.pdf")
    assert isinstance(failure, Failure)
    assert (failure.file, failure.kind) == ("notes.pdf", FailureKind.NOT_A_PDF)
    with pytest.raises(NotAPdf):
        read_letter(b"no pdf", "notes.pdf")


def test_five_hundred_pages_are_read() -> None:
    reading = attempt(plain("one line", pages=500), "long.pdf")
    assert isinstance(reading, Reading)
    assert reading.source.pages == 500


def test_every_real_letter_is_read_and_every_field_has_its_place(real_letters: Path) -> None:
    for path in sorted((real_letters / "pdf").glob("*.pdf")):
        reading = read_letter(path.read_bytes(), path.name)
        assert isinstance(reading.detection, Matched), path.name
        spans = [entry.span for entry in reading.record.entries.values() if entry.span]
        assert reading.text.cut_words(spans) <= reading.text.char_boxes.keys(), path.name
        assert all(reading.text.places(span) for span in spans if len(span)), path.name
