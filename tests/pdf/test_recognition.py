"""What is read of pages that are pictures, and what is said where nothing can be."""

from __future__ import annotations

import sys
from pathlib import Path

import pymupdf
import pytest
from rapidfuzz.distance import Levenshtein

from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import TextLayer
from imr_desk.letter.text import LetterText, collapsed
from imr_desk.pdf import ocr_setup, recognition
from imr_desk.pdf.document import opened
from imr_desk.pdf.ocr_setup import missing_command
from imr_desk.pdf.pages import read_pages
from imr_desk.pdf.recognition import Recogniser, recogniser
from imr_desk.samples.generate import generate
from imr_desk.samples.paper.scan import Scan
from tests.pdf.paper import Paper, Sheet, plain

LETTER = generate(3)


@pytest.fixture(scope="module")
def tesseract() -> Recogniser:
    if missing := missing_command():
        pytest.skip(f"Tesseract is not installed here: {missing}")
    return Recogniser()


@pytest.mark.parametrize("scan", [Scan(200, skew=1.1, noise=20, specks=0.3), Scan(200, skew=-0.7, fax=True)])
def test_a_scan_reads_as_its_letter_does_each_word_in_its_box(tesseract: Recogniser, scan: Scan) -> None:
    letter = LETTER.scanned(scan)
    text, layer = read(first_page(scan), tesseract)
    true = collapsed(letter.text.pages[0].span.of(letter.text.text))
    assert layer is TextLayer.OCR
    assert Levenshtein.distance(true, collapsed(text.text)) < 0.02 * len(true)
    boxes, found = once(letter.text), once(text)
    assert len(boxes.keys() & found.keys()) > 100
    assert not [word for word in boxes.keys() & found.keys() if not close(boxes[word], found[word])]


def test_pages_that_carry_text_are_read_and_only_the_others_recognised(tesseract: Recogniser) -> None:
    seen: list[int] = []
    with opened(mixed()) as document:
        text, layer = read_pages(document, tesseract, seen.append)
    assert seen == [2]
    assert layer is TextLayer.OCR
    assert [page.span.of(text.text) for page in text.pages[::2]] == ["carried as text"] * 2
    assert "CLINICAL CASE SUMMARY" in text.pages[1].span.of(text.text)


def test_a_scan_that_a_fax_machine_has_stamped_is_recognised_all_the_same(tesseract: Recogniser) -> None:
    with pymupdf.open(stream=first_page()) as document:
        document[0].insert_text((300, 20), "FAX 2016-10-25 p. 1", fontsize=8)
        text, _ = read(document.tobytes(), tesseract)
    assert "FAX" in text.text
    assert len(text.words) > 100


def test_a_scan_that_lies_sideways_in_the_file_is_recognised_as_displayed(tesseract: Recogniser) -> None:
    upright, _ = read(first_page(), tesseract)
    with pymupdf.open(stream=first_page()) as scan, pymupdf.open() as document:
        page = document.new_page(width=792, height=612)
        page.show_pdf_page(page.rect, scan, 0, rotate=90)
        page.set_rotation(90)
        text, _ = read(document.tobytes(), tesseract)
    assert (text.pages[0].width, text.pages[0].height) == (612, 792)
    assert close(text.words[0].rect, upright.words[0].rect)


@pytest.mark.parametrize("words", ["Mental Illness and Stress", "Ill, still ill"])
def test_a_capital_i_is_no_small_l(tesseract: Recogniser, words: str) -> None:
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 100), words, fontname="helv", fontsize=11)
        (line,) = tesseract.lines(document[0])
    assert [word.string for word in line.words] == words.split()


def test_a_list_keeps_its_bullets(tesseract: Recogniser) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        writer = pymupdf.TextWriter(page.rect)
        for place, item in enumerate(("Application for review", "Medical records", "Treatment guidelines")):
            writer.append((72, 100 + 14 * place), f"• {item}", pymupdf.Font("tiro"), fontsize=12)
        writer.write_text(page)
        assert [line.words[0].string for line in tesseract.lines(page)] == ["•"] * 3


def test_a_blank_page_has_no_words(tesseract: Recogniser) -> None:
    text, layer = read(Paper([Sheet(())]).data(), tesseract)
    assert (text.text, len(text.pages), layer) == ("", 1, TextLayer.NONE)


def test_a_page_that_takes_too_long_has_no_words_and_the_next_one_has(tesseract: Recogniser) -> None:
    with opened(first_page()) as document:
        assert tesseract.lines(document[0], seconds=0.001) == []
        assert tesseract.lines(document[0])


def test_a_page_is_not_given_up_because_other_programs_have_the_processors(
    tesseract: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "process_time", lambda: 0.0)
    with opened(first_page()) as document:
        assert tesseract.lines(document[0], seconds=0.2) == tesseract.lines(document[0])


def test_without_tesseract_a_scan_is_pages_without_words() -> None:
    text, layer = read(first_page(), None)
    assert layer is TextLayer.NONE
    assert text.text.strip("\f") == ""


def test_without_tesseract_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr(ocr_setup, "find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", "/my programs/python")
    assert recogniser() is None
    assert missing_command() == ("sudo apt-get install tesseract-ocr && '/my programs/python' -m pip install tesserocr")
    (tmp_path / "eng.traineddata").touch()
    assert missing_command() == "'/my programs/python' -m pip install tesserocr"


def test_a_letter_that_carries_its_text_needs_no_tesseract() -> None:
    assert read(plain("as ever"), None)[1] is TextLayer.EMBEDDED


def read(pdf: bytes, scans: Recogniser | None) -> tuple[LetterText, TextLayer]:
    with opened(pdf) as document:
        return read_pages(document, scans)


def first_page(scan: Scan = Scan(150)) -> bytes:  # noqa: B008
    with pymupdf.open(stream=LETTER.scanned(scan).pdf) as document:
        document.select([0])
        return bytes(document.tobytes())


def mixed() -> bytes:
    """A page of text, a scan, and a page of text."""
    with pymupdf.open(stream=plain("carried as text", pages=2)) as document:
        with pymupdf.open(stream=first_page()) as scan:
            document.insert_pdf(scan, start_at=1)
        return bytes(document.tobytes())


def once(text: LetterText) -> dict[str, Rect]:
    """The box of each word that stands but once on the first page."""
    words = [word for word in text.words if word.page == 1]
    strings = [word.span.of(text.text) for word in words]
    return {string: word.rect for string, word in zip(strings, words, strict=True) if strings.count(string) == 1}


def close(true: Rect, found: Rect) -> bool:
    """Whether the box is as wide as the word, and as high as a line rather than as the word's own letters."""
    across = abs(true.x0 - found.x0) < 3 and abs(true.x1 - found.x1) < 3
    return across and true.y0 - 4 < found.y0 < found.y1 < true.y1 + 4 and found.height > 7
