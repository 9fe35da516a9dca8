"""Journeys from one store to another: nothing is lost on the way, and the old one stays until the new one stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.app.program import Program, build
from imr_desk.samples.generate import generate
from imr_desk.store.store import Store
from imr_desk.ui.dialogs.stores_window import StoresWindow
from tests.journeys.letters import LONG

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Mover:
    """A clerk whose program goes from store to store."""

    def __init__(self, store: Path) -> None:
        self.answers = Answers()
        self.program = Program(build(store, self.answers), self.answers)
        self.clerk = Clerk(self.program.desk, self.answers)
        self.clerk.sit_down()

    @property
    def store(self) -> Path:
        return self.program.desk.parts.keeper.path

    def move(self, action: str, store: Path) -> None:
        """Ask for a store, and take the seat at its desk."""
        self.answers.store = store
        self.clerk.menu.do(action)
        self.take_the_seat(store)

    def take_the_seat(self, store: Path) -> None:
        wait_for("the other store", lambda: self.store == store)
        self.clerk = Clerk(self.program.desk, self.answers)
        self.clerk.desk.window.activateWindow()
        wait_for("its window", self.clerk.desk.window.isActiveWindow)

    def try_to_move(self, action: str, store: Path) -> str:
        """Ask for a store that cannot be had; what is said."""
        self.answers.store = store
        before = self.clerk.told
        self.clerk.menu.do(action)
        wait_for("an answer", lambda: self.clerk.told not in ("", before))
        return self.clerk.told


@pytest.fixture
def mover(qtbot: QtBot, store_path: Path) -> Iterator[Mover]:
    made = Mover(store_path)
    yield made
    made.clerk.stand_up()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.imrdesk"
    Store.create(path).close()
    return path


def test_words_being_typed_are_in_the_old_store_when_the_new_one_is_open(
    mover: Mover, store_path: Path, other: Path
) -> None:
    mover.clerk.open_letter(generate(*LONG).file)
    letter = mover.clerk.letter_id
    mover.clerk.form.go_to("patient.age")
    mover.clerk.hands.retype("52")
    mover.move("Open another store", other)
    assert mover.clerk.desk.window.windowTitle().startswith("other.imrdesk")
    assert mover.clerk.desk.window.top_bar.store.text() == "Store: other"
    with Store.open(store_path) as store:
        assert store.letter(letter).record.at("patient.age").value == 52
    mover.move("Open another store", store_path)
    mover.clerk.see_letter()
    assert mover.clerk.form.entry("patient.age").value == 52


def test_a_new_store_is_empty_and_the_old_one_is_listed(mover: Mover, store_path: Path, tmp_path: Path) -> None:
    mover.move("New store", tmp_path / "fresh.imrdesk")
    assert mover.program.desk.window.stores.recent.paths == (tmp_path / "fresh.imrdesk", store_path)
    mover.clerk.menu.do("Recent stores")
    mover.clerk.hands.press("Down", "Return")
    mover.take_the_seat(store_path)


def test_what_is_not_there_any_more_is_said_and_can_be_taken_off_the_list(
    mover: Mover, store_path: Path, other: Path
) -> None:
    mover.move("Open another store", other)
    mover.move("Open another store", store_path)
    other.unlink()
    mover.clerk.menu.do("Recent stores")
    (window,) = mover.clerk.desk.window.findChildren(StoresWindow)
    assert "not there any more" in window.list.item(1).text()
    mover.clerk.hands.press("Down", "Return")
    assert window.isVisible()
    mover.clerk.hands.press("Delete", "Escape")
    assert mover.clerk.desk.window.stores.recent.paths == (store_path,)


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 4000")


def no_store(path: Path) -> None:
    path.write_bytes(b"a letter to nobody")


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (damaged, "has been cut short"),
        (newer, "was written by a later version"),
        (no_store, "is not a store of IMR Desk"),
        (gone, "There is no file"),
    ],
)
def test_the_open_store_stays_where_the_other_cannot_be_opened(
    mover: Mover, store_path: Path, other: Path, spoil: Callable[[Path], None], said: str
) -> None:
    mover.clerk.open_letter(generate(*LONG).file)
    spoil(other)
    assert said in mover.try_to_move("Open another store", other)
    assert mover.store == store_path
    mover.clerk.form.type_value("patient.age", "52")
    mover.clerk.wait_until_saved()


def test_a_locked_store_is_said_to_be_held_by_another_program(mover: Mover, other: Path) -> None:
    with closing(sqlite3.connect(other, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        assert "is held by another program" in mover.try_to_move("Open another store", other)
        holder.execute("ROLLBACK")


def test_a_new_store_never_takes_the_place_of_a_file(mover: Mover, other: Path) -> None:
    assert "There is already a file" in mover.try_to_move("New store", other)


def test_the_store_that_is_open_is_not_opened_again(mover: Mover, store_path: Path) -> None:
    assert mover.try_to_move("Open another store", store_path) == "letters.imrdesk is the store that is open."


def test_words_that_the_form_refuses_keep_the_clerk_at_the_old_store(
    mover: Mover, store_path: Path, other: Path
) -> None:
    mover.clerk.open_letter(generate(*LONG).file)
    row = mover.clerk.form.go_to("header.decision_date")
    mover.clerk.hands.retype("the day after tomorrow")
    mover.answers.store = other
    opened: list[object] = []
    mover.program.opening.opened.connect(opened.append)
    mover.clerk.desk.window.actions_.of("open_store").trigger()
    wait_for("the other store", lambda: bool(opened))
    assert mover.store == store_path
    assert row.editor.text() == "the day after tomorrow"
    mover.clerk.hands.press("Escape")
