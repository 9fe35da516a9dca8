"""Journeys along the form's shorter ways: whole sections, known names, items split and merged, checks, the map."""

from __future__ import annotations

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.finding import Severity
from imr_desk.letter.text import LetterText
from imr_desk.samples.generate import generate
from tests.journeys.letters import CONTRADICTORY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_section_is_confirmed_at_one_key(reader: Clerk) -> None:
    fields = reader.session.record.under("patient")
    reader.form.go_to("patient.sex")
    for path in fields:
        reader.form.look_at(path)
    reader.hands.press("Ctrl+Return")
    assert all(reader.form.entry(path).by_person for path in fields)
    assert not reader.form.entry("header.case_number").by_person
    reader.menu.undo()
    assert not any(reader.form.entry(path).by_person for path in fields)


def test_a_section_that_was_not_seen_is_not_confirmed(reader: Clerk) -> None:
    reader.form.go_to("items[1].request")
    reader.hands.press("Ctrl+Return")
    assert not reader.form.entry("items[1].rationale").by_person
    assert reader.form.focused != "items[1].request"


def test_a_name_that_is_nearly_known_is_taken_by_one_key(reader: Clerk) -> None:
    path = "reviewer.specialties[0]"
    reader.form.type_value(path, "Orthopaedic Surgry")
    assert "Nearest: Orthopedic Surgery" in reader.form.eyes.remark(path)
    reader.form.choose(path, 1)
    assert reader.form.entry(path).value == "Orthopedic Surgery"
    assert not reader.form.eyes.remark(path)


def test_an_item_is_split_in_two_and_merged_again(reader: Clerk) -> None:
    record = reader.session.record
    request = record.at("items[0].request").value
    reader.lists.split("items[0].request")
    assert [reader.form.entry(f"items[{place}].request").value for place in (0, 1)] == [request, request]
    assert reader.form.entry("items[3].request").value == record.at("items[2].request").value
    reader.form.type_value("items[1].request", "Six visits of acupuncture")
    reader.lists.merge("items[0].request")
    assert reader.form.entry("items[0].request").value == f"{request} Six visits of acupuncture"
    assert reader.session.record.count("items") == 3
    for _ in range(3):
        reader.menu.undo()
    assert reader.session.record == record


def test_f8_goes_through_the_fields_of_the_open_checks_until_none_is_open(clerk: Clerk) -> None:
    clerk.look_up(generate(*CONTRADICTORY).file)
    asking = [one for one in clerk.session.open_findings if one.severity is not Severity.INFO]
    steps = [path for one in asking for path in one.fields]
    seen = []
    for _ in [*steps, steps[0]]:
        clerk.hands.press("F8")
        seen.append(clerk.form.focused)
    assert seen == [*steps, steps[0]]
    for one in asking:
        clerk.form.acknowledge_as_printed(one)
    clerk.hands.press("F8")
    assert clerk.desk.window.status_line.currentMessage() == "No check is open"


@pytest.mark.parametrize(("key", "part"), [("1", "header"), ("2", "reviewer"), ("3", "patient"), ("5", "items[1]")])
def test_a_part_of_the_letter_is_one_key_away(reader: Clerk, key: str, part: str) -> None:
    reader.hands.press(f"Ctrl+{key}")
    assert reader.form.focused.startswith(part)
    assert reader.form.has_keyboard


@pytest.mark.parametrize("field", ["header.decision_date", "patient.sex", "items[0].request"])
def test_the_pages_are_scrolled_from_a_field_and_it_keeps_the_keyboard(reader: Clerk, field: str) -> None:
    reader.form.go_to(field)
    reader.page.see()
    places, record = [reader.outlook], reader.session.record
    for key in ("PgDown", "PgUp"):
        reader.hands.press(key)
        reader.page.see()
        places.append(reader.outlook)
        assert reader.form.focused == field
        assert reader.form.has_keyboard
    first, below, again = [(place.page, place.y) for place in places]
    assert first < below > again
    assert reader.session.record == record


def test_words_being_typed_wait_while_the_pages_are_scrolled(reader: Clerk) -> None:
    reader.form.go_to("header.decision_date")
    before = reader.form.entry("header.decision_date")
    reader.hands.retype("5/")
    reader.hands.press("PgDown", "PgUp")
    assert reader.form.entry("header.decision_date") == before
    assert reader.form.has_keyboard
    reader.hands.press("Escape")


def test_the_next_letter_is_shown_as_large_as_the_last(reader: Clerk) -> None:
    canvas = reader.desk.window.work.page.canvas
    reader.hands.press("Ctrl++", "Ctrl++")
    scale, before = canvas.scale, reader.letter_id
    reader.hands.press("Shift+PgDown")
    wait_for("the next letter", lambda: reader.letter_id != before)
    reader.page.see()
    assert canvas.scale == scale


def test_the_characters_of_the_next_letter_stand_in_their_own_words(reader: Clerk) -> None:
    before = reader.letter_id
    reader.hands.press("Shift+PgDown")
    wait_for("the next letter", lambda: reader.letter_id != before)
    spans = [span for entry in reader.session.record.entries.values() if (span := entry.span)]
    cut = reader.session.text.cut_words(spans)
    assert cut
    wait_for("the characters", lambda: shown_text(reader).char_boxes.keys() >= cut)
    text = shown_text(reader)
    for index in cut:
        word = text.words[index].rect.grown(1)
        assert all(word.x0 <= box.x0 and box.x1 <= word.x1 for box in text.char_boxes[index]), text.words[index]


def shown_text(clerk: Clerk) -> LetterText:
    """The letter's text as the pages know it."""
    return clerk.desk.window.work.page.selection.flow.text
