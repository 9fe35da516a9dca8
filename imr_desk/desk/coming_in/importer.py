"""Letters on their way into the store: loaded, read in worker processes and kept, while the person works on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from imr_desk.desk.coming_in.import_report import (
    AlreadyThere,
    ImportLine,
    ImportReport,
    KeptUnread,
    LeftOut,
    NotStored,
    WentIn,
)
from imr_desk.desk.coming_in.in_order import InOrder
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.intake.request import Pdf, Progress, Read, Reply, Task, Ticket, Unlock, Unlocked
from imr_desk.intake.source import found_in
from imr_desk.intake.worker import Workers
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import Added, Duplicate

AHEAD = 4
"""Letters held at once between disk and store."""
STORING = 2
"""Letters at the store at once: what a person asks of it has to wait for no more."""
PATIENCE = 16
"""Letters that may be read beside a slow one, such as a long scan, before it loses its place in the order. Each that
waits is thousands of words, and all of them are looked through for garbage while the person works."""
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
    """A letter that is being read, and its place among those that were given."""

    place: int
    pdf: Pdf


class Importer(QObject):
    """Takes files, folders and zip files; one import at a time, later ones join it."""

    progress_changed = Signal()
    letters_changed = Signal()
    """A letter has gone into the store."""
    password_wanted = Signal()
    """A letter needs a password: it waits, see `locked`, and the others go on."""
    finished = Signal(object)
    """The `ImportReport`."""
    _loaded = Signal(object)
    _replied = Signal(object)
    _page_begun = Signal(object)

    def __init__(self, keeper: Keeper, who: str, make_workers: MakeWorkers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self._make_workers = make_workers
        self._workers: Workers | None = None
        self._loader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._sources: deque[Iterator[Pdf | Failure]] = deque()
        self._loading = False
        self._reading: dict[Ticket, _Taken] = {}
        self._locked: deque[_Taken] = deque()
        self._in_order: InOrder[tuple[Pdf, Reading | Failure]] = InOrder(PATIENCE)
        self._storing = 0
        self._password: str | None = None
        self._lines: list[ImportLine] = []
        self._cancelled = False
        self.running = False
        self.paused = False
        self.scanned_page: ScannedPage | None = None
        self._loaded.connect(self._on_loaded)
        self._replied.connect(self._on_replied, Qt.ConnectionType.QueuedConnection)
        self._page_begun.connect(self._on_page_begun, Qt.ConnectionType.QueuedConnection)

    @property
    def done(self) -> int:
        """How many files of the running or last import are settled."""
        return len(self._lines)

    @property
    def report(self) -> ImportReport:
        """What is settled so far."""
        return ImportReport(tuple(self._lines), self._cancelled)

    @property
    def locked(self) -> Locked | None:
        """The first of the letters that wait for a password."""
        if not self._locked:
            return None
        first = self._locked[0].pdf
        return Locked(first.file, first.password is not None)

    def start(self, paths: Sequence[Path]) -> None:
        """Import these files, folders and zip files; where an import is running already, after it."""
        self.take(found_in(paths))

    def take(self, letters: Iterator[Pdf | Failure]) -> None:
        """Import letters that come one by one, asked for on a thread of their own."""
        if not self.running:
            self._lines.clear()
            self._cancelled = False
            self.running = True
        self._sources.append(letters)
        self._go_on()

    def pause(self, paused: bool) -> None:
        """Begin no further file, or go on."""
        self.paused = paused
        self._go_on()

    def cancel(self) -> None:
        """Stop; what is in the store stays there."""
        if not self.running:
            return
        self._cancelled = True
        self.paused = False
        self._sources.clear()
        self._locked.clear()
        for ticket in self._reading:
            self._pool().cancel(ticket)
        self._reading.clear()
        self._in_order.clear()
        self._go_on()

    def give_password(self, password: str | None) -> None:
        """The password of the letter that is `locked`, tried on the others that wait too; None keeps it unread."""
        if not self._locked:
            return
        if password is None:
            taken = self._locked.popleft()
            self._in_order.done(taken.place, (taken.pdf, _still_locked(taken.pdf.file)))
        else:
            self._password = password
            first, *others = self._locked
            self._locked = deque(one for one in others if one.pdf.password is not None)
            for taken in (first, *(one for one in others if one.pdf.password is None)):
                self._submit(_Taken(taken.place, replace(taken.pdf, password=password)), Unlock())
        self._go_on()

    def close(self) -> None:
        """Stop, and end the worker processes."""
        self.cancel()
        self._loader.shutdown(wait=False, cancel_futures=True)
        if self._workers is not None:
            self._workers.close()

    def _pool(self) -> Workers:
        if self._workers is None:
            self._workers = self._make_workers(self._replied.emit, on_progress=self._page_begun.emit)
        return self._workers

    def _go_on(self) -> None:
        ready = self._in_order.ready()
        while self._storing < STORING and (letter := next(ready, None)) is not None:
            self._store(*letter)
        self.progress_changed.emit()
        held = len(self._reading) + self._storing
        room = held < AHEAD and self._storing < STORING and len(self._locked) < LOCKED
        if self._sources and not self._loading and not self.paused and room:
            self._loading = True
            self._loader.submit(next, self._sources[0], None).add_done_callback(self._loaded.emit)
        elif self.running and not self._sources and not self._loading and not held and not self._locked:
            self.running = False
            self.finished.emit(self.report)

    def _on_loaded(self, future: Future[Pdf | Failure | None]) -> None:
        self._loading = False
        match future.result():
            case _ if self._cancelled:
                pass
            case None:
                self._sources.popleft()
            case Failure() as failure:
                self._lines.append(LeftOut(failure))
            case Pdf() as pdf:
                self._submit(_Taken(self._in_order.begin(), pdf), Read())
        self._go_on()

    def _submit(self, taken: _Taken, task: Task) -> None:
        self._reading[self._pool().submit(taken.pdf, task)] = taken

    def _on_page_begun(self, progress: Progress) -> None:
        taken = self._reading.get(progress.ticket)
        if taken is not None:
            self.scanned_page = ScannedPage(taken.pdf.file, progress.page, progress.pages)
            self.progress_changed.emit()

    def _on_replied(self, reply: Reply) -> None:
        self.scanned_page = None
        taken = self._reading.pop(reply.ticket, None)
        if taken is None:
            return
        match reply.outcome:
            case Failure(kind=FailureKind.NEEDS_PASSWORD):
                self._unlock(taken)
            case Failure(kind=kind) as failure if kind.no_letter:
                self._lines.append(LeftOut(failure))
                self._in_order.leave(taken.place)
            case Unlocked(data):
                self._submit(_Taken(taken.place, Pdf(taken.pdf.file, data)), Read())
            case Reading() | Failure() as outcome:
                self._in_order.done(taken.place, (taken.pdf, outcome))
        self._go_on()

    def _unlock(self, taken: _Taken) -> None:
        if self._password is not None and taken.pdf.password is None:
            self._submit(_Taken(taken.place, replace(taken.pdf, password=self._password)), Unlock())
            return
        self._locked.append(taken)
        self._in_order.leave(taken.place)
        self.password_wanted.emit()

    def _store(self, pdf: Pdf, outcome: Reading | Failure) -> None:
        self._storing += 1
        self._keeper.ask(
            lambda store: store.add(pdf.data, pdf.file, outcome, self._who),
            lambda answer: self._settle(_line(pdf.file, outcome, answer)),
            lambda error: self._settle(_not_stored(pdf.file, error)),
        )

    def _settle(self, line: ImportLine) -> None:
        self._storing -= 1
        self._lines.append(line)
        if isinstance(line, WentIn | KeptUnread):
            self.letters_changed.emit()
        self._go_on()


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


def _not_stored(file: str, error: StoreError) -> NotStored:
    return NotStored(file, str(error))
