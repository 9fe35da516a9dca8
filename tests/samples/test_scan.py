"""Scans show the letter's words where their truth says."""

from __future__ import annotations

import pytest

from imr_desk.letter.geometry import Rect
from imr_desk.pdf.document import opened
from imr_desk.pdf.page_image import render
from imr_desk.samples.generate import generate
from imr_desk.samples.paper.scan import Scan


@pytest.mark.parametrize("scan", [Scan(150), Scan(200, skew=1.2), Scan(200, skew=-0.8, noise=25), Scan(200, fax=True)])
def test_the_ink_of_a_field_lies_where_its_truth_says(scan: Scan) -> None:
    letter = generate(9).scanned(scan)
    place = letter.text.places(letter.truth.at("header.case_number").span)[0]
    with opened(letter.pdf) as document:
        inside = darkness(document, place.rect)
        beside = darkness(document, Rect(place.rect.x1 + 8, place.rect.y0, place.rect.x1 + 40, place.rect.y1))
    assert inside > beside + 10


def darkness(document, rect: Rect) -> float:
    image = render(document, 1, 2.0, rect)
    return 255 - sum(image.pixels) / len(image.pixels)


def test_a_scan_has_the_same_bytes_every_time_and_the_same_truth_as_the_letter() -> None:
    letter, scan = generate(9), Scan(150, noise=20, specks=0.5)
    assert letter.scanned(scan).pdf == letter.scanned(scan).pdf
    assert letter.scanned(scan).truth == letter.truth
