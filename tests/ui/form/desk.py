"""A desk with a form for tests: letters in a real store, their session, and what a person does at the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.request import Pdf, Task, Ticket
from imr_desk.letter.entry import Entry, Value
from imr_desk.letter.finding import Finding
from imr_desk.letter.reading import Failure, Reading
from imr_desk.parser.words.vocabulary import load_vocabulary
from imr_desk.store.store import Store
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.form_view import FormView
from tests.making import Inline, found, reading

TEXT = (
    "Case Number: CM16-9000001 Decision Date: 02/15/2017\n"
    "UR Denial Date: 01/12/2017 Priority: Standard\n"
    "Certification(s)/Specialty: Pain Management\n"
    "A 54-year-old man with low back pain.\n"
    "Tramadol 50mg #60: Upheld\n"
    "Six visits of acupuncture: Overturned\n"
    "It is not medically necessary."
)
ENTRIES = {
    "header.case_number": found(TEXT, "CM16-9000001"),
    "header.decision_date": found(TEXT, "02/15/2017", "2017-02-15"),
    "header.ur_denial_date": found(TEXT, "01/12/2017", "2017-01-12", confidence=0.5),
    "header.priority": found(TEXT, "Standard", "standard"),
    "reviewer.specialties[0]": found(TEXT, "Pain Management"),
    "patient.age": found(TEXT, "54-year-old", 54, confidence=0.6),
    "patient.sex": found(TEXT, "man", "male"),
    "items[0].request": found(TEXT, "Tramadol 50mg #60"),
    "items[0].decision": found(TEXT, "Upheld", "upheld"),
    "items[0].retrospective": found(TEXT, "Upheld", False),
    "items[0].kind": found(TEXT, "Tramadol", "drug"),
    "items[0].medication.name": found(TEXT, "Tramadol", "tramadol"),
    "items[0].medication.quantity": found(TEXT, "60", 60),
    "items[0].rationale": found(TEXT, "It is not medically necessary."),
    "items[1].request": found(TEXT, "Six visits of acupuncture"),
    "items[1].decision": found(TEXT, "Overturned", "overturned"),
    "items[1].category": found(TEXT, "acupuncture", "Rehabilitation", confidence=0.5),
    "items[1].kind": found(TEXT, "acupuncture", "service"),
}


class NoDrawers:
    """Draws nothing: the form must do without pictures as long as it takes."""

    def __init__(self, on_reply: object) -> None: ...
    def submit(self, _pdf: Pdf, _task: Task, *, urgent: bool = False) -> Ticket:
        return Ticket(int(urgent))

    def cancel(self, ticket: Ticket) -> None: ...
    def close(self) -> None: ...


@dataclass
class Desk:
    """What a person does at the form, as verbs."""

    store: Store
    session: Session
    focus: Focus
    window: QWidget
    form: FormView

    def open(self, outcome: Reading | Failure) -> None:
        """Put a letter into the store and on the desk."""
        data = f"%PDF-1.7 {outcome!r}".encode()
        self.session.show(self.store.add(data, "letter.pdf", outcome, "clerk").letter_id)
        self.settle()

    def field(self, path: str) -> FieldRow:
        """Go to a field."""
        self.focus.set(path)
        self.settle()
        row = self.form.bench.rows.at(path)
        assert row is not None, f"the form shows no {path}"
        return row

    def type(self, path: str, words: str) -> None:
        """Put words in the place of what stands in the field, without leaving it."""
        self.field(path)
        self.press(Qt.Key.Key_F2)
        QTest.keyClick(self.hand, Qt.Key.Key_Delete)
        QTest.keyClicks(self.hand, words)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.hand, key, keys)
        self.settle()

    def show_findings(self, *findings: Finding) -> None:
        """Let the checks have found this."""
        self.session.checking.put(findings)
        self.session.findings_changed.emit()
        self.settle()

    @property
    def hand(self) -> QWidget:
        """Where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def at(self, path: str) -> Entry:
        return self.session.record.at(path)

    def value(self, path: str) -> Value | None:
        return self.at(path).value

    def settle(self) -> None:
        """Let everything happen that is due now."""
        turns = 0
        while turns < 3 or not self.form.settled:
            loop = QEventLoop()
            QTimer.singleShot(0, loop.quit)
            loop.exec()
            turns += 1


def make_desk(folder: Path) -> Desk:
    store = Store.create(folder / "letters.imrdesk")
    session, focus = Session(Keeper(store, Inline()), "clerk"), Focus()
    window = QWidget()
    window.resize(640, 800)
    form = FormView(session, focus, PageImages(NoDrawers), load_vocabulary(), window)
    form.resize(window.size())
    return Desk(store, session, focus, window, form)


def a_letter(entries: Mapping[str, Entry] = ENTRIES) -> Reading:
    return reading(TEXT, entries)


def long_letter(items: int) -> Reading:
    """A letter of many items, alike but for their numbers."""
    lines = "\n".join(f"Service number {number}: Upheld" for number in range(1, items + 1))
    entries = {f"items[{n - 1}].request": found(lines, f"Service number {n}:") for n in range(1, items + 1)}
    entries |= {f"items[{n}].decision": found(lines, "Upheld", "upheld") for n in range(items)}
    return reading(lines, entries)
