"""Exports beside the work: one at a time, on a thread and a connection of their own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.going_out.exporting import VERIFIED, export_letters
from imr_desk.store.file.errors import StoreError
from imr_desk.store.queue.query import QueueQuery


@dataclass(frozen=True, slots=True)
class Exported:
    """The file is written: how many letters went out, and why others were left out."""

    path: Path
    letters: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotExported:
    """Nothing was written, and why."""

    path: Path
    reason: str


class Exporter(QObject):
    """Writes letters of a store to a file."""

    finished = Signal(object)
    """What became of it: `Exported` or `NotExported`."""

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._executor = ThreadPoolExecutor(1, "export")

    def start(self, out: Path, query: QueueQuery = VERIFIED) -> None:
        """Write these letters to `out`, after what was asked before; the verified ones where none are named."""
        job = self._executor.submit(_exported, self._store, out, query)
        job.add_done_callback(self._tell)

    def close(self) -> None:
        """Wait for what is being written."""
        self._executor.shutdown()

    def _tell(self, job: Future[Exported | NotExported]) -> None:
        self.finished.emit(job.result())


def _exported(store: Path, out: Path, query: QueueQuery) -> Exported | NotExported:
    try:
        return Exported(out, *export_letters(store, out, query))
    except StoreError as error:
        return NotExported(out, str(error))
    except OSError as error:
        return NotExported(out, f"{error.strerror}.")
