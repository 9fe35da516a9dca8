"""What the checks say of some fields, right below them: the rule, its sentence, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.letter.field import is_field
from imr_desk.letter.finding import Finding
from imr_desk.ui.form.bench import Bench
from imr_desk.ui.form.finding_note import FindingNote

WHOLE_LETTER = ""
"""The place of findings that name no field of the letter."""


def place_of(finding: Finding) -> str:
    """The field below which a finding is shown: the first it names."""
    return next((path for path in finding.fields if is_field(path)), WHOLE_LETTER)


class FindingsStrip(QWidget):
    """Shows the findings that have their place at the fields it watches; hidden where there are none."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._paths: tuple[str, ...] = ()
        self._notes: list[FindingNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()
        bench.session.findings_changed.connect(self.refresh)

    def watch(self, paths: tuple[str, ...]) -> None:
        """Show the findings on these fields from now on."""
        self._paths = paths
        self.refresh()

    def refresh(self) -> None:
        """Show the findings as they are now."""
        found = tuple(one for one in self._bench.session.findings if place_of(one) in self._paths)
        while len(self._notes) < len(found):
            note = FindingNote(self._bench)
            self._notes.append(note)
            self._column.addWidget(note)
        for place, note in enumerate(self._notes):
            note.setVisible(place < len(found))
            if place < len(found):
                note.show_finding(found[place])
        self.setVisible(bool(found))

    def ask_reason(self) -> None:
        """Have the person write why the first open finding may stand."""
        note = next((note for note in self._notes if note.open and note.isVisible()), None)
        if note is not None:
            note.ask_reason()
