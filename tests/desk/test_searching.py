"""Searches beside the work: only the words last asked for are answered, and trouble is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.queue.searching import NotSearched, Searched, Searching
from imr_desk.store.store import Store
from tests.making import found, reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    text = "Case Number: CM16-1\nNorco was taken"
    with Store.create(tmp_path / "letters.imrdesk") as store:
        store.add(b"one", "one.pdf", reading(text, {"header.case_number": found(text, "CM16-1")}), "clerk")
    return tmp_path / "letters.imrdesk"


@pytest.fixture
def searching(path: Path, qapp: object) -> Iterator[Searching]:
    searching = Searching(path)
    yield searching
    searching.close()


def test_words_are_searched_for_after_a_pause(searching: Searching, qtbot: QtBot) -> None:
    with qtbot.waitSignal(searching.answered) as answered:
        searching.look_for("norco")
    (answer,) = answered.args
    assert isinstance(answer, Searched)
    assert (answer.words, answer.hits.letters) == ("norco", 1)


def test_an_answer_to_other_words_is_dropped(searching: Searching, qtbot: QtBot) -> None:
    told: list[str] = []
    searching.answered.connect(lambda answer: told.append(answer.words))
    searching.look_for("norco")
    searching.look()
    with qtbot.waitSignal(searching.answered):
        searching.look_for("vicodin")
        searching.look()
    assert told == ["vicodin"]


def test_a_store_that_does_not_open_is_told_of(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "none.imrdesk").write_bytes(b"nothing")
    searching = Searching(tmp_path / "none.imrdesk")
    with qtbot.waitSignal(searching.answered) as answered:
        searching.look_for("norco")
    searching.close()
    assert isinstance(answered.args[0], NotSearched)
    assert "not a store" in answered.args[0].reason
