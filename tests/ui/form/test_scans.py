"""What the form says of a letter that is pictures of pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from imr_desk.letter.reading import Reading, TextLayer
from imr_desk.letter.text import LetterText
from imr_desk.ui.form.findings import letter_notes
from tests.ui.form.desk import Desk, a_letter

COMMAND = "sudo install tesseract"


@pytest.mark.parametrize("missing", [COMMAND, None])
def test_a_scan_that_could_not_be_recognised_names_the_one_command(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch, missing: str | None
) -> None:
    monkeypatch.setattr(letter_notes, "missing_command", lambda: missing)
    empty_desk.open(from_pictures(a_letter(), TextLayer.NONE))
    said = note(empty_desk)
    assert "a scan without text" in said
    assert said.endswith(f"run this once: {COMMAND}") == (missing is not None)


def test_pages_on_which_nothing_was_recognised_are_named(empty_desk: Desk) -> None:
    letter = a_letter()
    page = letter.text.pages[0]
    blank = [replace(page, number=number, span=type(page.span)(0, 0)) for number in (2, 3)]
    text = LetterText(letter.text.text, (page, *blank), letter.text.words)
    empty_desk.open(from_pictures(replace(letter, text=text), TextLayer.OCR))
    assert note(empty_desk) == "No words were recognised on these pages: 2, 3."


def test_of_a_scan_that_was_read_there_is_nothing_to_say(empty_desk: Desk) -> None:
    empty_desk.open(from_pictures(a_letter(), TextLayer.OCR))
    assert note(empty_desk) == ""


def from_pictures(letter: Reading, layer: TextLayer) -> Reading:
    return replace(letter, source=replace(letter.source, text_layer=layer))


def note(desk: Desk) -> str:
    """All that stands above the fields."""
    return "\n".join(filter(None, (label.text() for label in desk.form.sections.notes.findChildren(QLabel))))
