"""Scans on their way through the workers: page by page, held to time and memory, and given up when nobody waits."""

from __future__ import annotations

import pymupdf
import pytest

from imr_desk.intake.read import read_letter
from imr_desk.intake.request import CharBoxes, FoundBoxes, Limits, Pdf, Read
from imr_desk.letter.reading import Matched, Reading, TextLayer
from imr_desk.pdf.ocr_setup import missing_command
from imr_desk.samples.generate import generate
from imr_desk.samples.paper.scan import Scan
from tests.intake.workers import at_work
from tests.pdf.paper import plain

pytestmark = pytest.mark.skipif(
    missing_command() is not None, reason=f"Tesseract is not installed: {missing_command()}"
)

LETTER = generate(3).scanned(Scan(150))
PAGES = len(LETTER.text.pages)
SHORT = 0.3
"""Of a page's height: to recognise ten such pages takes 3.6 seconds of computing."""
GOOD = Pdf("good.pdf", plain("a good letter"))


def many_pages() -> Pdf:
    """A scan of ten short pages, all the same."""
    with pymupdf.open(stream=LETTER.pdf) as document:
        whole = document[0].rect
        document[0].set_cropbox(pymupdf.Rect(whole.x0, whole.y0, whole.x1, whole.y1 * SHORT))
        document.select([0] * 10)
        return Pdf("long.pdf", document.tobytes())


def test_a_scan_is_read_in_little_memory_and_each_page_told_of() -> None:
    with at_work(limits=Limits(memory=400)) as asked:
        ticket = asked.submit(Pdf("scan.pdf", LETTER.pdf), Read())
        reading = asked.reply().outcome
        told = [asked.progress() for _ in range(PAGES)]
    assert isinstance(reading, Reading)
    assert [(page.ticket, page.page, page.pages) for page in told] == [(ticket, at + 1, PAGES) for at in range(PAGES)]
    assert reading.source.text_layer is TextLayer.OCR
    assert isinstance(reading.detection, Matched)
    case = "header.case_number"
    assert reading.record.at(case).value == LETTER.truth.at(case).value
    (true,), (found,) = (
        text.places(record.at(case).span)
        for text, record in ((LETTER.text, LETTER.truth), (reading.text, reading.record))
    )
    assert found.page == true.page
    assert found.rect.intersects(true.rect)


def test_a_letter_that_takes_longer_than_one_page_may_is_read_all_the_same() -> None:
    letter = many_pages()
    with at_work(limits=Limits(read=3)) as asked:
        reading = asked.outcome(letter, Read())
    assert isinstance(reading, Reading)
    assert all(len(page.span) for page in reading.text.pages)


def test_a_scan_that_nobody_waits_for_any_more_makes_way_at_the_next_page() -> None:
    with at_work() as asked:
        scan = asked.submit(many_pages(), Read())
        assert asked.progress().page == 1
        asked.workers.cancel(scan)
        good = asked.submit(GOOD, Read())
        assert asked.reply().ticket == good
        assert asked.silent


def test_a_word_of_a_scan_that_a_span_cuts_gets_its_share_of_the_words_box() -> None:
    text = read_letter(LETTER.pdf, LETTER.file).text
    word = max(range(len(text.words)), key=lambda index: len(text.words[index].span))
    with at_work() as asked:
        found = asked.outcome(Pdf("scan.pdf", LETTER.pdf), CharBoxes({word: text.words[word]}))
    assert found == FoundBoxes({})
