"""The letter's text: from offsets to boxes and back."""

from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word

TEXT = "Age 54-year-old\nman\fseen"
"""Two lines on page one, one word on page two; every character is 10 points wide."""


def letter() -> LetterText:
    placed = [(0, 3, 1, 0, 0.0), (4, 15, 1, 0, 40.0), (16, 19, 1, 1, 0.0), (20, 24, 2, 2, 0.0)]
    words = tuple(
        Word(Span(start, end), page, line, Rect(x, 20.0 * line, x + 10.0 * (end - start), 20.0 * line + 12))
        for start, end, page, line, x in placed
    )
    return LetterText(TEXT, (Page(1, 200, 300, Span(0, 19)), Page(2, 200, 300, Span(20, 24))), words)


def test_a_span_over_a_line_and_a_page_has_one_box_for_each_line() -> None:
    assert letter().places(Span(4, 24)) == (
        Place(1, Rect(40, 0, 150, 12)),
        Place(1, Rect(0, 20, 30, 32)),
        Place(2, Rect(0, 40, 40, 52)),
    )


def test_a_span_that_cuts_a_word_takes_its_share_of_the_box_until_the_characters_are_known() -> None:
    assert letter().places(Span(4, 6)) == (Place(1, Rect(40, 0, 60, 12)),)


def test_known_character_boxes_are_exact() -> None:
    widths = [4.0, 16.0, *[10.0] * 9]
    boxes, x = [], 40.0
    for width in widths:
        boxes.append(Rect(x, 0, x + width, 12))
        x += width
    assert letter().with_char_boxes({1: tuple(boxes)}).places(Span(4, 5)) == (Place(1, Rect(40, 0, 44, 12)),)


def test_what_was_known_of_a_span_before_its_characters_were_is_found_again() -> None:
    asked = letter()
    whole, cut = asked.places(Span(0, 3)), asked.places(Span(4, 5))
    sharper = asked.with_char_boxes({1: tuple(Rect(40 + 4 * at, 0, 44 + 4 * at, 12) for at in range(11))})
    assert sharper.places(Span(0, 3)) is whole
    assert sharper.places(Span(4, 5)) == (Place(1, Rect(40, 0, 44, 12)),) != cut


def test_only_words_that_are_cut_need_their_characters() -> None:
    assert letter().cut_words([Span(0, 3), Span(4, 6), Span(16, 24)]) == {1}


def test_an_empty_span_has_no_place() -> None:
    assert letter().places(Span(5, 5)) == ()


def test_printed_words_are_parted_by_single_blanks() -> None:
    assert letter().printed(Span(4, 24)) == "54-year-old man seen"


def test_a_point_finds_the_word_under_it_on_its_page() -> None:
    assert letter().word_at(1, 45, 5) == 1
    assert letter().word_at(1, 35, 5) is None
    assert letter().word_at(2, 5, 45) == 3


def test_an_offset_knows_its_page() -> None:
    assert [letter().page_at(offset) for offset in (0, 18, 20, 99)] == [1, 1, 2, 2]
