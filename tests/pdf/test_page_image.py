"""How a page looks."""

from __future__ import annotations

import pytest

from imr_desk.letter.geometry import Rect
from imr_desk.pdf.document import opened
from imr_desk.pdf.errors import Damaged
from imr_desk.pdf.page_image import MOST_PIXELS, PageImage, render
from tests.pdf.paper import Paper, Sheet, plain

SHEET = Sheet((("ink",),), width=200, height=100)


def drawn(sheet: Sheet, scale: float, clip: Rect | None = None) -> PageImage:
    with opened(Paper([sheet]).data()) as document:
        return render(document, 1, scale, clip)


def test_a_page_has_scale_pixels_a_point() -> None:
    image = drawn(SHEET, 1.5)
    assert (image.width, image.height, image.scale) == (300, 150, 1.5)
    assert len(image.pixels) == image.height * image.stride


def test_a_clip_is_the_same_part_of_the_whole_page() -> None:
    whole, part = drawn(SHEET, 2.0), drawn(SHEET, 2.0, Rect(20, 60, 50, 90))
    rows = [bytes(whole.pixels[(120 + row) * whole.stride :][120:300]) for row in range(60)]
    assert (part.width, part.height) == (60, 60)
    assert [bytes(part.pixels[row * part.stride :][:180]) for row in range(60)] == rows


def test_a_clip_is_in_points_of_the_page_as_turned() -> None:
    image = drawn(Sheet((("ink",),), width=200, height=100, turn=90), 1.0, Rect(0, 150, 100, 200))
    assert (image.width, image.height) == (100, 50)


def test_a_clip_beyond_the_page_is_cut_to_it() -> None:
    image = drawn(SHEET, 1.0, Rect(150, 50, 900, 900))
    assert (image.width, image.height) == (50, 50)


def test_a_huge_page_is_drawn_smaller() -> None:
    image = drawn(Sheet((), width=14_000, height=14_000), 3.0)
    assert image.width * image.height <= MOST_PIXELS * 1.01
    assert image.scale == pytest.approx(image.width / 14_000, rel=0.01)


def test_a_page_that_is_not_there_is_named_as_damage() -> None:
    with opened(plain("one page")) as document, pytest.raises(Damaged):
        render(document, 2, 1.0)
