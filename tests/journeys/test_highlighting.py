"""Journeys on the pages: words highlighted, also over each other and across pages; memos; words found."""

from __future__ import annotations

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.letter.span import Span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def across_the_page_break(clerk: Clerk) -> Span:
    """Words before the end of the first page, and after it."""
    end = clerk.session.text.pages[0].span.end
    words = clerk.session.text.text
    return Span(words.rindex("Home", 0, end), words.index("Nursing", end) + len("Nursing"))


def test_two_highlights_overlap_and_a_third_crosses_the_page(reader: Clerk) -> None:
    whole, part = reader.page.span_of("he complained of heel pain with"), reader.page.span_of("heel pain")
    crossing = across_the_page_break(reader)
    for span, key in ((whole, "1"), (part, "2"), (crossing, "3")):
        reader.page.highlight(span, key)
    assert [one.span for one in reader.session.highlights] == [whole, part, crossing]
    assert len({place.page for place in reader.session.text.places(crossing)}) == 2
    assert len({one.label for one in reader.session.highlights}) == 3


def test_a_highlight_gets_another_label_and_a_memo_and_goes(reader: Clerk) -> None:
    reader.page.highlight(reader.page.span_of("heel pain"), "1")
    (made,) = reader.session.highlights
    reader.relabel(2)
    reader.answers.words = "worse in the morning"
    reader.page.click_on(made.span)
    reader.hands.press("M")
    (changed,) = reader.session.highlights
    assert changed.label != made.label
    assert changed.memo == "worse in the morning"
    reader.page.click_on(made.span)
    reader.hands.press("U")
    assert reader.session.highlights == ()
    reader.menu.undo()
    assert reader.session.highlights == (changed,)


def test_the_last_label_is_given_again_by_one_key(reader: Clerk) -> None:
    reader.page.highlight(reader.page.span_of("heel pain"), "4")
    reader.page.drag_over(reader.page.span_of("activity changes"))
    reader.hands.press("Q")
    one, other = reader.session.highlights
    assert one.label == other.label


def test_words_are_found_one_place_after_another(reader: Clerk) -> None:
    assert reader.page.find("brace for the left foot") == 3
    seen = {reader.page.found}
    reader.hands.press("F3", "F3")
    reader.hands.press("Return")
    seen.add(reader.page.found)
    assert None not in seen
    assert reader.page.find("no such words") == 0
    reader.hands.press("Escape")
    assert reader.page.found is None
