"""Journeys with other keys: changed by keys alone, in force at once, named everywhere, and there the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.app.demo.at_keys import AtKeys
from imr_desk.app.demo.clerk import Clerk
from imr_desk.samples.generate import generate
from tests.journeys.conftest import Sit
from tests.journeys.letters import LONG

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_clerk_verifies_with_a_key_of_the_clerks_own(sit: Sit, store_path: Path) -> None:
    clerk = sit(store_path)
    clerk.open_letter(generate(*LONG).file)
    keys = AtKeys(clerk.hands)
    keys.open()
    keys.find("verify and next")
    keys.press("Ctrl+F")
    assert keys.told.startswith("Ctrl+F is a key of “Find in the letter”")
    keys.go_there()
    assert keys.stands_on == "find"
    keys.find("verify and next")
    keys.press("F5" if not clerk.desk.parts.keys.table.owner("F5") else "Ctrl+J")
    keys.take_away()
    keys.close()
    (key,) = clerk.desk.parts.keys.table.keys("verify")
    assert clerk.desk.window.top_bar.verify.text() == f"Verify and next   {key}"
    clerk.hands.press("F12")
    assert clerk.told == ""
    clerk.hands.press(key)
    assert clerk.told.startswith("Not verified")
    clerk.stand_up()
    assert sit(store_path).desk.parts.keys.table.keys("verify") == (key,)


def test_a_damaged_memory_of_keys_is_said(sit: Sit, store_path: Path, user_data: Path) -> None:
    (user_data / "window.json").write_text('{"keys": "{\\"find\\": [\\"Ctrl+E\\"], \\"gone\\": [\\"F5\\"]}"}')
    clerk: Clerk = sit(store_path)
    assert clerk.told.endswith("have their own again: gone, Find in the letter.")
    assert clerk.desk.parts.keys.table.keys("find") == ("Ctrl+F",)
