"""What is to be said of the letter as a whole, above its fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.letter.reading import Failure, Reading, TextLayer, Unrecognised
from imr_desk.pdf.ocr_setup import missing_command
from imr_desk.store.kept.stored import SecondLook, Verdict
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.findings.findings_strip import WHOLE_LETTER, FindingsStrip, place_of
from imr_desk.ui.plain_label import plain_label


class LetterNotes(QWidget):
    """Says what a second look found and why a letter was not read, and shows the findings on no field of its own."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._note = plain_label("notice", wraps=True)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note.setMargin(8)
        self.second_look = plain_label("notice", wraps=True)
        self.second_look.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.second_look.setMargin(8)
        self.second_look.hide()
        self._findings = FindingsStrip(bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.second_look)
        column.addWidget(self._note)
        column.addWidget(self._findings)
        bench.session.findings_changed.connect(self._show_findings)

    def refresh(self) -> None:
        """Say what there is to say of the letter that is open now."""
        said = self._said()
        self._note.setText(said)
        self._note.setVisible(bool(said))
        self._show_look()

    def ask_reason(self) -> None:
        """Have the person write why the first open check on the whole letter may stand."""
        self._findings.ask_reason()

    def _show_look(self) -> None:
        """Say what a second look found, an error on the ground of warnings."""
        look = self._bench.session.second_look
        self.second_look.setText(look_words(look) if look else "")
        self.second_look.setVisible(look is not None)
        role = "warning" if look and look.verdict is Verdict.WRONG else "notice"
        if self.second_look.property("role") != role:
            self.second_look.setProperty("role", role)
            self.second_look.style().polish(self.second_look)
        self._show_findings()

    def _show_findings(self) -> None:
        found = [finding for finding in self._bench.session.findings if place_of(finding) == WHOLE_LETTER]
        self._findings.show_findings(found)
        self.setVisible(bool(found or self._note.text() or self.second_look.text()))

    def _said(self) -> str:
        letter = self._bench.session.letter
        match letter.outcome if letter else None:
            case Failure(message=message):
                return message
            case Reading() as reading:
                return " ".join(self._of(reading))
            case _:
                return ""

    def _of(self, reading: Reading) -> Iterator[str]:
        match reading.source.text_layer:
            case TextLayer.NONE:
                yield self.tr("This letter is a scan without text: read it on the page, fill in the fields by hand.")
                if command := missing_command():
                    yield self.tr("Scans added later are read if you run this once: {command}").format(command=command)
                return
            case TextLayer.OCR:
                if pages := [str(page.number) for page in reading.text.pages if not len(page.span)]:
                    yield self.tr("No words were recognised on these pages: {pages}.").format(pages=", ".join(pages))
        if isinstance(reading.detection, Unrecognised):
            yield self.tr("This letter is of no known kind: nothing was read from it. Fill in the fields by hand.")


def look_words(look: SecondLook) -> str:
    """Whose second look found what, on which day as the clock here has it."""
    said = {
        Verdict.RIGHT: _tr("Second look by {who} on {day}: nothing wrong."),
        Verdict.WRONG: _tr("Second look by {who} on {day}: an error found."),
    }
    day = datetime.fromisoformat(look.at).astimezone()
    return said[look.verdict].format(who=look.who, day=f"{day:%m/%d/%Y}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("LetterNotes", text)
