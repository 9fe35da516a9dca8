"""Boxes and spans: the small arithmetic everything stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.geometry import Rect, enclosing
from imr_desk.letter.span import Span, covering, trimmed

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_or_before_the_text_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(*ends)


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)


@given(spans, spans)
def test_a_covering_span_holds_what_it_covers(one: Span, other: Span) -> None:
    whole = covering(one, other)
    assert whole.holds(one)
    assert whole.holds(other)


@given(st.text(alphabet=" a\n", max_size=12), st.data())
def test_trimming_takes_only_white_space_and_only_from_the_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    kept = trimmed(text, span)
    assert span.holds(kept)
    assert kept.of(text) == span.of(text).strip()


def test_a_box_around_boxes_touches_the_outermost_edges() -> None:
    assert enclosing([Rect(1, 5, 2, 6), Rect(0, 7, 9, 8)]) == Rect(0, 5, 9, 8)


@pytest.mark.parametrize(
    ("other", "meets"),
    [(Rect(5, 5, 15, 15), True), (Rect(10, 0, 20, 10), False), (Rect(11, 11, 12, 12), False), (Rect(2, 2, 3, 3), True)],
)
def test_boxes_that_only_touch_do_not_intersect(other: Rect, meets: bool) -> None:
    assert Rect(0, 0, 10, 10).intersects(other) is meets
