"""Journeys to a letter: imported, opened, looked at; those that cannot be read, and those met before."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.desk.coming_in.import_report import ImportReport, WentIn
from imr_desk.letter.entry import State
from imr_desk.letter.reading import Failure, FailureKind, Reading, Unrecognised
from imr_desk.letter.review import LetterState
from imr_desk.samples.bulk import many
from imr_desk.samples.generate import generate
from imr_desk.samples.paper.scan import Scan
from imr_desk.samples.plans.variation import Variation
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit
from tests.journeys.letters import CONTRADICTORY, LONG, SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LETTER = generate(311, Variation(items=1))
SCAN = generate(312, Variation(items=1)).scanned(Scan(dpi=100))


def write(folder: Path, **files: bytes) -> tuple[Path, ...]:
    """Files of these contents in a folder."""
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return tuple(folder / f"{name}.pdf" for name in files)


def locked(data: bytes, password: str) -> bytes:
    """The letter, which opens with this password only."""
    with pymupdf.open("pdf", data) as document:
        made: bytes = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw="owner")
    return made


def no_letter() -> bytes:
    """A PDF with words, but none of a letter's."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "A list of groceries: flour, eggs, 12 apples")
        made: bytes = document.tobytes()
    return made


def test_a_letter_is_imported_and_the_first_one_opened(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, one=LETTER.pdf)
    clerk.import_letters()
    assert clerk.form.entry("header.case_number").value == LETTER.plan.case_number
    assert clerk.told == "1 letter went in"
    assert clerk.session.state is LetterState.TO_REVIEW


def test_a_letter_is_verified_while_others_come_in_and_they_stay_in_order(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, first=LETTER.pdf)
    clerk.import_letters()
    others = {f"{place:02}": letter.pdf for place, letter in enumerate(many(20, 800))}
    clerk.answers.files = write(tmp_path, **others)
    finished: list[ImportReport] = []
    clerk.desk.window.importing.done.connect(finished.append)
    clerk.hands.press("Ctrl+O")
    clerk.form.work_through()
    verified = clerk.verify()
    wait_for("the end of the import", lambda: bool(finished))
    assert finished[0].count(WentIn) == len(others)
    clerk.stand_up()
    with Store.open(tmp_path / "new.imrdesk") as store:
        assert store.letter(verified).state is LetterState.VERIFIED
        rows = store.queue(QueueQuery(), 0, len(others) + 1)
        assert [row.file for row in rows] == ["first.pdf", *(f"{name}.pdf" for name in others)]


def test_looking_at_every_letter_changes_nothing(clerk: Clerk, store_path: Path) -> None:
    with Store.open(store_path) as store:
        before = [(store.letter(row.id), store.events(row.id)) for row in store.queue(QueueQuery(), 0, 9)]
    for letter in (LONG, CONTRADICTORY, SHORT):
        clerk.open_letter(generate(*letter).file)
        clerk.hands.press("Tab", "Tab", "F7", "F8", "F4", "PgDown")
        assert len(clerk.session.history.steps) == 0
    clerk.stand_up()
    with Store.open(store_path) as store:
        assert [(store.letter(row.id), store.events(row.id)) for row in store.queue(QueueQuery(), 0, 9)] == before


def test_what_cannot_be_read_stays_with_its_reason_and_the_rest_works(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, cut=LETTER.pdf[:900], empty=b"", good=LETTER.pdf)
    clerk.import_letters()
    clerk.look_up("cut.pdf")
    outcome = clerk.session.letter.outcome if clerk.session.letter else None
    assert isinstance(outcome, Failure)
    assert outcome.kind is FailureKind.DAMAGED
    clerk.look_up("good.pdf")
    assert clerk.form.entry("header.case_number").value == LETTER.plan.case_number
    clerk.form.go_to("patient.age")
    clerk.form.confirm()
    clerk.wait_until_saved()


def test_the_same_letter_twice_is_kept_once(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, one=LETTER.pdf, other_name=LETTER.pdf)
    clerk.import_letters()
    clerk.import_letters()
    clerk.stand_up()
    with Store.open(tmp_path / "new.imrdesk") as store:
        assert store.queue_count(QueueQuery()) == 1


def test_a_locked_letter_opens_with_its_password_and_later_without(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, locked=locked(LETTER.pdf, "sesame"))
    clerk.answers.passwords = ["sesame"]
    clerk.hands.press("Ctrl+O")
    clerk.intake.give_password()
    clerk.see_letter()
    clerk.stand_up()
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.look_up("locked.pdf")
    assert clerk.form.entry("header.case_number").value == LETTER.plan.case_number


def test_who_gives_a_wrong_password_is_asked_again_at_once(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, locked=locked(LETTER.pdf, "sesame"))
    clerk.answers.passwords = ["barley", "sesame"]
    clerk.hands.press("Ctrl+O")
    clerk.intake.give_password()
    clerk.see_letter()
    assert clerk.form.entry("header.case_number").value == LETTER.plan.case_number


def test_what_is_no_letter_is_filled_by_hand_from_its_page(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, groceries=no_letter())
    clerk.import_letters()
    clerk.form.go_to("patient.age")
    clerk.page.fill("patient.age", clerk.page.span_of("12"))
    assert clerk.form.entry("patient.age").value == 12
    clerk.form.type_value("header.case_number", "CM17-1234567")
    assert clerk.form.entry("header.case_number").state is State.CORRECTED
    reading = clerk.session.letter.outcome if clerk.session.letter else None
    assert isinstance(reading, Reading)
    assert isinstance(reading.detection, Unrecognised)


def test_a_scan_is_shown_and_typed_in(sit: Sit, tmp_path: Path) -> None:
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = write(tmp_path, scan=SCAN.pdf)
    clerk.import_letters()
    clerk.form.type_value("patient.age", "47")
    clerk.wait_until_saved()
    assert clerk.form.entry("patient.age").value == 47
