"""Checking beside the window: the last record asked for is the one that is waited for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from imr_desk.checks.check import check
from imr_desk.desk.keeping.checked_once import CheckedOnce
from imr_desk.desk.keeping.checking import Checking
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record, blank_record
from imr_desk.letter.text import LetterText
from imr_desk.store.store import Store
from tests.making import Inline, Lane, found, letter_text, reading

TEXT = letter_text("Age: 7 years")
CHILD = blank_record().changed({"patient.age": found(TEXT.text, "7", 7)})
GROWN = blank_record().changed({"patient.age": found(TEXT.text, "7", 54)})


class Counted:
    """A check that counts how often it looks, and dawdles until it is let go on."""

    def __init__(self) -> None:
        self.looks: list[Record] = []
        self.begun, self.go_on = Event(), Event()

    def __call__(self, text: LetterText, record: Record) -> tuple[Finding, ...]:
        self.looks.append(record)
        self.begun.set()
        assert self.go_on.wait(60)
        return check(text, record)


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_only_the_last_of_several_records_is_told(qapp: object) -> None:
    later, told = Lane(), []
    checking = Checking(later, check)
    checking.findings_changed.connect(lambda: told.append(rules(checking.findings)))
    checking.ask(TEXT, CHILD)
    checking.ask(TEXT, GROWN)
    later.run_one()
    assert not told
    later.run_one()
    assert len(told) == 1
    assert "P01" not in told[0]


def test_settling_has_the_findings_at_once_and_a_late_answer_changes_nothing(qapp: object) -> None:
    later = Lane()
    checking = Checking(later, check)
    checking.ask(TEXT, CHILD)
    checking.settle()
    settled = checking.findings
    assert "P01" in rules(settled)
    later.run_one()
    assert checking.findings == settled


def test_findings_made_elsewhere_stand_until_something_is_asked(qapp: object) -> None:
    later = Lane()
    checking = Checking(later, check)
    checking.ask(TEXT, CHILD)
    checking.put(())
    later.run_one()
    assert checking.findings == ()


def test_an_answer_under_way_is_not_told_once_the_desk_is_left(qapp: object) -> None:
    later, told = Lane(), []
    checking = Checking(later, check)
    checking.findings_changed.connect(lambda: told.append(rules(checking.findings)))
    checking.ask(TEXT, CHILD)
    checking.close()
    later.run_one()
    assert not told
    assert checking.settled


def test_who_asks_about_a_record_that_is_being_checked_waits_for_that_look(qapp: object) -> None:
    counted = Counted()
    checked = CheckedOnce(counted)
    with ThreadPoolExecutor(2) as both:
        first = both.submit(checked, TEXT, CHILD)
        assert counted.begun.wait(60)
        second = both.submit(checked, replace(TEXT), blank_record().changed(dict(CHILD.entries)))
        counted.go_on.set()
    assert first.result() == second.result() == check(TEXT, CHILD)
    assert checked(TEXT, GROWN) == check(TEXT, GROWN)
    assert counted.looks == [CHILD, GROWN]


def test_a_check_that_fails_is_tried_again() -> None:
    answers = iter([ZeroDivisionError, None])

    def check(text: LetterText, record: Record) -> tuple[Finding, ...]:
        if trouble := next(answers):
            raise trouble
        return ()

    checked = CheckedOnce(check)
    with pytest.raises(ZeroDivisionError):
        checked(TEXT, CHILD)
    assert checked(TEXT, CHILD) == ()


def test_a_change_is_checked_once_for_the_desk_and_its_store(tmp_path: Path, qapp: object) -> None:
    counted = Counted()
    counted.go_on.set()
    with Store.create(tmp_path / "letters.imrdesk", CheckedOnce(counted)) as store:
        age = found(TEXT.text, "7", 7)
        letter_id = store.add(b"%PDF", "one.pdf", reading(TEXT.text, {"patient.age": age}), "ann").letter_id
        session = Session(Keeper(store, Inline()), "ann", Inline())
        session.show(letter_id)
        session.confirm("patient.age")
        assert len(counted.looks) == 1
        session.undo()
        assert len(counted.looks) == 2
        session.redo()
        assert len(counted.looks) == 2
        session.close()
