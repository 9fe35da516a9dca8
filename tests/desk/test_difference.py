"""Where two letters differ: fields, words, and the places that correspond."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.desk.sitting.difference import Comparison, FieldDifference, Side, TextDifference, compared
from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from tests.making import found, letter_text

HERE = "Decided 2016\n\nThe worker hurt his left knee while he stood on a ladder.\n\nThe request is not needed at all."
THERE = "Decided 2017\n\nThe worker hurt his right knee while he stood on a ladder.\n\nThe request is needed at all."


def side(text: str, year: str, passage: str = "") -> Side:
    entries = {"header.decision_date": found(text, year, year)}
    if passage:
        entries["items[0].rationale"] = found(text, passage)
    start = text.index("The worker")
    return Side(letter_text(text), (Part("summary", Span(start, text.index("ladder.") + 7)),), Record(entries))


def of_kind(comparison: Comparison, kind: type) -> list:  # type: ignore[type-arg]
    return [one for one in comparison.differences if isinstance(one, kind)]


def test_fields_that_differ_come_first_and_their_words_are_not_told_twice() -> None:
    comparison = compared(side(HERE, "2016"), side(THERE, "2017"))
    assert [one.path for one in of_kind(comparison, FieldDifference)] == ["header.decision_date"]
    told = [(one.here.of(HERE), one.there.of(THERE)) for one in of_kind(comparison, TextDifference)]
    assert told == [("left", "right"), ("not", "")]


def test_words_are_told_with_the_part_and_the_passage_they_stand_in() -> None:
    here = side(HERE, "2016", "The request is not needed at all.")
    there = side(THERE, "2017", "The request is needed at all.")
    comparison = compared(here, there)
    assert [(one.part, one.field) for one in of_kind(comparison, TextDifference)] == [
        ("summary", ""),
        ("", "items[0].rationale"),
    ]
    assert "items[0].rationale" not in [one.path for one in of_kind(comparison, FieldDifference)]


def test_a_place_that_only_one_letter_has_corresponds_to_a_spot_of_the_other() -> None:
    comparison = compared(side(HERE, "2016"), side(THERE, "2017"))
    gone = of_kind(comparison, TextDifference)[-1]
    _, there = comparison.places(gone)
    assert (len(there), there.start) == (0, THERE.index("needed"))


def test_a_field_without_a_place_is_shown_where_the_other_letter_has_it() -> None:
    other = side(THERE, "2017")
    comparison = compared(Side(letter_text(HERE), (), Record()), other)
    (field,) = of_kind(comparison, FieldDifference)
    here, there = comparison.places(field)
    assert there.of(THERE) == "2017"
    assert abs(here.start - HERE.index("2016")) <= len("Decided 2016")


def test_equal_letters_differ_nowhere() -> None:
    comparison = compared(side(HERE, "2016"), side(HERE, "2016"))
    assert comparison.differences == ()
    assert comparison.words_here == comparison.words_there == ()


def test_words_close_to_each_other_are_one_difference() -> None:
    one, other = "a b c d e f g h i j k l m", "a B c D e f g h i j k L m"
    comparison = compared(Side(letter_text(one), (), Record()), Side(letter_text(other), (), Record()))
    assert [difference.here.of(one) for difference in comparison.differences] == ["b c d", "l"]  # type: ignore[union-attr]


@pytest.mark.parametrize("empty_first", [True, False])
def test_a_letter_without_words_differs_in_all_of_the_other(empty_first: bool) -> None:
    sides = [Side(letter_text(""), (), Record()), Side(letter_text("some words"), (), Record())]
    comparison = compared(*(sides if empty_first else sides[::-1]))
    (difference,) = comparison.differences
    assert comparison.places(difference)


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_left_beside_the_differing_words_is_the_same_in_both(one: str, other: str) -> None:
    comparison = compared(Side(letter_text(one), (), Record()), Side(letter_text(other), (), Record()))
    assert rest(one, comparison.words_here) == rest(other, comparison.words_there)


def rest(text: str, taken: tuple[Span, ...]) -> list[str]:
    """The words of a text beside some spans."""
    gone = {at for span in taken for at in range(span.start, span.end)}
    return "".join(" " if at in gone else letter for at, letter in enumerate(text)).split()
