"""What users of a neighbouring program lost their work by, each tried here at the whole program."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.app.program import build
from imr_desk.desk.keeping import outbox
from imr_desk.desk.keeping.outbox import NotSaved, Saved
from imr_desk.desk.sitting.bookmark import PLACE, Outlook, read
from imr_desk.samples.generate import generate
from imr_desk.store import opening
from imr_desk.store.file.errors import StoreReadOnly
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit
from tests.journeys.letters import LONG, SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@contextmanager
def held_by_another(clerk: Clerk, store: Path) -> Iterator[None]:
    """Another program writes to the store, and does not come to an end."""
    del clerk
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")


@contextmanager
def _pragma(clerk: Clerk, trouble: str, mended: str) -> Iterator[None]:
    """SQLite itself refuses to write, as it does when the disk does."""
    ask = clerk.desk.parts.keeper.ask
    ask(lambda store: store._db.execute(f"PRAGMA {trouble}").fetchall())
    try:
        yield
    finally:
        ask(lambda store: store._db.execute(f"PRAGMA {mended}").fetchall())


def read_only(clerk: Clerk, store: Path) -> AbstractContextManager[None]:
    """The store may not be written to."""
    del store
    return _pragma(clerk, "query_only = 1", "query_only = 0")


def full(clerk: Clerk, store: Path) -> AbstractContextManager[None]:
    """The store can grow no more."""
    del store
    return _pragma(clerk, "max_page_count = 1", "max_page_count = 1000000")


Trouble = Callable[[Clerk, Path], AbstractContextManager[None]]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits as long for a store as a person would have to."""
    monkeypatch.setattr(opening, "BUSY_TIMEOUT", 0.1)
    monkeypatch.setattr(outbox, "RETRY_AFTER", 300)


def type_until_refused(clerk: Clerk) -> int:
    """Type one age after another until the store takes no more; the one that it did not take."""
    for age in range(31, 60):
        clerk.form.type_value("patient.age", str(age))
        wait_for("the save to end", lambda: isinstance(clerk.session.saving, Saved | NotSaved))
        if isinstance(clerk.session.saving, NotSaved):
            return age
    pytest.fail("everything was shown as saved")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("trouble", [held_by_another, read_only, full])
def test_a_save_that_fails_is_never_shown_as_saved_and_mends_itself(
    trouble: Trouble, sit: Sit, store_path: Path
) -> None:
    clerk = sit(store_path)
    clerk.look_up(generate(*LONG).file)
    shown: list[str] = []
    with trouble(clerk, store_path):
        age = type_until_refused(clerk)
        clerk.session.saving_changed.connect(lambda: shown.append(clerk.title))
        clerk.form.choose("patient.sex", 2)
        assert "not saved" in clerk.title
        assert clerk.title.endswith("*")
        assert "not saved" in clerk.told
        assert clerk.desk.window.top_bar.saved.text() == "! Not saved"
        assert clerk.form.entry("patient.age").value == age
        assert not [title for title in shown if "not saved" not in title]
    wait_for("the save that mends it", lambda: clerk.session.saving == Saved())
    assert "not saved" not in clerk.title + clerk.told
    with Store.open(store_path) as store:
        record = store.letter(clerk.letter_id).record
        assert (record.at("patient.age").value, record.at("patient.sex").by_person) == (age, True)
        assert not list(store.damages())


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("trouble", [read_only, full])
def test_a_save_that_fails_leaves_the_store_as_it_was(trouble: Trouble, sit: Sit, store_path: Path) -> None:
    clerk = sit(store_path)
    clerk.look_up(generate(*LONG).file)
    with trouble(clerk, store_path):
        age = type_until_refused(clerk)
        with Store.open(store_path) as store:
            assert store.letter(clerk.letter_id).record.at("patient.age").value != age
            assert not list(store.damages())
    wait_for("the save that mends it", lambda: clerk.session.saving == Saved())


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The disk takes no file beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_an_export_that_fails_leaves_the_good_file(clerk: Clerk, tmp_path: Path) -> None:
    clerk.look_up(generate(*SHORT).file)
    clerk.form.work_through()
    clerk.verify()
    out = clerk.answers.target = tmp_path / "out" / "verified.jsonl"
    out.parent.mkdir()
    out.write_text("the good file")
    with files_no_longer_than(10_000):
        clerk.hands.press("Ctrl+E")
        wait_for("the bad news", lambda: "was not written" in clerk.told)
    assert out.read_text() == "the good file"
    assert [file.name for file in out.parent.iterdir()] == [out.name]
    clerk.hands.press("Ctrl+E")
    wait_for("the export", lambda: out.read_text() != "the good file")


@pytest.mark.parametrize(
    "asked",
    [
        *("Import letters...", "Import a folder...", "Open another store...", "New store..."),
        *("Export verified letters...", "Save the letter's PDF...", "Postpone...", "Reject...", "Assign..."),
    ],
)
def test_a_question_that_is_cancelled_drops_no_edit(asked: str, reader: Clerk, store_path: Path) -> None:
    reader.answers.reason = None
    reader.form.type_value("patient.age", "52")
    reader.form.go_to("patient.sex")
    before = (reader.letter_id, reader.session.record, reader.session.history)
    reader.menu.do(asked.replace("...", ""))
    assert (reader.letter_id, reader.session.record, reader.session.history) == before
    reader.wait_until_saved()
    with Store.open(store_path) as store:
        assert store.letter(reader.letter_id).record == reader.session.record


