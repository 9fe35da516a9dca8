"""Journeys of a person who sees on the page what is true of the letters: few keys, and nothing left wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from imr_desk.intake.read import attempt
from imr_desk.letter.edits import insert, remove
from imr_desk.letter.entry import NOTHING, Absent, Entry, Found
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.plans.variation import Decisions, Quirk, Variation
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit
from tests.verifying.verifier import Care
from tests.verifying.work import Work, work_through, wrong_fields

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RIGHT = generate(101, Variation(items=2, decisions=Decisions.UPHELD))
CONFLICTING = generate(107, Variation(items=2, quirks=frozenset({Quirk.CONFLICTING_DATES, Quirk.CONTRADICTION})))
DAMAGED = generate(103, Variation(items=3, decisions=Decisions.UPHELD))
By = Callable[[Care], tuple[dict[str, Work], dict[str, int]]]
LETTERS = {letter.file: letter.truth for letter in (RIGHT, CONFLICTING, DAMAGED)}


def misread(record: Record) -> Record:
    """The record with a value of each kind wrong, some of them said with certainty, and lists of other lengths."""
    wrong = {
        "header.decision_date": surely("2016-01-01"),
        "patient.age": doubtful(12),
        "patient.sex": Entry(Absent(rule="test", confidence=0.5)),
        "items[0].decision": doubtful("overturned"),
        "items[0].conclusion": surely("necessary"),
        "items[1].retrospective": surely(True),
        "items[2].request": surely("Six visits"),
        "items[2].maximus_guideline.citations[0].title": doubtful("Neck"),
    }
    record = record.changed({path: entry for path, entry in wrong.items() if path in record})
    record = remove("", record, "diagnoses", 0).apply(record)
    extra = {".date": doubtful("2016-01-02"), ".action": surely("approved"), ".text": NOTHING}
    return insert("", record, "ur_events", 1, extra).apply(record)


def surely(value: str | int | bool) -> Entry:
    return Entry(Found(value, None, "test", 0.99))


def doubtful(value: str | int | bool) -> Entry:
    return Entry(Found(value, None, "test", 0.5))


def read(letter: SampleLetter) -> Reading:
    reading = attempt(letter.pdf, letter.file)
    assert isinstance(reading, Reading)
    return replace(reading, record=misread(reading.record)) if letter is DAMAGED else reading


@pytest.fixture(scope="module")
def misread_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a letter that is read right, one that contradicts itself, and one that is misread."""
    path = tmp_path_factory.mktemp("misread") / "letters.imrdesk"
    with Store.create(path) as store:
        for letter in (RIGHT, CONFLICTING, DAMAGED):
            store.add(letter.pdf, letter.file, read(letter), "clerk")
    return path


@pytest.fixture
def by(sit: Sit, misread_store: Path, tmp_path: Path) -> By:
    """All letters verified by a person of some care: the work on each, and the fields then wrong, by file."""

    def verified_by(care: Care) -> tuple[dict[str, Work], dict[str, int]]:
        path = Path(shutil.copy(misread_store, tmp_path))
        clerk = sit(path)
        clerk.open_letter(RIGHT.file)
        clerk.show_all_letters()
        clerk.desk.window.work.form.setFocus()
        works = {work.letter: work for work in work_through(clerk, LETTERS, care)}
        clerk.stand_up()
        with Store.open(path) as store:
            return works, {one.file: wrong_fields(LETTERS[one.file], one.record) for one in store.verified()}

    return verified_by


def test_who_looks_at_every_field_needs_few_keys_and_leaves_nothing_wrong(by: By) -> None:
    works, left = by(Care.EVERYTHING)
    assert left == dict.fromkeys(LETTERS, 0)
    assert works[DAMAGED.file].wrong >= 8
    assert works[RIGHT.file].wrong == 0
    assert [work.letter for work in works.values() if work.effort.keys > work.allowed] == []


def test_who_looks_only_at_what_asks_is_faster_and_leaves_what_was_surely_wrong(by: By) -> None:
    works, left = by(Care.WHAT_ASKS)
    assert {*left} == {*LETTERS}
    assert left[RIGHT.file] == 0
    assert 0 < left[DAMAGED.file] < works[DAMAGED.file].wrong
    assert all(work.effort.seconds < work.keying.seconds / 10 for work in works.values())
