"""Exports beside the work: one at a time, on a thread and a connection of their own."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.exporting import VERIFIED, Exported, export
from imr_desk.store.errors import StoreError


class Exporter(QObject):
    """Writes the verified letters of a store to a file."""

    progressed = Signal(int)
    """So many letters are written."""
    finished = Signal(object, object)
    """The `Path` that was written, and what was `Exported`."""
    failed = Signal(str)
    """Nothing was written; a sentence says why."""
    _answered = Signal(object, object)

    def __init__(self, store: Path, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._executor = executor
        self._answered.connect(self._on_answered)

    def start(self, out: Path) -> None:
        """Write the verified letters to `out`."""

        def answer(future: Future[Exported]) -> None:
            self._answered.emit(out, future)

        job = self._executor.submit(export, self._store, out, VERIFIED, self.progressed.emit)
        job.add_done_callback(answer)

    def _on_answered(self, out: Path, future: Future[Exported]) -> None:
        try:
            self.finished.emit(out, future.result())
        except StoreError as error:
            self.failed.emit(str(error))
        except OSError as error:
            why = self.tr("{file} could not be written ({reason}). The letters are safe in the store.")
            self.failed.emit(why.format(file=out, reason=error.strerror))
