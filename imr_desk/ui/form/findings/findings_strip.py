"""What the checks say of a field, right below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.letter.field import is_field
from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.findings.finding_note import FindingNote

WHOLE_LETTER = ""
"""The place of findings that name no field of the letter."""


def place_of(finding: Finding) -> str:
    """The field below which a finding is shown: the first it names."""
    return next((path for path in finding.fields if is_field(path)), WHOLE_LETTER)


def place_of_open(open_findings: Sequence[Finding], path: str | None) -> str | None:
    """Where the check is shown that a person at this field can let stand: below it, below another, or above all."""
    asking = [one for one in open_findings if one.severity is not Severity.INFO]
    places = [place_of(one) for one in asking if path in one.fields]
    whole = any(place_of(one) == WHOLE_LETTER for one in asking)
    return path if path in places else next(iter(places), WHOLE_LETTER if whole else None)


class FindingsStrip(QWidget):
    """Shows findings one below the other; hidden where there are none."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._notes: list[FindingNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, with the reasons why some of them stand."""
        while len(self._notes) < len(findings):
            note = FindingNote(self._bench, self)
            self._notes.append(note)
            self._column.addWidget(note)
        for place, note in enumerate(self._notes):
            note.setVisible(place < len(findings))
            if place < len(findings):
                note.show_finding(findings[place])
        self.setVisible(bool(findings))

    def ask_reason(self) -> None:
        """Have the person write why the first open finding may stand."""
        note = next((note for note in self._notes if note.open and note.isVisible()), None)
        if note is not None:
            note.ask_reason()
