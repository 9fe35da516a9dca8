"""Marks: lanes for what overlaps, boxes on every page a span touches, fields by what they print."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.highlight import Highlight
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.page.marks import Ink, field_marks, fields_at, highlight_marks, lanes, marks_of, stacked
from tests.making import found, letter_text

TEXT = "Norco 10/325mg #60: Upheld\nfor pain\fof the knee"
LETTER = letter_text(TEXT)
RECORD = Record(
    {
        "items[0].request": found(TEXT, "Norco 10/325mg #60"),
        "items[0].medication.strength": found(TEXT, "10/325mg"),
        "items[0].rationale": found(TEXT, "for pain\fof the knee"),
    }
)


def test_a_span_over_pages_is_marked_on_both() -> None:
    marks = marks_of(LETTER, [Span(TEXT.index("pain"), len(TEXT))], Ink.SELECTED)
    assert {page: len(on_page[0].boxes) for page, on_page in marks.items()} == {1: 1, 2: 1}


def test_the_fewest_words_come_first() -> None:
    assert fields_at(RECORD, TEXT.index("325")) == ("items[0].medication.strength", "items[0].request")
    assert fields_at(RECORD, TEXT.index("Upheld")) == ()


def test_the_focused_field_is_left_to_its_own_mark() -> None:
    inks = [mark.ink for mark in field_marks(LETTER, RECORD, "items[0].request")[1]]
    assert inks == [Ink.FIELD, Ink.PASSAGE]


def test_layers_are_painted_in_the_order_of_their_inks() -> None:
    focused = marks_of(LETTER, [Span(0, 5)], Ink.FOCUSED)
    fields = field_marks(LETTER, RECORD, None)
    assert [mark.ink for mark in stacked([focused, fields])[1]] == [Ink.PASSAGE, Ink.FIELD, Ink.FIELD, Ink.FOCUSED]


def test_a_highlight_whose_label_is_gone_is_still_seen() -> None:
    gone = Highlight("1", "no_such_label", Span(0, 5))
    assert highlight_marks(LETTER, [gone], [], EVIDENCE)[1][0].colour


def test_a_suggestion_is_only_underlined_and_beside_the_highlight_it_overlaps() -> None:
    kept, suggested = Highlight("1", "criteria", Span(0, 9)), Highlight("s", "diagnosis", Span(6, 14))
    marks = highlight_marks(LETTER, [kept], [suggested], EVIDENCE)[1]
    assert [(mark.ink, mark.lane) for mark in marks] == [(Ink.HIGHLIGHT, 0), (Ink.SUGGESTION, 1)]


spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=12))
def test_spans_that_overlap_never_share_a_lane(spans: list[Span]) -> None:
    laid = list(zip(spans, lanes(spans), strict=True))
    for (one, its), (other, others) in combinations(laid, 2):
        assert its != others or not one.overlaps(other)
