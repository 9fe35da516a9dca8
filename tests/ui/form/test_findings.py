"""What the checks say stands at the fields concerned."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.form.findings.finding_note import FindingNote
from tests.ui.form.desk import Desk

ORDER = Finding("D02", Severity.ERROR, "Out of order.", ("header.decision_date", "header.ur_denial_date"))
HEADINGS = Finding("S01", Severity.ERROR, "A heading is missing.")


def notes(desk: Desk) -> list[FindingNote]:
    return [note for note in desk.form.findChildren(FindingNote) if note.isVisible()]


def test_a_finding_stands_in_the_section_of_its_first_field_and_goes_when_it_is_settled(desk: Desk) -> None:
    desk.show_findings(ORDER)
    [note] = notes(desk)
    assert "D02" in note.accessibleName()
    assert "Out of order." in note.accessibleName()
    desk.show_findings()
    assert notes(desk) == []


def test_a_finding_on_the_whole_letter_stands_above_all_fields(desk: Desk) -> None:
    desk.show_findings(HEADINGS)
    [note] = notes(desk)
    assert note.mapTo(desk.form, note.rect().topLeft()).y() < 100


def test_show_goes_through_the_fields_of_the_finding(desk: Desk) -> None:
    desk.show_findings(ORDER)
    [note] = notes(desk)
    visited = []
    for _ in range(3):
        note.findChild(QPushButton).click()
        desk.settle()
        visited.append(desk.focus.path)
    assert visited == ["header.decision_date", "header.ur_denial_date", "header.decision_date"]


def test_an_acknowledged_finding_says_why_and_offers_nothing_more(desk: Desk) -> None:
    desk.show_findings(ORDER)
    desk.session.acknowledge(ORDER, "the letter says so")
    desk.settle()
    [note] = notes(desk)
    assert "the letter says so" in note.accessibleName()
    assert not note.open


def test_an_open_check_is_counted_at_its_item(desk: Desk) -> None:
    desk.show_findings(Finding("M07", Severity.WARNING, "No quantity.", ("items[1].medication.quantity",)))
    summary = desk.form.sections.items.heads[1].summary
    assert summary is not None
    assert (summary.open_checks, summary.open_errors) == (1, 0)
