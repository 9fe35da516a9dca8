"""Keys can be changed at will, and yet no key ever means two things."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtGui import QKeySequence

from imr_desk.ui.actions import ACTIONS
from imr_desk.ui.form.verbs import VERBS
from imr_desk.ui.keyboard.key_table import SPECS, KeyTable, Refused, recalled, written
from imr_desk.ui.keyboard.spoken_for import normal, spoken_for

IDS = sorted(SPECS)
HELD = ("", "Shift+", "Ctrl+", "Alt+", "Ctrl+Shift+", "Ctrl+Alt+", "Alt+Shift+", "Meta+")
PRESSED = ("A", "C", "F", "G", "M", "1", "5", "F2", "F5", "F12", "Return", "Left", "Del", "Tab", "Esc", "+", "ü")
KEYS = some.builds(str.__add__, some.sampled_from(HELD), some.sampled_from(PRESSED))
EDITS = some.tuples(some.sampled_from(("give", "take", "reset")), some.sampled_from(IDS), KEYS)


def clash_free(table: KeyTable) -> bool:
    keys = [key.lower() for id in SPECS for key in table.keys(id)]
    return len(keys) == len(set(keys))


def edited(table: KeyTable, edit: tuple[str, str, str]) -> KeyTable:
    deed, id, key = edit
    match deed:
        case "give":
            outcome = table.with_key(id, key)
        case "take":
            outcome = table.without_key(id, next(iter(table.keys(id)), ""))
        case _:
            outcome = table.reset(id)
    return table if isinstance(outcome, Refused) else outcome


@given(some.lists(EDITS, max_size=30))
def test_no_sequence_of_accepted_edits_gives_a_key_two_meanings(edits: list[tuple[str, str, str]]) -> None:
    table = KeyTable()
    for edit in edits:
        table = edited(table, edit)
        assert clash_free(table)
        given_away = {key for id, keys in table.changed.items() for key in keys if key not in SPECS[id].keys}
        assert not any(spoken_for(key) for key in given_away)
    assert recalled(written(table)) == (table, ())


@given(some.dictionaries(some.sampled_from([*IDS, "gone"]), some.lists(KEYS, max_size=3), max_size=6))
def test_whatever_was_remembered_gives_a_table_without_clashes(kept: dict[str, list[str]]) -> None:
    table, lost = recalled(json.dumps(kept))
    assert clash_free(table)
    assert set(table.changed) | set(lost) == set(kept)


@pytest.mark.parametrize("words", ["{", "[]", "7", '"F5"'])
def test_a_damaged_memory_is_said_and_the_own_keys_stand(words: str) -> None:
    assert recalled(words) == (KeyTable(), ("all of them",))


@pytest.mark.parametrize("kept", [{"gone": ["F5"]}, {"find": "F5"}, {"find": [5]}, {"find": ["nonsense"]}])
def test_what_makes_no_sense_is_named(kept: dict[str, object]) -> None:
    assert recalled(json.dumps(kept)) == (KeyTable(), (next(iter(kept)),))


def test_a_key_that_a_newer_version_gave_to_another_action_stays_there() -> None:
    table, lost = recalled(json.dumps({"find": ["Ctrl+E"], "reject": ["Ctrl+Alt+J"]}))
    assert lost == ("find",)
    assert table.keys("find") == ("Ctrl+F",)
    assert table.keys("reject") == ("Ctrl+Alt+J",)


def test_two_actions_can_change_their_keys_with_each_other() -> None:
    table = KeyTable().without_key("next_check", "F8").without_key("next_unverified", "F7")
    for id, key in (("next_check", "F7"), ("next_unverified", "F8")):
        given = table.with_key(id, key)
        assert isinstance(given, KeyTable)
        table = given
    assert recalled(written(table)) == (table, ())


def test_a_key_of_another_action_is_refused_with_its_name() -> None:
    refused = KeyTable().with_key("reject", "Ctrl+F")
    assert refused == Refused(
        "Ctrl+F is a key of “Find in the letter”. Take it away there first, or press another.", "find"
    )


def test_own_keys_that_another_action_has_now_are_not_taken_from_it() -> None:
    table = KeyTable().without_key("find", "Ctrl+F").with_key("reject", "Ctrl+F")
    assert isinstance(table, KeyTable)
    refused = table.reset("find")
    assert isinstance(refused, Refused)
    assert refused.owner == "reject"


@pytest.mark.parametrize(
    "key",
    [
        *("A", "Shift+A", "5", "Space", "Ü", "?"),
        *("Return", "Enter", "Tab", "Shift+Tab", "Esc", "Left", "Shift+Right", "Ctrl+Left", "Up", "Home", "PgDown"),
        *("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Shift+Ins", "Backspace", "Ctrl+Del", "Alt+Down"),
        *("Alt+F", "Alt+V", "Alt+M", "Alt+5", "F2", "F10", "Alt+F4", "Meta+K"),
    ],
)
def test_keys_that_text_boxes_lists_menus_or_the_desktop_hear_are_refused(key: str) -> None:
    refused = KeyTable().with_key("reject", key)
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith(key)


@pytest.mark.parametrize("key", ["Ctrl+J", "Ctrl+Alt+J", "Alt+J", "Ctrl+Shift+J", "Shift+F7", "Ctrl+;"])
def test_other_keys_can_be_given(key: str) -> None:
    table = KeyTable().with_key("reject", key)
    assert isinstance(table, KeyTable)
    assert table.keys("reject") == (key,)


def test_no_own_key_is_one_that_could_not_be_given() -> None:
    undoing = {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"}
    assert [key for spec in ACTIONS for key in spec.keys if spoken_for(key) and key not in undoing] == []


def test_whatever_the_form_hears_is_spoken_for() -> None:
    assert [key for verb in VERBS for key in verb.keys if not spoken_for(key)] == []


@pytest.mark.parametrize(("pressed", "spelled"), [("ctrl+j", "Ctrl+J"), ("Ctrl+K, Ctrl+C", ""), ("", ""), ("Foo", "")])
def test_a_key_is_spelled_as_qt_does(pressed: str, spelled: str) -> None:
    assert normal(pressed) == spelled == QKeySequence(spelled).toString()