def test_words_being_typed_outlive_a_question_that_is_cancelled(reader: Clerk) -> None:
    reader.form.go_to("patient.age")
    reader.hands.retype("52")
    reader.hands.press("Ctrl+E")
    reader.hands.press("Return")
    assert reader.form.entry("patient.age").value == 52


@pytest.mark.usefixtures("impatient")
def test_a_close_that_is_cancelled_leaves_the_layout_and_the_edits(sit: Sit, store_path: Path, user_data: Path) -> None:
    sit(store_path).stand_up()
    clerk = sit(store_path)
    clerk.look_up(generate(*LONG).file)
    layout, kept = user_data / "window.json", (user_data / "window.json").read_bytes()
    clerk.answers.leave = False
    with read_only(clerk, store_path):
        age = type_until_refused(clerk)
        clerk.desk.window.work.moveSplitter(333, 1)
        clerk.desk.window.close()
        assert clerk.desk.window.isVisible()
        assert "lost" in clerk.answers.told[-1]
        assert layout.read_bytes() == kept
    wait_for("the save", lambda: clerk.session.saving == Saved())
    assert clerk.form.entry("patient.age").value == age
    clerk.stand_up()
    assert layout.read_bytes() != kept


ARROWS = ("Up", "Down", "Left", "Right")


@pytest.mark.parametrize(
    "field", ["header.case_number", "header.decision_date", "items[0].decision", "items[0].rationale", "diagnoses[0]"]
)
def test_arrows_keep_the_keyboard_in_the_field(field: str, reader: Clerk) -> None:
    reader.form.go_to(field)
    before = reader.session.record
    for arrow in ARROWS:
        reader.hands.press(*[arrow] * 12)
        assert reader.form.focused == field
        assert reader.form.has_keyboard
    assert reader.session.record == before


@pytest.mark.parametrize("steps", range(5))
def test_arrows_keep_the_keyboard_in_the_panel(steps: int, reader: Clerk) -> None:
    reader.hands.press(*["F6"] * steps)
    panel, letter = panel_with_keyboard(reader), reader.letter_id
    assert panel
    for arrow in ARROWS:
        reader.hands.press(*[arrow] * 12)
        assert panel_with_keyboard(reader) == panel
    assert reader.letter_id == letter


def panel_with_keyboard(clerk: Clerk) -> str:
    """The part of the window that hears the keys."""
    window = clerk.desk.window
    work, focused = window.work, QApplication.focusWidget()
    panels = {"page": work.page, "form": work.form, "map": work.map, "letters": work.queue, "bar": window.top_bar}
    return next((name for name, panel in panels.items() if focused is not None and panel.isAncestorOf(focused)), "")


def test_zoom_and_place_on_the_page_both_outlive_the_sitting_and_a_new_size(sit: Sit, store_path: Path) -> None:
    clerk = sit(store_path)
    clerk.look_up(generate(*LONG).file)
    clerk.menu.do("Zoom in")
    clerk.page.turn_wheel(-9)
    before = clerk.outlook
    wait_for("the place to be noted", lambda: noted(store_path) == before)
    clerk.desk.window.resize(1300, 900)
    resized = clerk.outlook
    assert (resized.zoom, resized.page, round(resized.y / 4)) == (before.zoom, before.page, round(before.y / 4))
    clerk.stand_up()
    clerk = sit(store_path)
    clerk.see_letter()
    wait_for("the same place", lambda: abs(clerk.outlook.y - before.y) < 4)
    assert clerk.outlook.zoom == before.zoom
    assert before.zoom not in {"width", "page"}


def noted(store_path: Path) -> Outlook | None:
    with Store.open(store_path) as store:
        spot = read(store.remembered(PLACE) or "")
    return spot.outlook if spot else None


def no_folder(tmp_path: Path) -> Path:
    """A place where no folder can be made, by nobody: below a file."""
    file = tmp_path / "home"
    file.write_text("a file")
    return file / "data"


def test_a_home_that_takes_no_files_costs_the_layout_only(
    sit: Sit, store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMR_DESK_DATA", str(no_folder(tmp_path)))
    clerk = sit(store_path)
    clerk.look_up(generate(*LONG).file)
    clerk.form.type_value("patient.age", "52")
    clerk.wait_until_saved()
    letter = clerk.letter_id
    clerk.stand_up()
    with Store.open(store_path) as store:
        assert store.letter(letter).record.at("patient.age").value == 52


def test_a_store_that_cannot_be_made_is_said_and_another_one_opens(store_path: Path, tmp_path: Path, sit: Sit) -> None:
    with pytest.raises(StoreReadOnly, match="cannot be made"):
        build(no_folder(tmp_path) / "letters.imrdesk", Answers())
    sit(store_path).look_up(generate(*LONG).file)
