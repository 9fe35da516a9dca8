"""An older store is counted beside the work, and says how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.keeping.backlog import Backlog
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.file.errors import StoreLocked
from imr_desk.store.store import Store
from tests.making import Inline
from tests.store.counted import added, letter
from tests.store.older import as_version_2

LETTERS = 5


def older(path: Path) -> Path:
    """A store of the second version."""
    with Store.create(path) as store:
        for number in range(LETTERS):
            added(store, letter(number, ("Surgery", "upheld", "")))
    as_version_2(path)
    return path


def test_all_letters_are_counted_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(older(tmp_path / "letters.imrdesk")) as store:
        backlog = Backlog(Keeper(store, Inline()))
        told: list[int] = []
        backlog.progressed.connect(lambda: told.append(backlog.left))
        backlog.begin()
        qtbot.waitUntil(lambda: not backlog.left)
        assert (told[0], told[-1], backlog.of) == (LETTERS, 0, LETTERS)
        (tally,) = store.tallies(Dimension.CATEGORY, False)
        assert tally.letters == LETTERS


def test_a_store_that_is_held_for_a_while_is_counted_afterwards(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imr_desk.desk.keeping.backlog.AFTER_TROUBLE", 1)
    with Store.open(older(tmp_path / "letters.imrdesk")) as store:
        held = iter([StoreLocked("held"), StoreLocked("held")])
        count_some = store.count_some

        def count(most: int) -> int:
            for error in held:
                raise error
            return count_some(most)

        monkeypatch.setattr(store, "count_some", count)
        backlog = Backlog(Keeper(store, Inline()))
        backlog.begin()
        qtbot.waitUntil(lambda: backlog.of > 0 and not backlog.left)


def test_a_store_of_today_has_nothing_to_count(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        added(store, letter(1))
        backlog = Backlog(Keeper(store, Inline()))
        backlog.begin()
        assert (backlog.of, backlog.left) == (0, 0)
