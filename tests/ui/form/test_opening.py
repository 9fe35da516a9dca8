"""Opening a letter is no edit: filling the form fires no change handlers and writes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.letter.review import LetterState
from imr_desk.store.kept.stored import Added
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.empty_state import EmptyState
from tests.making import found, reading
from tests.ui.form.desk import Desk, a_letter, long_letter


def test_filling_the_form_fires_no_change_handlers_and_writes_nothing(desk: Desk) -> None:
    assert desk.session.letter is not None
    before = desk.store.letter(desk.session.letter.id)
    for path in tuple(desk.session.record):
        desk.focus.set(path)
        desk.settle()
    desk.focus.clear()
    assert len(desk.session.history.steps) == 0
    assert desk.store.letter(before.id) == before
    assert desk.session.state is LetterState.TO_REVIEW


def test_without_a_letter_the_form_says_so(empty_desk: Desk) -> None:
    assert empty_desk.form.findChild(EmptyState).isVisibleTo(empty_desk.form)


def test_every_field_of_the_letter_has_an_editor_with_a_name_for_ears(desk: Desk) -> None:
    for path in desk.session.record:
        row = desk.field(path)
        assert row.editor.isVisible(), path
        assert row.editor.accessibleName().strip(", "), path


def test_the_name_for_ears_tells_field_state_and_page(desk: Desk) -> None:
    assert desk.field("header.decision_date").editor.accessibleName() == "Decision date, machine, page 1"


def test_a_lone_item_is_open_several_are_closed(desk: Desk) -> None:
    assert desk.form.sections.items.open_item is None
    desk.open(long_letter(1))
    assert desk.form.sections.items.open_item == "items[0]"


def test_another_letter_leaves_nothing_of_the_one_before(desk: Desk) -> None:
    desk.open(a_letter({}))
    assert desk.field("header.case_number").editor.text() == ""
    assert desk.form.bench.rows.at("reviewer.specialties[0]") is None


def test_a_letter_that_could_not_be_read_says_why_and_can_be_filled_in_by_hand(desk: Desk) -> None:
    why = "broken.pdf is cut short. Nothing was changed."
    desk.open(Failure("broken.pdf", FailureKind.DAMAGED, why))
    assert why in [label.text() for label in desk.form.sections.notes.findChildren(QLabel)]


def test_a_field_far_down_a_long_list_is_there_as_soon_as_it_is_asked_for(empty_desk: Desk) -> None:
    words = "\n".join(f"Ailment {number}" for number in range(1, 31))
    entries = {f"diagnoses[{number - 1}]": found(words, f"Ailment {number}") for number in range(1, 31)}
    added = empty_desk.store.add(b"%PDF-1.7 long", "letter.pdf", reading(words, entries), "clerk")
    assert isinstance(added, Added)
    empty_desk.session.show(added.letter_id)
    empty_desk.focus.set("diagnoses[29]")
    assert isinstance(empty_desk.hand, LineEditor)
    assert empty_desk.hand.text() == "Ailment 30"


def test_nothing_of_the_letter_before_is_painted_or_counts_as_seen(desk: Desk) -> None:
    desk.open(long_letter(25))
    desk.session.show(1)
    assert desk.form.fields.held
    assert not any(row.seen for row in desk.form.bench.rows)
    desk.settle()
    assert not desk.form.fields.held
    assert desk.field("patient.age").seen


def test_a_letter_is_shown_section_by_section_and_one_that_is_asked_for_at_once(empty_desk: Desk) -> None:
    empty_desk.settle()
    rows = empty_desk.form.bench.rows
    added = empty_desk.store.add(b"%PDF-1.7", "letter.pdf", a_letter(), "clerk")
    empty_desk.session.show(added.letter_id)
    priority = next(row for row in rows if row.path == "header.priority")
    assert priority.stale
    assert "reviewer.specialties[0]" not in rows
    empty_desk.focus.set("reviewer.specialties[0]")
    assert isinstance(empty_desk.hand, LineEditor)
    assert empty_desk.hand.text() == "Pain Management"
    assert priority.stale
    empty_desk.settle()
    assert not priority.stale
    assert all(path in rows for path in empty_desk.session.record if not path.startswith("items"))


def test_the_item_in_focus_is_open_in_the_next_letter_too_when_the_focus_stays_there(desk: Desk) -> None:
    desk.open(long_letter(25))
    desk.field("items[3].decision")
    desk.open(long_letter(24))
    assert desk.focus.path == "items[3].decision"
    assert desk.form.sections.items.open_item == "items[3]"
    row = desk.form.bench.rows.at("items[3].decision")
    assert row is not None
    assert row.editor.isVisible()


def test_words_that_were_being_typed_do_not_come_along_into_the_next_letter(desk: Desk) -> None:
    desk.type("patient.age", "99")
    desk.session.show(desk.store.add(b"%PDF-1.7", "other.pdf", long_letter(2), "clerk").letter_id)
    assert desk.form.commit_pending()
    desk.settle()
    assert desk.value("patient.age") is None
    assert len(desk.session.history.steps) == 0


@pytest.mark.parametrize("events", [1, 2, 3])
def test_what_is_seen_of_a_letter_stands_where_it_stays(empty_desk: Desk, qtbot: QtBot, events: int) -> None:
    words = " ".join(
        f"On May {number}, Utilization Review did not certify what was asked for." for number in range(events)
    )
    entries = {f"ur_events[{number}].statement": found(words, words[: 60 + number]) for number in range(events)}
    empty_desk.settle()
    added = empty_desk.store.add(b"%PDF-1.7", "letter.pdf", reading(words, entries), "clerk")
    assert isinstance(added, Added)
    fields, seen = empty_desk.form.fields, list[tuple[int, int]]()
    bar = fields.verticalScrollBar()
    empty_desk.session.show(added.letter_id)
    empty_desk.focus.set(f"ur_events[{events - 1}].text")
    qtbot.waitUntil(lambda: not fields.held)
    bar.rangeChanged.connect(lambda _, end: seen.append((bar.value(), end)))
    empty_desk.settle()
    turns: list[None] = []
    qtbot.waitUntil(lambda: turns.append(None) or len(turns) > 5)
    assert not seen, seen
