"""What letters have in common, counted by lines and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.repetition import Common, TooFew, common, fingerprint, fingerprints, passages, repeated, without
from imr_desk.letter.span import Span

FORM = "The reviewer has no affiliation with the employer.\nHe holds a licence\nin this state."


def letter(own: str) -> str:
    return f"Date: 04/0{len(own) % 9}/2016\n\n{FORM} {own}\n\nSigned by the reviewer\non March {len(own)}, 2016"


LETTERS = [letter(f"The worker number {name} fell from a ladder.") for name in ("one", "two", "three", "four", "five")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Assigned on 04/11/2017.", "assigned  on\n12/01/2013."),
        ("Decided March 3, 2014", "Decided Sept. 21, 2015"),
        ("the worker’s “claim” – denied", 'the worker\'s "claim" - denied'),
    ],
)
def test_numbers_dates_case_and_line_breaks_make_no_difference(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


def test_a_month_is_a_word_where_no_date_follows() -> None:
    assert fingerprint("It may help") != fingerprint("It march help")


def test_what_more_than_half_print_is_common_and_the_rest_is_not() -> None:
    shared = common(fingerprints(text) for text in LETTERS)
    assert isinstance(shared, Common)
    assert shared.letters == len(LETTERS)
    text = LETTERS[1]
    shown = [span.of(text) for span in repeated(text, shared)]
    assert any(words.startswith("The reviewer has no affiliation") for words in shown)
    assert "Signed by the reviewer\non March" in " ".join(shown)
    assert not any("number two" in words for words in shown)


def test_too_few_letters_tell_nothing() -> None:
    assert common(fingerprints(text) for text in LETTERS[:4]) == TooFew(4)
    assert common([]) == TooFew(0)


@given(st.text(alphabet="ab .\n\f#1", max_size=80))
def test_passages_are_places_of_the_text(text: str) -> None:
    for span in passages(text):
        words = span.of(text)
        assert words == words.strip()
        assert "\f" not in words


@given(st.text(alphabet="ab .\n\fA", max_size=120))
def test_repeated_places_are_in_order_and_apart(text: str) -> None:
    places = repeated(text, Common(5, fingerprints(text)))
    assert all(one.end < other.start for one, other in pairwise(places))


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=8).map(
    lambda pairs: [Span(start, start + length) for start, length in pairs]
)


@given(SPANS, SPANS)
def test_what_is_kept_out_is_gone_and_nothing_else(drawn: list[Span], kept: list[Span]) -> None:
    covered = {at for span in drawn for at in range(span.start, span.end)}
    apart = [span for span in merged(covered)]
    left = {at for span in without(apart, kept) for at in range(span.start, span.end)}
    assert left == covered - {at for span in kept for at in range(span.start, span.end)}


def merged(offsets: set[int]) -> list[Span]:
    """The offsets as spans, in order and apart."""
    starts = sorted(at for at in offsets if at - 1 not in offsets)
    ends = sorted(at + 1 for at in offsets if at + 1 not in offsets)
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
