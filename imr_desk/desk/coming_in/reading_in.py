"""Letters of the store that wait to be read: fetched, read in worker processes and kept, beside the work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportLine, KeptUnread, NotStored, WentIn
from imr_desk.desk.coming_in.pace import Pace
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.intake.request import Pdf, Progress, Read, Reply, Task, Ticket, Unlock, Unlocked
from imr_desk.intake.worker import Workers
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.store.kept.stored import Added, Duplicate, Unread

LOCKED = 32
"""Letters that may wait for a password before no more are begun."""


class MakeWorkers(Protocol):
    """Makes the workers that read, given who hears of their replies and of each page of a scan that they begin."""

    def __call__(self, on_reply: Callable[[Reply], None], *, on_progress: Callable[[Progress], None]) -> Workers: ...


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """The page of a scan, from 1, of so many, that is being recognised."""

    file: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Locked:
    """A letter that waits for its password; `again` where the last one given did not open it."""

    file: str
    again: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    """A letter out of the store; `unlocked` where its bytes are no longer those that came."""

    letter: Unread
    pdf: Pdf
    unlocked: bool = False


class ReadingIn(QObject):
    """Reads letters in their order, a few at once; at most one task of it waits at the store."""

    changed = Signal()
    settled = Signal(object)
    """A letter is read, or why not: its `ImportLine`."""
    password_wanted = Signal()
    """A letter needs a password: it waits, see `locked`, and the others go on."""
    _replied = Signal(object)
    _page_begun = Signal(object)

    def __init__(self, keeper: Keeper, who: str, make_workers: MakeWorkers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self._make_workers = make_workers
        self._workers: Workers | None = None
        self._waiting: deque[Unread] = deque()
        self._begun: dict[int, Unread] = {}
        """What has left the store and is not back."""
        self._kept: Unread | None = None
        """The letter that is on its way back."""
        self._reading: dict[Ticket, _Taken] = {}
        self._locked: deque[_Taken] = deque()
        self._read: deque[tuple[_Taken, Reading | Failure]] = deque()
        self._at_store = False
        self._password: str | None = None
        self.scanned_page: ScannedPage | None = None
        self.pace = Pace(self)
        self.pace.quickened.connect(self.go_on)
        self._replied.connect(self._on_replied, Qt.ConnectionType.QueuedConnection)
        self._page_begun.connect(self._on_page_begun, Qt.ConnectionType.QueuedConnection)

    @property
    def at_rest(self) -> bool:
        """Whether no letter waits, and none is being read."""
        return not (self._waiting or self._begun or self._at_store)

    @property
    def left(self) -> int:
        """How many letters wait or are being read."""
        return len(self._waiting) + len(self._begun)

    @property
    def locked(self) -> Locked | None:
        """The first of the letters that wait for a password."""
        if not self._locked:
            return None
        first = self._locked[0].pdf
        return Locked(first.file, first.password is not None)

    def put(self, letters: Iterable[Unread]) -> None:
        """Read these after those that wait already."""
        self._waiting.extend(letters)
        self.go_on()

    def go_on(self) -> None:
        """Do what can be done now: keep what is read, or fetch what is to be read next."""
        if self._at_store or self.pace.stands_back:
            return
        if self._read:
            self._keep(*self._read.popleft())
        elif self._waiting and not self.pace.paused and self._has_room:
            self._fetch(self._waiting.popleft())
        self.changed.emit()

    def give_password(self, password: str | None) -> None:
        """The password of the letter that is `locked`, tried on the others that wait too; None keeps it unread."""
        if not self._locked:
            return
        if password is None:
            taken = self._locked.popleft()
            self._read.append((taken, _still_locked(taken.pdf.file)))
        else:
            self._password = password
            first, *others = self._locked
            self._locked = deque(one for one in others if one.pdf.password is not None)
            for taken in (first, *(one for one in others if one.pdf.password is None)):
                self._submit(replace(taken, pdf=replace(taken.pdf, password=password)), Unlock())
        self.go_on()

    def cancel(self) -> tuple[Unread, ...]:
        """Stop: the letters that are not read now stay in the store as new ones."""
        left = tuple(one for one in (*self._begun.values(), *self._waiting) if one != self._kept)
        for ticket in self._reading:
            self._pool().cancel(ticket)
        begun = tuple(self._begun)
        for held in (self._waiting, self._begun, self._reading, self._locked, self._read):
            held.clear()
        if begun:
            self._keeper.ask(lambda store: store.put_back(begun))
        return left

    def close(self) -> None:
        """Stop, and end the worker processes."""
        self.cancel()
        if self._workers is not None:
            self._workers.close()

    @property
    def _has_room(self) -> bool:
        return len(self._begun) - len(self._locked) < self.pace.ahead and len(self._locked) < LOCKED

    def _pool(self) -> Workers:
        if self._workers is None:
            self._workers = self._make_workers(self._replied.emit, on_progress=self._page_begun.emit)
        return self._workers

    def _fetch(self, letter: Unread) -> None:
        self._begun[letter.letter_id] = letter
        self._at_store = True
        self._keeper.ask(
            lambda store: store.begin_reading(letter.letter_id),
            lambda data: self._on_fetched(letter, data),
            lambda error: self._settle(letter, NotStored(letter.file, str(error))),
        )

    def _on_fetched(self, letter: Unread, data: bytes | None) -> None:
        self._at_store = False
        if data is None:
            self._settle(letter, WentIn(letter.file, letter.letter_id))
            return
        if letter.letter_id in self._begun:
            self._submit(_Taken(letter, Pdf(letter.file, data)), Read())
        self.go_on()

    def _submit(self, taken: _Taken, task: Task) -> None:
        self._reading[self._pool().submit(taken.pdf, task)] = taken

    def _on_page_begun(self, progress: Progress) -> None:
        taken = self._reading.get(progress.ticket)
        if taken is not None:
            self.scanned_page = ScannedPage(taken.pdf.file, progress.page, progress.pages)
            self.changed.emit()

    def _on_replied(self, reply: Reply) -> None:
        self.scanned_page = None
        taken = self._reading.pop(reply.ticket, None)
        if taken is None:
            return
        match reply.outcome:
            case Failure(kind=FailureKind.NEEDS_PASSWORD):
                self._unlock(taken)
            case Unlocked(data):
                self._submit(_Taken(taken.letter, Pdf(taken.pdf.file, data), unlocked=True), Read())
            case Reading() | Failure() as outcome:
                self._read.append((taken, outcome))
        self.go_on()

    def _unlock(self, taken: _Taken) -> None:
        if self._password is not None and taken.pdf.password is None:
            self._submit(replace(taken, pdf=replace(taken.pdf, password=self._password)), Unlock())
            return
        self._locked.append(taken)
        self.password_wanted.emit()

    def _keep(self, taken: _Taken, outcome: Reading | Failure) -> None:
        letter, unlocked = taken.letter, taken.pdf.data if taken.unlocked else None
        self._kept = letter
        self._at_store = True
        self._keeper.ask(
            lambda store: store.read_in(letter.letter_id, outcome, self._who, unlocked),
            lambda answer: self._settle(letter, _line(letter.file, outcome, answer)),
            lambda error: self._settle(letter, NotStored(letter.file, str(error))),
        )

    def _settle(self, letter: Unread, line: ImportLine) -> None:
        self._begun.pop(letter.letter_id, None)
        self._kept = None
        self._at_store = False
        self.pace.first_is_read()
        self.settled.emit(line)
        self.go_on()


def _line(file: str, outcome: Reading | Failure, answer: Added | Duplicate) -> ImportLine:
    if isinstance(answer, Duplicate):
        return AlreadyThere(file, answer.letter_id, answer.file)
    if isinstance(outcome, Failure):
        return KeptUnread(outcome, answer.letter_id)
    return WentIn(file, answer.letter_id, answer.same_case)


def _still_locked(file: str) -> Failure:
    text = "{file} needs a password. It is kept unread; import it again to give the password."
    said = QCoreApplication.translate("Importer", text).format(file=file)
    return Failure(file, FailureKind.NEEDS_PASSWORD, said)
