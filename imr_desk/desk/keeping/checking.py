"""Checking the record after each edit, beside the window's own thread: a long letter takes some 20 milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.store.letters import Check


@dataclass(frozen=True, eq=False)
class _Job:
    text: LetterText
    record: Record


class Checking(QObject):
    """Knows the findings on one record at a time; of several asked for in a row, only the last is waited for."""

    findings_changed = Signal()
    _answered = Signal(object, object)

    def __init__(self, executor: Executor, check: Check, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._check = check
        self._findings: tuple[Finding, ...] = ()
        self._wanted: _Job | None = None
        self._running = False
        self._answered.connect(self._on_answered)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings last made, perhaps on the record before the last edit; see `settle`."""
        return self._findings

    @property
    def settled(self) -> bool:
        """Whether the findings are those on the record last asked about."""
        return self._wanted is None

    def put(self, findings: tuple[Finding, ...]) -> None:
        """Take these findings, made elsewhere, for the record as it stands."""
        self._wanted = None
        self._findings = findings

    def ask(self, text: LetterText, record: Record) -> None:
        """Check this record as soon as may be."""
        self._wanted = _Job(text, record)
        self._run()

    def settle(self) -> None:
        """Have the findings on the record as it stands now, at once."""
        if self._wanted is not None:
            self._take(tuple(self._check(self._wanted.text, self._wanted.record)))

    def close(self) -> None:
        """Let the thread go; an answer that is under way is not told any more."""
        self._wanted = None
        self._executor.shutdown()

    def _run(self) -> None:
        job = self._wanted
        if job is None or self._running:
            return
        self._running = True

        def answer(future: Future[Iterable[Finding]]) -> None:
            self._answered.emit(job, future)

        self._executor.submit(self._check, job.text, job.record).add_done_callback(answer)

    def _on_answered(self, job: _Job, future: Future[Iterable[Finding]]) -> None:
        self._running = False
        if job is self._wanted:
            self._take(tuple(future.result()))
        else:
            self._run()

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._wanted = None
        if findings != self._findings:
            self._findings = findings
            self.findings_changed.emit()
