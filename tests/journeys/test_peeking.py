"""Journeys through the portal: another place of the letter is looked at, and the person is where they were."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from imr_desk.app.demo.clerk import Clerk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("key", "printed"), [("F5", "Date of Injury"), ("Shift+F5", "failed to approve")])
@pytest.mark.parametrize("away", ["same", "Escape"])
def test_a_peek_shows_the_place_and_leaves_focus_and_scroll_position(
    reader: Clerk, key: str, printed: str, away: str
) -> None:
    reader.form.go_to("items[1].request")
    before = reader.form.focused, QApplication.focusWidget(), reader.page.scrolled
    text = reader.page.peek(key)
    assert reader.page.peeking
    assert printed in text
    reader.hands.press(key if away == "same" else away)
    assert not reader.page.peeking
    assert (reader.form.focused, QApplication.focusWidget(), reader.page.scrolled) == before


def test_typing_goes_on_while_the_portal_is_there(reader: Clerk) -> None:
    reader.form.go_to("header.case_number")
    reader.page.peek("F5")
    reader.hands.retype("CM16-0000001")
    reader.hands.press("Return")
    assert reader.session.record.at("header.case_number").value == "CM16-0000001"
    assert reader.page.peeking


def test_words_in_the_portal_fill_the_field_in_focus(reader: Clerk) -> None:
    reader.form.go_to("patient.injury_date")
    reader.page.peek("F5")
    printed = reader.session.record.at("header.date_of_injury").span
    assert printed is not None
    reader.page.fill_through_portal("patient.injury_date", printed)
    assert reader.session.record.at("patient.injury_date").span == printed


def test_the_other_peek_takes_the_place_of_the_first(reader: Clerk) -> None:
    reader.page.peek("F5")
    assert "failed to approve" in reader.page.peek("Shift+F5")
    reader.hands.press("Shift+F5")
    assert not reader.page.peeking
