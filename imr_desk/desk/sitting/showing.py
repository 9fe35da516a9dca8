"""The letter on the desk: which it is and what it holds now."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from imr_desk.checks.reissue import reissued
from imr_desk.desk.keeping.checking import Checking
from imr_desk.desk.keeping.fetching import Fetched, fetch
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import NotSaved, Outbox, Saved, Saving
from imr_desk.desk.sitting.open_letter import OpenLetter, opened
from imr_desk.intake.request import Pdf
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.letter.text import NO_TEXT, LetterText
from imr_desk.letter.work import USUAL, Work
from imr_desk.store.file.errors import StoreDamaged, StoreError
from imr_desk.store.kept.stored import SecondLook

_NO_RECORD = Record()


class Showing(QObject):
    """Holds the open letter as one frozen value, with the findings on it."""

    letter_wanted = Signal()
    """A letter has been asked for; what is on the desk stays until it is whole."""
    letter_shown = Signal()
    """Another letter, or none, is on the desk."""
    letter_settled = Signal()
    """All that shows the letter, shows it by now."""
    fields_changed = Signal(tuple)
    """The paths of fields that have other entries than before."""
    list_changed = Signal(str)
    """A list has other entries than before; its path."""
    highlights_changed = Signal()
    findings_changed = Signal()
    review_changed = Signal()
    work_changed = Signal()
    """Another priority or assignee."""
    saving_changed = Signal()
    refused = Signal(str)
    """Something was not done; the sentence says what and why."""

    def __init__(
        self, keeper: Keeper, who: str, checker: Executor | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self.who = who
        self._outbox = Outbox(keeper, who, self)
        self._outbox.saving_changed.connect(self.saving_changed)
        self._letter: OpenLetter | None = None
        self._reissued: tuple[Finding, ...] = ()
        self._wanted: int | None = None
        self.pdf: Pdf | None = None
        """The open letter's file."""
        self.second_look: SecondLook | None = None
        """What a second look at the open letter had found when it was opened."""
        self.ahead: dict[int, Fetched] = {}
        """Letters that may be asked for next, as they were when last looked at."""
        self.checking = Checking(checker or ThreadPoolExecutor(1, "checks"), keeper.check, self)
        self.checking.findings_changed.connect(self.findings_changed)

    @property
    def letter(self) -> OpenLetter | None:
        return self._letter

    @property
    def wanted(self) -> int | None:
        """The letter that lies on the desk, or will as soon as it is whole."""
        return self._wanted

    @property
    def text(self) -> LetterText:
        return self._letter.text if self._letter else NO_TEXT

    @property
    def record(self) -> Record:
        return self._letter.record if self._letter else _NO_RECORD

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        return self._letter.highlights if self._letter else ()

    @property
    def state(self) -> LetterState | None:
        return self._letter.review.state if self._letter else None

    @property
    def work(self) -> Work:
        return self._letter.work if self._letter else USUAL

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings on the record as it stands, the gravest rules first as the catalogue lists them."""
        return (*self.checking.findings, *self._reissued)

    @property
    def checked(self) -> bool:
        """Whether the findings are those on the record as it stands, not on the one before the last edit."""
        return self.checking.settled

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody has acknowledged."""
        acknowledged = self._letter.acknowledged if self._letter else {}
        return tuple(finding for finding in self.findings if finding.key not in acknowledged)

    @property
    def saving(self) -> Saved | Saving | NotSaved:
        return self._outbox.saving

    def show(self, letter_id: int) -> None:
        """Bring a letter onto the desk; the old one stays until the new one is whole."""
        self._wanted = letter_id
        self.letter_wanted.emit()
        known = self.ahead.get(letter_id)
        self.keeper.ask(lambda store: fetch(store, letter_id, known), self._on_fetched, self._on_refused)

    def close(self) -> None:
        """The desk is being left: nothing is checked any more."""
        self.checking.close()

    def close_letter(self) -> None:
        """Leave the desk empty."""
        self._wanted = None
        self._reissued = ()
        self.pdf = self.second_look = None
        self._put_on_desk(None)

    def try_saving_again(self) -> None:
        """Send what could not be saved once more, now."""
        self._outbox.try_again()

    def _on_fetched(self, fetched: Fetched) -> None:
        stored = fetched.letter
        if stored.id != self._wanted:
            return
        self._reissued = reissued(stored.record, [(other.file, other.record) for other in fetched.same_case])
        self.pdf = fetched.pdf if isinstance(fetched.pdf, Pdf) else None
        self.second_look = fetched.second_look
        self._put_on_desk(opened(stored, self._outbox.pending(stored.id)))
        if isinstance(fetched.pdf, StoreDamaged):
            self._on_refused(fetched.pdf)

    def _on_refused(self, error: StoreError) -> None:
        self.refused.emit(str(error))

    def _put_on_desk(self, letter: OpenLetter | None) -> None:
        self._letter = letter
        reading = letter.outcome if letter and isinstance(letter.outcome, Reading) else None
        self.checking.put(reading.findings if reading else ())
        self.letter_shown.emit()
        self.letter_settled.emit()
        if letter and reading and letter.record != reading.record:
            self.checking.ask(letter.text, letter.record)
