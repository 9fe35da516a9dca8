"""A few words around a hit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.sought import held, terms
from imr_desk.store.queue.snippets import snippet


@given(st.text(st.sampled_from('abé" /\n-1')), st.text(st.sampled_from('abé" /\n-1'), max_size=6))
def test_a_snippet_marks_only_what_was_sought(text: str, words: str) -> None:
    sought = terms(words)
    shown, place = snippet(text, sought)
    assert (place is None) == (not held(text, sought))
    assert "\n" not in shown.text
    for mark in shown.marked:
        assert held(mark.of(shown.text), sought)


def test_a_snippet_shows_whole_words_around_the_place() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen sought " + "after " * 30
    shown, _ = snippet(text, terms("sought"))
    assert shown.text.startswith("…eight nine ten eleven twelve thirteen fourteen sought after")
    assert shown.text.endswith(" after…")
