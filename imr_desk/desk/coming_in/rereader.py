"""Letters of the store read again beside the work."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from imr_desk.checks.check import check
from imr_desk.desk.coming_in.rereading import LeftAlone, Reread, read_again
from imr_desk.store.file.errors import StoreError
from imr_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What became of all of them; `trouble` says why the rest was not read, and is empty where all were."""

    lines: tuple[Reread | LeftAlone, ...]
    trouble: str = ""


class Rereader(QObject):
    """Reads letters again on a thread of its own, with its own connection to the store, in one worker process."""

    progressed = Signal(int, int)
    """How many letters are read, of how many."""
    finished = Signal(object)
    """The `RereadReport`."""

    def __init__(self, store: Path, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._who = who
        self._executor = ThreadPoolExecutor(1, "read again")
        self._stop = Event()

    def start(self, letter_ids: Sequence[int]) -> None:
        """Read these again, after those asked for before."""
        job = self._executor.submit(self._read, tuple(letter_ids))
        job.add_done_callback(self._tell)

    def close(self) -> None:
        """Stop after the letter that is being read; those read are kept."""
        self._stop.set()
        self._executor.shutdown(cancel_futures=True)

    def _read(self, letter_ids: tuple[int, ...]) -> RereadReport:
        lines: list[Reread | LeftAlone] = []
        try:
            with Store.open(self._store, check) as store:
                for line in read_again(store, letter_ids, self._who, workers=1):
                    lines.append(line)
                    self.progressed.emit(len(lines), len(letter_ids))
                    if self._stop.is_set():
                        break
        except StoreError as error:
            return RereadReport(tuple(lines), str(error))
        return RereadReport(tuple(lines))

    def _tell(self, job: Future[RereadReport]) -> None:
        if not job.cancelled() and not self._stop.is_set():
            self.finished.emit(job.result())
