"""Journeys over more than one sitting: everything is there again, and everything ends."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.desk.keeping.outbox import NotSaved, Saved
from imr_desk.desk.sitting.bookmark import PLACE, Outlook, read
from imr_desk.samples.generate import generate
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit
from tests.journeys.letters import LONG, SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_next_sitting_begins_where_the_last_one_ended(sit: Sit, store_path: Path) -> None:
    clerk = sit(store_path)
    clerk.open_letter(generate(*LONG).file)
    clerk.form.type_value("patient.age", "52")
    clerk.page.highlight(clerk.page.span_of("heel pain"), "1")
    clerk.form.go_to("patient.sex")
    clerk.menu.do("Zoom in")
    clerk.page.turn_wheel(-7)
    clerk.form.turn_wheel(-2)
    outlook = clerk.outlook
    wait_for("the place to be noted", lambda: noted(store_path) == ("patient.sex", outlook))
    record, highlights, size = clerk.session.record, clerk.session.highlights, clerk.desk.window.size()
    clerk.stand_up()
    clerk = sit(store_path)
    clerk.see_letter()
    assert (clerk.session.record, clerk.session.highlights) == (record, highlights)
    assert clerk.form.focused == "patient.sex"
    assert clerk.desk.window.size() == size
    wait_for("the same outlook", lambda: alike(clerk.outlook, outlook))


def test_the_next_letter_is_shown_as_large_as_the_last_one_at_the_words_of_its_first_field(clerk: Clerk) -> None:
    clerk.open_letter(generate(*LONG).file)
    clerk.show_all_letters()
    clerk.menu.do("Zoom in")
    clerk.menu.do("Zoom in")
    clerk.page.turn_wheel(-7)
    before, first = clerk.outlook, clerk.letter_id
    clerk.hands.press("Shift+PgDown")
    wait_for("the next letter", lambda: clerk.letter_id != first)
    after = clerk.outlook
    assert after.zoom == before.zoom not in ("width", "page")
    assert clerk.form.focused
    clerk.hands.press("Shift+PgUp")
    wait_for("the letter before", lambda: clerk.letter_id == first)
    assert clerk.outlook.zoom == before.zoom


def test_verified_letters_go_out(clerk: Clerk, tmp_path: Path) -> None:
    clerk.look_up(generate(*SHORT).file)
    clerk.form.work_through()
    clerk.verify()
    clerk.answers.target = tmp_path / "verified.jsonl"
    clerk.hands.press("Ctrl+E")
    wait_for("the export", clerk.answers.target.exists)
    (letter,) = map(json.loads, clerk.answers.target.read_text("utf-8").splitlines())
    assert letter["header"]["case_number"]["value"] == generate(*SHORT).plan.case_number


def test_what_a_locked_store_does_not_take_is_said_and_saved_later(reader: Clerk, store_path: Path) -> None:
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reader.form.type_value("patient.age", "52")
        wait_for("the bad news", lambda: isinstance(reader.session.saving, NotSaved))
        assert "not saved" in reader.title
        other.execute("ROLLBACK")
    reader.menu.do("Try saving again")
    wait_for("the good news", lambda: reader.session.saving == Saved())
    assert "not saved" not in reader.title
    with Store.open(store_path) as store:
        assert store.letter(reader.letter_id).record.at("patient.age").value == 52


def test_standing_up_ends_every_process_and_thread(sit: Sit, store_path: Path) -> None:
    before = set(threading.enumerate())
    clerk = sit(store_path)
    clerk.open_letter(generate(*LONG).file)
    processes = multiprocessing.active_children()
    assert processes
    clerk.stand_up()
    assert not [process for process in processes if process.is_alive()]
    assert set(threading.enumerate()) <= before


def noted(store_path: Path) -> tuple[str, Outlook] | None:
    """The field that the store would begin with, and what would be seen."""
    with Store.open(store_path) as store:
        spot = read(store.remembered(PLACE) or "")
    return (spot.field, spot.outlook) if spot else None


def alike(one: Outlook, other: Outlook) -> bool:
    """Whether both are the same to the eye: within a pixel or two."""
    near = abs(one.x - other.x) <= 3 and abs(one.y - other.y) <= 3 and abs(one.height - other.height) <= 1
    return near and (one.page, one.zoom) == (other.page, other.zoom)
