"""Journeys through the batch check: pages accepted, odd cards aside, corrected or opened, and all taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.checks.check import check
from imr_desk.desk.batch.cards import Fate, Tally
from imr_desk.intake.read import attempt
from imr_desk.letter.batch import DECIDING
from imr_desk.letter.entry import State
from imr_desk.letter.record import is_under
from imr_desk.letter.review import LetterState
from imr_desk.samples.demo import demo_letters
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CASE_NUMBER = "header.case_number"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample letters, to be copied."""
    path = tmp_path_factory.mktemp("samples") / "letters.imrdesk"
    with Store.create(path, check) as store:
        for letter in demo_letters():
            store.add(letter.pdf, letter.file, attempt(letter.pdf, letter.file), "clerk")
    return path


@pytest.fixture
def checker(sit: Sit, samples: Path, tmp_path: Path) -> Clerk:
    """A clerk at a desk with the sample letters, at the cards of their case numbers."""
    path = tmp_path / "letters.imrdesk"
    path.write_bytes(samples.read_bytes())
    clerk = sit(path)
    clerk.batch.enter()
    clerk.batch.choose(CASE_NUMBER)
    return clerk


def states(clerk: Clerk) -> list[State]:
    """Who stands behind the case numbers in the store."""
    with Store.open(clerk.desk.parts.keeper.path) as store:
        letters = [store.letter(card.value.letter_id) for card in clerk.desk.parts.batch.cards]
    return [letter.record.at(CASE_NUMBER).state for letter in letters]


def test_one_aside_one_corrected_one_opened_the_rest_by_enter_and_all_of_it_undone(checker: Clerk) -> None:
    batch = checker.batch
    keys = checker.hands.effort.keys
    count = len(checker.desk.parts.batch.cards)
    aside = batch.go_to(1).key
    batch.set_aside()
    corrected = batch.go_to(3)
    batch.correct("CM17-0000001")
    opened = batch.go_to(5)
    batch.open_letter()
    assert checker.form.entry(CASE_NUMBER) == opened.value.entry
    checker.hands.press("Return")
    batch.come_back()
    assert batch.current.key == opened.key
    assert batch.current.fate is Fate.CONFIRMED
    batch.accept()
    assert batch.ended
    assert checker.desk.parts.batch.tally == Tally(aside=1, confirmed=count - 2, corrected=1)
    assert (checker.hands.effort.keys - keys) / count < 3.5
    checker.wait_until_saved()
    assert states(checker).count(State.MACHINE) == 1
    checker.hands.press("Ctrl+Z")
    checker.wait_until_saved()
    left = {corrected.key: State.CORRECTED, opened.key: State.CONFIRMED}
    keys = [card.key for card in checker.desk.parts.batch.cards]
    assert states(checker) == [left.get(key, State.MACHINE) for key in keys]
    fates = {card.key: card.fate for card in checker.desk.parts.batch.cards}
    assert fates[aside] is Fate.ASIDE
    assert fates[corrected.key] is Fate.CORRECTED


def test_a_page_costs_one_key(checker: Clerk) -> None:
    keys, cards = checker.hands.effort.keys, len(checker.desk.parts.batch.cards)
    checker.batch.accept()
    assert checker.hands.effort.keys - keys == 1
    assert checker.desk.parts.batch.tally == Tally(confirmed=cards)
    checker.wait_until_saved()
    with Store.open(checker.desk.parts.keeper.path) as store:
        assert store.counts()[LetterState.IN_REVIEW] == cards


def test_what_is_no_value_is_refused_and_the_card_stays_as_it_was(checker: Clerk) -> None:
    checker.hands.press("Escape")
    checker.batch.enter()
    checker.batch.choose("patient.age")
    key = checker.batch.current.key
    assert "whole number" in checker.batch.try_correcting("old")
    checker.hands.press("Escape")
    wait_for("the card to have the keyboard again", lambda: checker.batch.current.key == key)
    assert checker.batch.current.fate is Fate.WAITS
    checker.batch.correct("52")


def test_decisions_are_not_among_the_fields_offered(checker: Clerk) -> None:
    counted = [field.pattern for field in checker.desk.parts.batch_counts]
    assert not [pattern for pattern in counted for one in DECIDING if is_under(pattern, one)]
    checker.hands.press("Escape")
    checker.batch.enter()
    table = checker.batch.view.fields.table.model()
    offered = [table.index(row, 0).data() for row in range(table.rowCount())]
    assert "Case number" in offered
    assert not {"Decision", "Conclusion", "UR action", "Decision rationale", "Original request"} & set(offered)
