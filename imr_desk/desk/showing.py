"""The letter on the desk: which it is, what it holds now, and what of it changed."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from imr_desk.checks.check import check
from imr_desk.desk.keeper import Keeper
from imr_desk.desk.open_letter import NO_TEXT, OpenLetter, opened
from imr_desk.desk.outbox import NotSaved, Outbox, Saved, Saving
from imr_desk.desk.steps import Step
from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Edit
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import Acknowledgement, LetterState, ReviewChange
from imr_desk.letter.text import LetterText
from imr_desk.store.errors import StoreError
from imr_desk.store.stored import StoredLetter

_NO_RECORD = Record()


class Showing(QObject):
    """Holds the open letter as one frozen value, and passes every change through the undo stack into the store."""

    letter_shown = Signal()
    """Another letter, or none, is on the desk."""
    field_changed = Signal(str)
    list_changed = Signal(str)
    """A list has other entries than before; its path."""
    highlights_changed = Signal()
    findings_changed = Signal()
    review_changed = Signal()
    saving_changed = Signal()
    refused = Signal(str)
    """Something was not done; the sentence says what and why."""

    def __init__(self, keeper: Keeper, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self.who = who
        self.undo_group = QUndoGroup(self)
        self._stacks: dict[int, QUndoStack] = {}
        self._outbox = Outbox(keeper, who, self)
        self._outbox.saving_changed.connect(self.saving_changed)
        self._letter: OpenLetter | None = None
        self._findings: tuple[Finding, ...] = ()
        self._wanted: int | None = None
        self._visit = 0
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(0)
        self._check_soon.timeout.connect(self._check)

    @property
    def letter(self) -> OpenLetter | None:
        return self._letter

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
    def state(self) -> LetterState:
        return self._letter.review.state if self._letter else LetterState.NEW

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings on the record as it stands, the gravest rules first as the catalogue lists them."""
        return self._findings

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody has acknowledged."""
        acknowledged = self._letter.acknowledged if self._letter else {}
        return tuple(finding for finding in self._findings if finding.key not in acknowledged)

    @property
    def saving(self) -> Saved | Saving | NotSaved:
        return self._outbox.saving

    @property
    def undo_stack(self) -> QUndoStack:
        """The open letter's steps of this sitting; empty where it has just been opened."""
        letter_id = self._letter.id if self._letter else 0
        if letter_id not in self._stacks:
            self._stacks[letter_id] = QUndoStack(self.undo_group)
        return self._stacks[letter_id]

    def show(self, letter_id: int) -> None:
        """Bring a letter onto the desk; the old one stays until the new one is whole."""
        self._wanted = letter_id
        self.keeper.ask(lambda store: store.letter(letter_id), self._on_fetched, self._on_refused)

    def close_letter(self) -> None:
        """Leave the desk empty."""
        self._wanted = None
        self._put_on_desk(None)

    def do(self, change: LetterChange) -> bool:
        """Make a change as one undo step; False, and a `refused` sentence, where the letter is closed to changes."""
        if self._letter is None or (isinstance(change, Edit) and change.empty):
            return False
        if self.state is LetterState.VERIFIED and not isinstance(change, ReviewChange):
            self.refused.emit(self.tr("This letter is verified. Reopen it to change it; nothing was changed."))
            return False
        self._begin_review(change)
        self.undo_stack.push(Step(change, self._apply, self._visit))
        return True

    def end_visit(self) -> None:
        """The person has left the field: the next edit of it is a step of its own."""
        self._visit += 1

    def try_saving_again(self) -> None:
        """Send what could not be saved once more, now."""
        self._outbox.try_again()

    def _begin_review(self, change: LetterChange) -> None:
        letter = self._letter
        if letter is None or isinstance(change, ReviewChange):
            return
        if letter.review.state in (LetterState.NEW, LetterState.TO_REVIEW):
            begun = replace(letter.review, state=LetterState.IN_REVIEW)
            self._apply(ReviewChange(self.tr("begin the review"), letter.review, begun))

    def _apply(self, change: LetterChange) -> None:
        if self._letter is None:
            return
        before = self._letter.record
        self._letter = self._letter.after(change)
        self._outbox.put(self._letter.id, change)
        self._tell(change, before)

    def _tell(self, change: LetterChange, before: Record) -> None:
        match change:
            case Edit():
                self._tell_edit(change, before)
            case HighlightChange():
                self.highlights_changed.emit()
            case Acknowledgement():
                self.findings_changed.emit()
            case ReviewChange():
                self.review_changed.emit()
            case _:
                assert_never(change)

    def _tell_edit(self, change: Edit, before: Record) -> None:
        for listing in _resized(before, self.record):
            self.list_changed.emit(listing)
        for one in change.changes:
            if one.old is not None and one.new is not None:
                self.field_changed.emit(one.path)
        self._check_soon.start()

    def _check(self) -> None:
        letter = self._letter
        readable = letter is not None and isinstance(letter.outcome, Reading)
        found = check(letter.text, letter.record) if letter is not None and readable else ()
        if found != self._findings:
            self._findings = found
            self.findings_changed.emit()

    def _on_fetched(self, stored: StoredLetter) -> None:
        if stored.id == self._wanted:
            self._put_on_desk(opened(stored, self._outbox.pending(stored.id)))

    def _on_refused(self, error: StoreError) -> None:
        self.refused.emit(str(error))

    def _put_on_desk(self, letter: OpenLetter | None) -> None:
        self._letter = letter
        self._findings = letter.outcome.findings if letter and isinstance(letter.outcome, Reading) else ()
        self.end_visit()
        self.undo_group.setActiveStack(self.undo_stack)
        self.letter_shown.emit()
        self._check()


def _resized(before: Record, after: Record) -> tuple[str, ...]:
    """The outermost lists whose number of entries differs."""
    changed = sorted(
        listing for listing in {*before.counts, *after.counts} if before.count(listing) != after.count(listing)
    )
    return tuple(one for one in changed if not any(one.startswith(f"{outer}[") for outer in changed))
