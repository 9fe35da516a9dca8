"""Journeys of letters into the store: dropped, zipped, paused, stopped, and what became of each."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.review import LetterState
from imr_desk.samples.bulk import many
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Variation
from imr_desk.store.queue.queue import QueueQuery
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ONE, OTHER = generate(321, Variation(items=1)), generate(322, Variation(items=1))
MANY = 12


@pytest.fixture
def newcomer(sit: Sit, tmp_path: Path) -> Clerk:
    """A clerk at a desk on a new store."""
    return sit(tmp_path / "new.imrdesk")


def read_letters(clerk: Clerk) -> int:
    """How many letters the store has that are read."""
    read = frozenset(LetterState) - {LetterState.NEW, LetterState.READING}
    with Store.open(clerk.desk.parts.keeper.path) as store:
        return store.queue_count(QueueQuery(states=read))


def test_letters_are_dropped_onto_the_window(newcomer: Clerk, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "one.pdf").write_bytes(ONE.pdf)
    (tmp_path / "other.pdf").write_bytes(OTHER.pdf)
    newcomer.intake.drop(folder, tmp_path / "other.pdf")
    assert read_letters(newcomer) == 2
    assert newcomer.intake.report().count("\N{CHECK MARK} went in") == 2


def test_letters_come_out_of_a_zip_file(newcomer: Clerk, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "letters.zip", "w") as packed:
        packed.writestr("january/one.pdf", ONE.pdf)
        packed.writestr("other.pdf", OTHER.pdf)
        packed.writestr("readme.txt", "not a letter")
    newcomer.answers.files = (tmp_path / "letters.zip",)
    newcomer.import_letters()
    assert read_letters(newcomer) == 2


def test_an_import_is_paused_and_stopped_and_its_report_stays(newcomer: Clerk, tmp_path: Path) -> None:
    for letter in many(MANY, first_seed=330):
        (tmp_path / letter.file).write_bytes(letter.pdf)
    newcomer.answers.files = tuple(sorted(tmp_path.glob("*.pdf")))
    importer = newcomer.desk.parts.importer
    newcomer.hands.press("Ctrl+O")
    wait_for("the first letter", lambda: importer.done > 0)
    newcomer.intake.pause()
    newcomer.form.go_to("patient.age")
    newcomer.form.confirm()
    newcomer.intake.stop()
    kept = read_letters(newcomer)
    assert 0 < kept < MANY
    for _ in range(2):
        report = newcomer.intake.report()
        assert report.count("\N{CHECK MARK} went in") == kept
        assert report.count("? kept unread: not read yet") > 0


def test_a_letter_that_needs_a_password_disturbs_nobody(newcomer: Clerk, tmp_path: Path) -> None:
    with pymupdf.open(stream=OTHER.pdf) as document:
        document.save(tmp_path / "a.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="sesame", owner_pw="owner")
    (tmp_path / "one.pdf").write_bytes(ONE.pdf)
    newcomer.answers.files = (tmp_path / "a.pdf", tmp_path / "one.pdf")
    newcomer.answers.passwords = ["sesame"]
    newcomer.hands.press("Ctrl+O")
    wait_for("a letter that needs a password", lambda: newcomer.desk.parts.importer.reading.locked is not None)
    newcomer.see_letter()
    newcomer.form.go_to("patient.age")
    newcomer.form.confirm()
    assert read_letters(newcomer) == 1
    newcomer.intake.give_password()
    wait_for("the end of the import", lambda: not newcomer.desk.parts.importer.running)
    assert read_letters(newcomer) == 2
