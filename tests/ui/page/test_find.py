"""Finding words over white space and line breaks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.ui.page.find import find_all

TEXT = "The Knee\npain of 10-\n30-2016 is the patient’s “main”  pain.\fKNEE PAIN (left) a.b"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("knee pain", ["Knee\npain", "KNEE PAIN"]),
        ("10-30-2016", ["10-\n30-2016"]),
        ('patient\'s "main" pain', ["patient’s “main”  pain"]),
        ("pain. knee", ["pain.\fKNEE"]),
        ("(LEFT)", ["(left)"]),
        ("a.b", ["a.b"]),
        ("a+b", []),
        ("", []),
        ("  ", []),
    ],
)
def test_words_are_found_as_a_person_reads_them(words: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in find_all(TEXT, words)] == found


@given(st.text(alphabet="aB .-’\n", max_size=40), st.text(alphabet="ab .-'", max_size=6))
def test_hits_are_in_order_apart_and_say_what_was_looked_for(text: str, words: str) -> None:
    hits = find_all(text, words)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    wanted = "".join(words.lower().split())
    assert all("".join(hit.of(text).lower().split()).replace("’", "'") == wanted for hit in hits)
