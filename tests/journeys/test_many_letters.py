"""Journeys over many letters: a search opened at its hit, and all letters postponed and taken back at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.letter.review import LetterState
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def states(path: Path) -> list[LetterState]:
    with Store.open(path) as store:
        return [row.state for row in store.queue(QueueQuery(), 0, 9)]


def test_a_search_opens_a_letter_at_the_hit_and_esc_goes_back(clerk: Clerk) -> None:
    hits = clerk.letters.search('"medical records" reviewer')
    assert hits
    clerk.letters.open_hit(1)
    clerk.see_letter()
    assert clerk.letter_id == hits[0].letter_id
    assert clerk.page.found is not None
    first = clerk.page.found
    clerk.hands.press("F3")
    assert clerk.page.found != first
    clerk.letters.back_to_hits()
    clerk.letters.open_hit(1)
    assert clerk.letter_id == hits[0].letter_id


def test_all_letters_are_postponed_and_one_undo_takes_it_back(clerk: Clerk, store_path: Path) -> None:
    before = states(store_path)
    clerk.answers.reason = "Ask the supervisor"
    assert clerk.letters.choose_all() == len(before)
    clerk.letters.postpone_chosen()
    clerk.wait_until_saved()
    assert set(states(store_path)) == {LetterState.POSTPONED}
    clerk.menu.undo()
    clerk.wait_until_saved()
    assert states(store_path) == before
