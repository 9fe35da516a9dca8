"""Checking beside the window: the last record asked for is the one that is waited for."""

from __future__ import annotations

from imr_desk.desk.keeping.checking import Checking
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import blank_record
from tests.making import Lane, found, letter_text

TEXT = letter_text("Age: 7 years")
CHILD = blank_record().changed({"patient.age": found(TEXT.text, "7", 7)})
GROWN = blank_record().changed({"patient.age": found(TEXT.text, "7", 54)})


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_only_the_last_of_several_records_is_told(qapp: object) -> None:
    later, told = Lane(), []
    checking = Checking(later)
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
    checking = Checking(later)
    checking.ask(TEXT, CHILD)
    checking.settle()
    settled = checking.findings
    assert "P01" in rules(settled)
    later.run_one()
    assert checking.findings == settled


def test_findings_made_elsewhere_stand_until_something_is_asked(qapp: object) -> None:
    later = Lane()
    checking = Checking(later)
    checking.ask(TEXT, CHILD)
    checking.put(())
    later.run_one()
    assert checking.findings == ()


def test_an_answer_under_way_is_not_told_once_the_desk_is_left(qapp: object) -> None:
    later, told = Lane(), []
    checking = Checking(later)
    checking.findings_changed.connect(lambda: told.append(rules(checking.findings)))
    checking.ask(TEXT, CHILD)
    checking.close()
    later.run_one()
    assert not told
    assert checking.settled
