"""From points of a page to offsets and back, line by line."""

from __future__ import annotations

import pytest

from imr_desk.letter.geometry import Rect
from imr_desk.letter.text import LetterText
from imr_desk.ui.page.flow import Flow
from imr_desk.ui.page.layout import Point
from tests.making import letter_text

TEXT = "Alpha beta\ngamma\fdelta"
FLOW = Flow(letter_text(TEXT))


@pytest.mark.parametrize(
    ("point", "before"),
    [
        (Point(1, 0, 5), "Alpha"),
        (Point(1, 22, 5), "pha"),
        (Point(1, 300, 5), "\ngamma"),
        (Point(1, 58, 5), "beta"),
        (Point(1, 20, 26), "mma"),
        (Point(1, 300, 700), "\fdelta"),
        (Point(1, 41, -90), "a beta"),
        (Point(2, -50, 5), "delta"),
    ],
)
def test_a_point_means_the_nearest_offset_of_its_line(point: Point, before: str) -> None:
    offset = FLOW.offset_at(point)
    assert offset is not None
    assert TEXT[offset:].startswith(before)


def test_a_word_is_only_where_it_is_printed() -> None:
    assert FLOW.word_at(Point(1, 75, 5)) == TEXT.index("eta")
    assert FLOW.word_at(Point(1, 300, 5)) is None


def test_the_caret_stands_before_its_character() -> None:
    caret = FLOW.caret(TEXT.index("mma"))
    assert caret is not None
    assert (caret.page, caret.rect) == (1, Rect(20, 20, 20, 32))


def test_lines_are_left_upwards_and_downwards_over_pages_but_not_the_letter() -> None:
    gamma = TEXT.index("gamma")
    assert FLOW.beside(gamma, -1, 61) == TEXT.index("beta")
    assert FLOW.beside(gamma, 1, 21) == TEXT.index("lta")
    assert FLOW.beside(gamma, 2, 21) == gamma


def test_known_character_boxes_are_believed() -> None:
    uneven = FLOW.text.with_char_boxes({0: tuple(Rect(x, 0, x + 2, 12) for x in (0, 2, 4, 6, 48))})
    assert Flow(uneven).offset_at(Point(1, 46, 5)) == 4


def test_a_scan_has_no_offsets() -> None:
    empty = Flow(LetterText("", FLOW.text.pages, ()))
    assert empty.offset_at(Point(1, 5, 5)) is None
    assert empty.caret(0) is None
    assert empty.beside(0, 1, 0) == 0
