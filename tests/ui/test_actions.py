"""The table of actions: every key means one thing, every action is bound, and the key map is printed from it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from imr_desk.letter.review import LetterState
from imr_desk.ui.actions import ACTIONS, KEY_MAP, PARTS, Group, When
from imr_desk.ui.form.verbs import VERBS
from imr_desk.ui.keyboard.key_map import key_map_html, plain
from imr_desk.ui.keyboard.key_table import KeyTable
from imr_desk.ui.window.action_set import Situation
from tests.ui.window import WholeDesk

UI = Path(__file__).resolve().parents[2] / "imr_desk" / "ui"
TABLES = {"actions.py", "spoken_for.py", "verbs.py"}


def test_no_key_means_two_things() -> None:
    heard = Counter(key.lower() for spec in ACTIONS for key in spec.keys)
    assert [key for key, actions in heard.items() if actions > 1] == []
    form_keys = {key.lower() for verb in VERBS for key in verb.keys}
    assert not form_keys & {key.lower() for spec in ACTIONS for key in spec.keys}


def test_ids_are_unique() -> None:
    assert len({spec.id for spec in KEY_MAP}) == len(KEY_MAP)


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_key_of_the_window_is_a_key(spec) -> None:  # type: ignore[no-untyped-def]
    for key in spec.keys:
        assert QKeySequence(key).toString() == key


def test_every_action_does_something(whole_desk: WholeDesk) -> None:
    idle = [
        action.objectName() for action in whole_desk.window.actions_.all if not action.receivers("2triggered(bool)")
    ]
    assert idle == []


def test_the_key_map_names_every_key() -> None:
    page = key_map_html(KeyTable())
    for spec in KEY_MAP:
        for key in spec.keys:
            assert f"<b>{key}</b>" in page
            assert plain(spec.text) in page


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        (None, {When.ALWAYS}),
        (LetterState.TO_REVIEW, {When.ALWAYS, When.LETTER, When.CHANGEABLE, When.MOVABLE, When.SOME}),
        (LetterState.POSTPONED, {*When} - {When.CAN_UNDO, When.CAN_REDO, When.AWAY, When.CHOSEN}),
        (LetterState.VERIFIED, {When.ALWAYS, When.LETTER, When.CLOSED, When.CLOSED_ONES, When.SOME}),
    ],
)
def test_an_action_is_on_only_where_it_makes_sense(state: LetterState | None, allowed: set[When]) -> None:
    assert {when for when in When if Situation(state).allows(when)} == allowed


def test_actions_follow_the_letter(whole_desk: WholeDesk) -> None:
    verify = whole_desk.window.actions_.of("verify")
    assert not verify.isEnabled()
    whole_desk.open(whole_desk.add(1)[0])
    assert verify.isEnabled()
    assert not whole_desk.window.actions_.of("undo").isEnabled()
    whole_desk.parts.session.confirm("header.case_number")
    assert whole_desk.window.actions_.of("undo").isEnabled()


@pytest.mark.parametrize("group", Group)
def test_no_letter_of_a_menu_is_marked_twice(group: Group) -> None:
    listed = [spec.text for spec in ACTIONS if spec.group is group and spec not in PARTS]
    marked = [text.partition("&")[2][:1].lower() for text in listed if "&" in text]
    assert sorted(marked) == sorted(set(marked))


def test_no_key_of_the_table_is_named_but_by_the_table() -> None:
    """Whoever names a key asks `Keys`, since a person may have changed it."""
    keys = sorted({key for spec in ACTIONS for key in spec.keys}, key=len, reverse=True)
    named = re.compile("|".join(rf"(?<![\w+]){re.escape(key)}(?![\w+])" for key in keys))
    told = {
        f"{module.relative_to(UI)}: {words}"
        for module in UI.rglob("*.py")
        if module.name not in TABLES
        for words in re.findall(r'self\.tr\(\s*"([^"]*)"', module.read_text("utf-8"))
        if named.search(words)
    }
    assert told == set()
