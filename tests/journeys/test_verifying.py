"""Journeys to a letter's end: refused, acknowledged, verified, next; postponed, rejected, reopened, taken back."""

from __future__ import annotations

import pytest

from imr_desk.app.demo.at_form import REASON
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.review import LetterState
from imr_desk.samples.generate import generate
from tests.journeys.letters import CONTRADICTORY, LONG, SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_an_error_stands_in_the_way_until_it_is_acknowledged(clerk: Clerk) -> None:
    clerk.look_up(generate(*CONTRADICTORY).file)
    clerk.hands.press("F12")
    assert clerk.session.state is not LetterState.VERIFIED
    assert clerk.told.startswith("Not verified: check W00 is open.")
    assert clerk.form.focused == "items[0].decision"
    clerk.form.work_through()
    assert clerk.session.letter is not None
    assert list(clerk.session.letter.acknowledged.values()) == [REASON]
    verified = clerk.verify()
    wait_for("the next letter", lambda: clerk.letter_id != verified)


def test_fields_to_look_at_stand_in_the_way_too(reader: Clerk) -> None:
    reader.hands.press("F12")
    assert reader.told.startswith("Not verified: fields still to look at: 3.")
    assert reader.session.state is not LetterState.VERIFIED


def test_a_verified_letter_is_closed_to_changes_until_it_is_reopened(clerk: Clerk) -> None:
    clerk.look_up(generate(*SHORT).file)
    clerk.form.work_through()
    verified = clerk.verify()
    wait_for("the next letter", lambda: clerk.letter_id != verified)
    clerk.look_up(generate(*SHORT).file)
    before = clerk.session.record
    clerk.form.try_typing("patient.age", "52")
    assert clerk.session.record == before
    clerk.hands.press("Escape")
    clerk.menu.do("Reopen")
    assert clerk.session.state is LetterState.IN_REVIEW
    clerk.form.type_value("patient.age", "52")


def test_verifying_is_taken_back_like_everything_else(clerk: Clerk) -> None:
    clerk.look_up(generate(*SHORT).file)
    clerk.form.work_through()
    verified = clerk.verify()
    wait_for("the next letter", lambda: clerk.letter_id != verified)
    clerk.look_up(generate(*SHORT).file)
    clerk.menu.undo()
    assert clerk.session.state is LetterState.IN_REVIEW
    clerk.menu.redo()
    assert clerk.session.state is LetterState.VERIFIED
    clerk.wait_until_saved()


@pytest.mark.parametrize(
    ("action", "state"), [("Postpone", LetterState.POSTPONED), ("Reject", LetterState.REJECTED)], ids=str.lower
)
def test_a_letter_is_left_for_a_reason_and_taken_up_again(reader: Clerk, action: str, state: LetterState) -> None:
    left = reader.letter_id
    reader.menu.do(action)
    wait_for("the next letter", lambda: reader.letter_id != left)
    reader.look_up(generate(*LONG).file)
    assert reader.session.letter is not None
    assert (reader.session.state, reader.session.letter.review.reason) == (state, "As printed")
    reader.menu.do("Reopen")
    assert reader.session.state is LetterState.IN_REVIEW
