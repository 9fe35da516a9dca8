"""Letters on their way into the store: loaded, kept as new ones, and read while the person works on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from imr_desk.desk.coming_in.import_report import (
    AlreadyThere,
    ImportLine,
    ImportReport,
    KeptUnread,
    LeftOut,
    NotStored,
)
from imr_desk.desk.coming_in.reading_in import MakeWorkers, ReadingIn
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.intake.request import Pdf
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import Added, Duplicate, Unread


class Importer(QObject):
    """Takes files, folders and zip files; one import at a time, later ones join it.

    At most two tasks of an import wait at the store, one that keeps a letter and one that reads it in: what a person
    asks of the store has to wait for no more.
    """

    progress_changed = Signal()
    letters_changed = Signal()
    """A letter has come into the store, or is read."""
    settled = Signal(object)
    """What became of a file, as an `ImportLine`."""
    finished = Signal(object)
    """The `ImportReport`."""
    _loaded = Signal(object)

    def __init__(self, keeper: Keeper, who: str, make_workers: MakeWorkers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self.reading = ReadingIn(keeper, who, make_workers, self)
        """What has come in and is still to be read; letters may wait there for a password."""
        self.pace = self.reading.pace
        """Where an import is paused, and told to stand back."""
        self._loader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._sources: deque[Iterator[Pdf | Failure]] = deque()
        self._coming = False
        """Whether a letter is being loaded or kept."""
        self._lines: list[ImportLine] = []
        self._cancelled = False
        self.running = False
        self._loaded.connect(self._on_loaded)
        self.reading.changed.connect(self._go_on)
        self.reading.settled.connect(self._settle)

    @property
    def done(self) -> int:
        """How many files of the running or last import are settled."""
        return len(self._lines)

    @property
    def awaited(self) -> int:
        """How many files there are in all; 0 while nobody knows, for they are still being loaded."""
        return 0 if self._sources or self._coming else self.done + self.reading.left

    @property
    def report(self) -> ImportReport:
        """What is settled so far."""
        return ImportReport(tuple(self._lines), self._cancelled)

    def start(self, paths: Sequence[Path]) -> None:
        """Import these files, folders and zip files; where an import is running already, after it."""
        self.take(found_in(paths))

    def take(self, letters: Iterator[Pdf | Failure]) -> None:
        """Import letters that come one by one, asked for on a thread of their own."""
        self._begin()
        self._sources.append(letters)
        self._go_on()

    def resume(self) -> None:
        """Read the letters that came into the store and were not read, however the last sitting ended."""
        self._keeper.ask(lambda store: store.unread(), self._take_up)

    def cancel(self) -> None:
        """Stop; what is in the store stays there."""
        if not self.running:
            return
        self._cancelled = True
        self._sources.clear()
        self._lines.extend(_not_read(letter) for letter in self.reading.cancel())
        self.pace.pause(False)
        self._go_on()

    def close(self) -> None:
        """Stop, and end the worker processes."""
        self.cancel()
        self._loader.shutdown(wait=False, cancel_futures=True)
        self.reading.close()

    def _begin(self) -> None:
        if not self.running:
            self._lines.clear()
            self._cancelled = False
            self.running = True
            self.pace.begin()

    def _take_up(self, unread: tuple[Unread, ...]) -> None:
        if unread:
            self._begin()
            self.reading.put(unread)

    def _go_on(self) -> None:
        if self._sources and not self._coming and not self.pace.rests:
            self._coming = True
            self._loader.submit(next, self._sources[0], None).add_done_callback(self._loaded.emit)
        self.progress_changed.emit()
        if self.running and not self._sources and not self._coming and self.reading.at_rest:
            self.running = False
            self.finished.emit(self.report)

    def _on_loaded(self, future: Future[Pdf | Failure | None]) -> None:
        self._coming = False
        match future.result():
            case _ if self._cancelled:
                pass
            case None:
                self._sources.popleft()
            case Failure() as failure:
                self._settle(LeftOut(failure))
            case Pdf() as pdf:
                self._keep(pdf)
        self._go_on()

    def _keep(self, pdf: Pdf) -> None:
        self._coming = True
        self._keeper.ask(
            lambda store: store.add(pdf.data, pdf.file, _not_yet(pdf.file), self._who),
            lambda answer: self._on_kept(pdf.file, answer),
            lambda error: self._on_refused(pdf.file, error),
        )

    def _on_kept(self, file: str, answer: Added | Duplicate) -> None:
        self._coming = False
        if isinstance(answer, Duplicate):
            self._settle(AlreadyThere(file, answer.letter_id, answer.file))
        elif self._cancelled:
            self._settle(_not_read(Unread(answer.letter_id, file)))
        else:
            self.reading.put([Unread(answer.letter_id, file)])
            self.letters_changed.emit()
        self._go_on()

    def _on_refused(self, file: str, error: StoreError) -> None:
        self._coming = False
        self._settle(NotStored(file, str(error)))
        self._go_on()

    def _settle(self, line: ImportLine) -> None:
        self._lines.append(line)
        self.settled.emit(line)
        if not isinstance(line, LeftOut | NotStored):
            self.letters_changed.emit()


def _not_yet(file: str) -> Failure:
    text = "“{file}” is not read yet: its turn comes. You can work on other letters meanwhile."
    return Failure(file, FailureKind.UNREAD, QCoreApplication.translate("Importer", text).format(file=file))


def _not_read(letter: Unread) -> KeptUnread:
    text = (
        "“{file}” is kept as a new letter and was not read, for the import was stopped. "
        "It is read when the store is next opened, or by Read again."
    )
    said = QCoreApplication.translate("Importer", text).format(file=letter.file)
    return KeptUnread(Failure(letter.file, FailureKind.UNREAD, said), letter.letter_id)
