"""Units: what a selection snaps to."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.span import Span
from imr_desk.ui.page.units import Snap, Units

TEXT = 'A 54-year-old man (left knee), "acute" pain; Section(s): 3.3.9 and b.\n\nDr. Who came. He left'


@pytest.mark.parametrize(
    ("snap", "words"),
    [
        (Snap.WORD, ["A", "54-year-old", "man", "left", "knee", "acute", "pain", "Section(s)", "3.3.9", "and", "b"]),
        (
            Snap.PHRASE,
            ["A 54-year-old man", "left knee", "acute", "pain", "Section(s)", "3.3.9 and b", "Dr"],
        ),
        (Snap.SENTENCE, [TEXT[: TEXT.index("\n\n")], "Dr. Who came.", "He left"]),
    ],
)
def test_a_text_falls_into_units(snap: Snap, words: list[str]) -> None:
    assert [span.of(TEXT) for span in Units(TEXT, snap).spans][: len(words)] == words


def test_brackets_around_a_whole_word_are_none_of_it() -> None:
    text = "Review (12-24-15), [sic] and Section(s)"
    words = [span.of(text) for span in Units(text, Snap.WORD).spans]
    assert words == ["Review", "12-24-15", "sic", "and", "Section(s)"]


def test_a_sentence_runs_over_line_breaks_and_ends_at_a_page() -> None:
    text = "One line\ngoes on\fThe next page."
    assert [span.of(text) for span in Units(text, Snap.SENTENCE).spans] == ["One line\ngoes on", "The next page."]


@pytest.mark.parametrize(
    ("span", "words"),
    [((3, 4), "54-year-old"), ((3, 15), "54-year-old man"), ((0, 0), "A"), ((13, 13), "54-year-old")],
)
def test_a_span_grows_to_whole_words(span: tuple[int, int], words: str) -> None:
    assert Units(TEXT, Snap.WORD).around(Span(*span)).of(TEXT) == words


@pytest.mark.parametrize(
    ("words", "grown"),
    [
        ("man (left knee", "man (left knee)"),
        ('left knee), "acute', '(left knee), "acute'),
        ("left knee", "left knee"),
        ("pain; Section(s", "pain; Section(s)"),
    ],
)
def test_a_bracket_that_opens_within_closes_within(words: str, grown: str) -> None:
    start = TEXT.index(words)
    assert Units(TEXT, Snap.WORD).around(Span(start, start + len(words))).of(TEXT) == grown


texts = st.text(alphabet='ab .,;()\n\f"-5Z’', max_size=60)


@given(texts, st.sampled_from(Snap))
def test_units_are_in_order_apart_and_without_white_ends(text: str, snap: Snap) -> None:
    spans = Units(text, snap).spans
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


@given(texts, st.sampled_from(Snap), st.data())
def test_growing_twice_is_growing_once(text: str, snap: Snap, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    units = Units(text, snap)
    once = units.around(Span(start, end))
    assert units.around(once) == once
