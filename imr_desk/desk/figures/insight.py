"""The insight page's way to the store and to the disk: a thread and a connection of its own, so that nothing waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.figures.counting import Counts, counts
from imr_desk.desk.going_out.writing import written
from imr_desk.store.file.errors import StoreError
from imr_desk.store.store import Store


class Insight(QObject):
    """Counts the letters of a store, and writes what was made of the figures."""

    counted = Signal(object)
    """What was asked for last: `Counts`."""
    failed = Signal(str)
    """The store could not be counted, and why."""
    written = Signal(object)
    """What became of a file: `Written` or `NotWritten`."""

    def __init__(self, store: Path, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._executor = executor or ThreadPoolExecutor(1, "insight")
        self._asked = 0

    def count(self, verified: bool) -> None:
        """Count the verified letters, or all as read; an answer to an earlier question no longer comes."""
        self._asked += 1
        number = self._asked
        self._executor.submit(self._count, number, verified).add_done_callback(_told)

    def write(self, path: Path, made: Callable[[], bytes]) -> None:
        """Write what `made` makes, whole or not at all."""
        self._executor.submit(lambda: self.written.emit(written(path, made))).add_done_callback(_told)

    def close(self) -> None:
        """Wait for what is being written; what was only asked to be counted is given up."""
        self._asked += 1
        self._executor.shutdown()

    def _count(self, number: int, verified: bool) -> None:
        if number != self._asked:
            return
        try:
            with Store.open(self._store) as store:
                found: Counts = counts(store, verified)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        if number == self._asked:
            self.counted.emit(found)


def _told(job: Future[None]) -> None:
    """Let the log have what went wrong inside the program."""
    job.result()
