"""What a person looks for, and where a text holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.sought import Term, best, folded, held, terms
from imr_desk.letter.span import Span

TEXT = "The naïve patient\ntook Norco 10/325mg. NORCO was\fnot taken by J. O'Neil again."


@pytest.mark.parametrize(
    ("words", "sought"),
    [
        ("norco", [Term(("norco",), True)]),
        ("No", [Term(("no",), False)]),
        ('"took Norco"', [Term(("took", "norco"), False)]),
        ('"took nor', [Term(("took", "nor"), True)]),
        ("10/325mg", [Term(("10", "325mg"), True)]),
        ("O'Neil naïve", [Term(("o", "neil"), True), Term(("naive",), True)]),
        ("“took norco” norco", [Term(("took", "norco"), False), Term(("norco",), True)]),
        ("norco norco", [Term(("norco",), True)]),
        ('% " ( *', []),
        ("", []),
    ],
)
def test_words_are_looked_for_by_their_beginning_and_phrases_whole(words: str, sought: list[Term]) -> None:
    assert list(terms(words)) == sought


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("norco", ["Norco", "NORCO"]),
        ("nor", ["Norco", "NORCO"]),
        ("naive", ["naïve"]),
        ('"took norco"', ["took Norco"]),
        ('"patient took" 10/325', ["patient\ntook", "10/325mg"]),
        ("o'neil", ["O'Neil"]),
        ("no", []),
        ("orco", []),
        ("taken norco took", ["took", "Norco", "NORCO", "taken"]),
    ],
)
def test_every_place_is_found_over_lines_and_pages_accents_and_capitals_aside(words: str, found: list[str]) -> None:
    assert [one.span.of(TEXT) for one in held(TEXT, terms(words))] == found


def test_the_best_place_is_where_most_of_the_terms_stand_together() -> None:
    text = "norco " + "x " * 100 + "norco was taken"
    place = best(held(text, terms("taken norco")), 40)
    assert place is not None
    assert place.span == Span(206, 211)
    assert best((), 40) is None


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
