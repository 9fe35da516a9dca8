"""Counting what letters have in common: beside the work, once, and again when the store has grown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.pages.repetition import NotCounted, Repetition
from imr_desk.letter.repetition import Common, TooFew
from imr_desk.store.store import Store
from tests.making import Inline, reading

FORM = "The reviewer has no affiliation with the employer."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        yield store


def add(store: Store, count: int) -> None:
    start = store.letters_of("D3")
    for number in range(start, start + count):
        text = f"{FORM}\nWorker {'x' * number} fell."
        store.add(text.encode(), f"{number}.pdf", reading(text, {}, f"{number}.pdf"), "clerk")


def test_letters_of_a_template_are_counted_on_a_thread_of_its_own(store: Store, qtbot: QtBot) -> None:
    add(store, 6)
    repetition = Repetition(store.path)
    assert repetition.of("D3") is None
    with qtbot.waitSignal(repetition.counted):
        repetition.ask("D3")
    known = repetition.of("D3")
    assert isinstance(known, Common)
    assert known.letters == 6
    assert FORM.casefold() in known.fingerprints
    repetition.close()


def test_other_templates_do_not_count(store: Store) -> None:
    add(store, 6)
    repetition = Repetition(store.path, Inline())
    repetition.ask("A")
    assert repetition.of("A") == TooFew(0)


def test_a_store_that_has_grown_by_a_tenth_is_counted_anew(store: Store) -> None:
    add(store, 20)
    repetition = Repetition(store.path, Inline())
    repetition.ask("D3")
    first = repetition.of("D3")
    add(store, 1)
    repetition.ask("D3")
    assert repetition.of("D3") is first
    add(store, 1)
    repetition.ask("D3")
    again = repetition.of("D3")
    assert isinstance(again, Common)
    assert again.letters == 22


def test_a_store_that_is_gone_is_told_of(tmp_path: Path) -> None:
    repetition = Repetition(tmp_path / "none.imrdesk", Inline())
    repetition.ask("D3")
    known = repetition.of("D3")
    assert isinstance(known, NotCounted)
    assert known.reason
