"""What is peeked at, and how its pieces are cut out of the pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.ui.map.letter_parts import MapRow, Mark
from imr_desk.ui.portal.clips import Pasted, clips_of
from imr_desk.ui.portal.peek import decision_peek, header_peek, part_peek
from tests.making import found, letter_text

TEXT = "Case Number: CM16-1\nDate: 2016\n\nThe adjuster denied it.\nMore words stand here.\fA second page\nends"
LETTER = letter_text(TEXT)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_the_header_is_its_table_or_else_what_its_fields_were_read_from() -> None:
    record = Record({"header.case_number": found(TEXT, "CM16-1"), "header.decision_date": found(TEXT, "2016")})
    table = Part("header", span_of("Case Number: CM16-1"))
    assert header_peek((table,), record).spans == (table.span,)
    assert header_peek((), record).spans == (span_of("CM16-1\nDate: 2016"),)
    assert header_peek((), Record()).spans == ()
    assert header_peek((), Record()).missing


def test_every_statement_of_a_review_decision_is_shown() -> None:
    record = Record({"ur_events[0].text": found(TEXT, "adjuster denied it"), "ur_events[1].text": found(TEXT, "ends")})
    assert decision_peek(record).spans == (span_of("adjuster denied it"), span_of("ends"))
    assert decision_peek(Record()).spans == ()


@pytest.mark.parametrize("span", [Span(0, 4), None])
def test_a_part_of_the_map_is_shown_by_its_title(span: Span | None) -> None:
    peek = part_peek(MapRow("Item 2", 0, "5", Mark.NONE, span, ()))
    assert peek.title == "Item 2"
    assert peek.spans == ((span,) if span else ())


def test_a_part_over_two_pages_is_two_pieces_one_below_the_other() -> None:
    clips = clips_of(LETTER, [span_of("stand here.\fA second")])
    assert [clip.page.number for clip in clips] == [1, 2]
    pasted = Pasted(clips, 1.5)
    first, second = (pasted.tops[0], pasted.tops[1])
    assert second > first + clips[0].rect.height


def test_places_beside_each_other_are_one_piece() -> None:
    assert len(clips_of(LETTER, [span_of("Case"), span_of("Date")])) == 1
    assert len(clips_of(LETTER, [span_of("Case"), span_of("More")])) == 2


@given(st.integers(0, len(LETTER.words) - 1), st.floats(0.3, 4.0))
def test_the_point_of_a_word_that_is_shown_is_found_again(index: int, scale: float) -> None:
    word = LETTER.words[index]
    pasted = Pasted(clips_of(LETTER, [word.span]), scale)
    left, top = pasted.page_corner(0)
    x, y = (word.rect.x0 + word.rect.x1) / 2, (word.rect.y0 + word.rect.y1) / 2
    at = pasted.point_at(left + x * scale, top + y * scale)
    assert at is not None
    assert (at.page, round(at.x, 3), round(at.y, 3)) == (word.page, round(x, 3), round(y, 3))
