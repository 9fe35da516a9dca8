"""Journeys through the fields: confirmed, typed, chosen, taken from the page, emptied; entries of lists; undo."""

from __future__ import annotations

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.letter.entry import Absence, Absent, Found, Origin, State
from imr_desk.letter.span import Span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_enter_goes_through_what_needs_a_look_and_nothing_else(reader: Clerk) -> None:
    doubtful = reader.session.record.to_look_at
    reader.form.go_to(doubtful[0])
    assert tuple(reader.form.confirm() for _ in doubtful) == doubtful
    assert not reader.session.record.to_look_at
    assert [path for path, entry in reader.session.record.entries.items() if entry.by_person] == list(doubtful)


def test_a_value_is_typed_and_put_back(reader: Clerk) -> None:
    reader.form.type_value("patient.age", "52")
    assert (reader.form.entry("patient.age").value, reader.form.entry("patient.age").state) == (52, State.CORRECTED)
    reader.form.take_parsers("patient.age")
    assert reader.form.entry("patient.age").value == 25
    assert reader.form.entry("patient.age").state is State.MACHINE


def test_a_value_is_chosen(reader: Clerk) -> None:
    reader.form.choose("items[1].decision", 2)
    assert reader.form.entry("items[1].decision").value == "overturned"


def test_words_that_are_no_value_are_refused_and_change_nothing(reader: Clerk) -> None:
    before = reader.session.record
    assert "whole number" in reader.form.try_typing("patient.age", "old")
    assert reader.session.record == before
    assert reader.form.has_keyboard
    reader.hands.press("Escape")
    assert "is none" in reader.form.try_typing("header.decision_date", "31/31/2016")
    assert len(reader.session.history.steps) == 0
    reader.hands.press("Escape")


@pytest.mark.parametrize("words", ["July 15, 2014", "February 24, 2016"])
def test_a_date_is_taken_from_the_page(reader: Clerk, words: str) -> None:
    span = reader.page.span_of(words)
    reader.form.go_to("patient.injury_date")
    reader.page.fill("patient.injury_date", span)
    outcome = reader.form.entry("patient.injury_date").outcome
    assert isinstance(outcome, Found)
    assert (outcome.origin, outcome.span) == (Origin.RECAPTURED, span)


def test_a_click_takes_one_word_and_the_keyboard_goes_back_to_the_field(reader: Clerk) -> None:
    reader.form.go_to("reviewer.specialties[0]")
    reader.page.click_on(reader.page.span_of("Florida"), "Ctrl")
    assert reader.form.entry("reviewer.specialties[0]").value == "Florida"
    assert reader.form.has_keyboard
    reader.hands.press("Return")
    assert reader.form.focused == reader.session.record.to_look_at[0]


@pytest.mark.parametrize(
    ("start", "end"),
    [("Norco", "90. The applicant"), ("Section(s): Home health services.", "Nursing at home")],
    ids=["across a line", "across a page"],
)
def test_words_are_taken_from_more_than_one_line(reader: Clerk, start: str, end: str) -> None:
    text = reader.session.text.text
    first = text.index(start, text.index("MAXIMUS guideline") if "Section" in start else 0)
    span = Span(first, text.index(end, first) + len(end))
    assert len(reader.session.text.places(span)) > 1
    reader.form.go_to("items[1].rationale")
    reader.page.fill("items[1].rationale", span)
    assert reader.form.entry("items[1].rationale").span == span


def test_a_field_is_gone_to_by_its_word_on_the_page(reader: Clerk) -> None:
    reader.page.click_on(reader.page.span_of("Florida"), "Alt")
    assert reader.form.focused == "reviewer.licensure_states[0]"
    assert reader.form.has_keyboard


@pytest.mark.parametrize(
    ("key", "why"),
    [("N", Absence.NOT_IN_LETTER), ("L", Absence.ILLEGIBLE), ("U", Absence.STATED_UNKNOWN)],
)
def test_why_there_is_no_value_is_a_value_too(reader: Clerk, key: str, why: Absence) -> None:
    reader.form.mark_absent("patient.age", key)
    outcome = reader.form.entry("patient.age").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is why


def test_items_are_added_moved_and_removed(reader: Clerk) -> None:
    record = reader.session.record
    moved = reader.lists.move_down("items[0].request")
    assert (moved, reader.form.entry(moved).value) == ("items[1].request", record.at("items[0].request").value)
    added = reader.lists.add_below("items[2].request")
    reader.form.type_value(added, "Six visits of acupuncture")
    assert reader.session.record.count("items") == 4
    reader.lists.remove("items[0].request")
    assert reader.form.entry("items[0].request").value == record.at("items[0].request").value
    for _ in range(reader.session.history.place):
        reader.menu.undo()
    assert reader.session.record == record


def test_every_step_is_taken_back_and_done_again(reader: Clerk) -> None:
    start = reader.session.record
    reader.form.type_value("patient.age", "52")
    reader.form.choose("items[0].decision", 2)
    reader.form.mark_absent("header.priority")
    reader.page.drag_over(reader.page.span_of("heel pain"))
    reader.hands.press("H", "1")
    end, highlights = reader.session.record, reader.session.highlights
    steps = reader.session.history.place
    for _ in range(steps):
        reader.menu.undo()
    assert (reader.session.record, reader.session.highlights) == (start, ())
    for _ in range(steps):
        reader.menu.redo()
    assert (reader.session.record, reader.session.highlights) == (end, highlights)
