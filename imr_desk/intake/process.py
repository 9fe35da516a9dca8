"""A worker process seen from outside: started, asked, and replaced when it is lost."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from time import monotonic
from typing import Protocol, TypeVar

from imr_desk.intake import failures
from imr_desk.intake.allowance import by_the_clock, used_up
from imr_desk.intake.gallery import Gallery
from imr_desk.intake.order import Answer, Order, Recognising, Sign
from imr_desk.intake.picture import Canvas, Drawn
from imr_desk.intake.request import Limits, Outcome, Pdf, Task
from imr_desk.letter.reading import Failure, FailureKind

MaybeFailure = TypeVar("MaybeFailure", Failure, None)

_SPAWN = get_context("spawn")
"""Always a fresh interpreter: forking would copy the window's threads and locks, and Windows cannot."""
_START_SECONDS = 600.0
"""It is a second's work; on two processors beside eight programs that never rest it has taken 53 by the clock."""

_LOOK_EVERY = 0.25
"""Seconds between two looks at whether a task is still wanted."""
_GRACE = 2.0
"""Seconds that a task which nobody wants any more has to come to its end, so that its process need not be replaced."""


class _Unwanted(Exception):
    """A task was taken back while it was carried out."""


class Listener(Protocol):
    """Who has asked for a task."""

    def begin_page(self, begun: Recognising) -> None:
        """A page of a scan is begun."""

    @property
    def waiting(self) -> bool:
        """Whether the task is still wanted."""


class WorkerProcess:
    """One process and the pipe to it. `carry_out` is for one thread; `end` may come from any."""

    def __init__(self, limits: Limits, *, reads: bool) -> None:
        """`reads` as `Workers` has it."""
        self._limits = limits
        self._reads = reads
        self._lock = Lock()
        self._ended = False
        self._ready = False
        self._process: SpawnProcess
        self._connection: Connection
        self._gallery: Gallery
        self._start()

    def start_up(self) -> None:
        """Wait until the process takes orders; what keeps it from that, `carry_out` tells of its letter."""
        with suppress(TimeoutError, EOFError, OSError):
            self._wait_until_ready()

    def carry_out(self, pdf: Pdf, task: Task, listener: Listener) -> Outcome | None:
        """The outcome of a task; whatever happens to the process is told as a `Failure` of the letter.

        None where the listener does not wait for it any more.
        """
        canvas = self._gallery.canvas()
        try:
            self._wait_until_ready()
            outcome = self._ask(Order(pdf.file, pdf.sha256, task, self._limits.seconds(task), canvas), pdf, listener)
        except _Unwanted:
            return self._replaced(canvas, None)
        except TimeoutError:
            return self._replaced(canvas, failures.too_slow(pdf, task, self._limits))
        except (EOFError, OSError):
            return self._replaced(canvas, self._loss(pdf, task))
        if isinstance(outcome, Failure) and outcome.kind is FailureKind.TOO_MUCH_MEMORY:
            return self._replaced(canvas, outcome)
        return outcome

    def end(self) -> None:
        """End the process, whatever it is doing; it is not replaced any more."""
        with self._lock:
            self._ended = True
            self._process.kill()

    def bury(self) -> None:
        """End the process and wait until nothing of it is left."""
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _loss(self, pdf: Pdf, task: Task) -> Failure:
        """Why the process has ended in the middle of the task."""
        self.bury()
        if used_up(self._process.exitcode):
            return failures.too_slow(pdf, task, self._limits)
        return failures.crashed(pdf, task)

    def _start(self) -> None:
        with self._lock:
            if self._ended:
                return
            here, there = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_enter, args=(there, self._limits, self._reads), daemon=True)
            self._process.start()
            _step_back(self._process, self._limits.nice)
            there.close()
            self._connection, self._gallery, self._ready = here, Gallery(), False

    def _wait_until_ready(self) -> None:
        """A process starts while nobody waits; its start is no part of the first task's time."""
        if not self._ready:
            self._receive(_START_SECONDS)
            self._ready = True

    def _ask(self, order: Order, pdf: Pdf, listener: Listener) -> Outcome:
        answer = self._exchange(order, listener)
        if answer is Sign.WANTS_BYTES:
            answer = self._exchange(replace(order, pdf=pdf), listener)
        while isinstance(answer, Recognising):
            if not listener.waiting:
                raise _Unwanted
            listener.begin_page(answer)
            answer = self._answer(order, listener)
        match answer:
            case Drawn():
                return self._gallery.take_up(answer)
            case Sign():
                raise EOFError("the process has lost its place")
            case _:
                return answer

    def _exchange(self, order: Order, listener: Listener) -> Answer:
        self._connection.send(order)
        return self._answer(order, listener)

    def _answer(self, order: Order, listener: Listener) -> Answer:
        """The next answer; what nobody waits for any more has only a little while left."""
        end = monotonic() + by_the_clock(order.seconds)
        while not self._connection.poll(min(_LOOK_EVERY, max(0.0, end - monotonic()))):
            if monotonic() >= end:
                raise TimeoutError
            if not listener.waiting:
                return self._last_chance(min(end, monotonic() + _GRACE) - monotonic())
        return self._receive(0.0)

    def _last_chance(self, seconds: float) -> Answer:
        if not self._connection.poll(seconds):
            raise _Unwanted
        return self._receive(0.0)

    def _receive(self, seconds: float) -> Answer:
        if not self._connection.poll(seconds):
            raise TimeoutError
        answer: Answer = self._connection.recv()
        return answer

    def _replaced(self, canvas: Canvas, failure: MaybeFailure) -> MaybeFailure:
        """The failure, if it is one, after the process that met with it has made way for a new one."""
        self.bury()
        self._gallery.close(canvas)
        self._start()
        return failure


def _step_back(process: SpawnProcess, nice: int) -> None:
    """Before it loads anything: to start is most of what a process does in its first second."""
    if sys.platform != "win32" and process.pid is not None:
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + nice)


def _enter(connection: Connection, limits: Limits, reads: bool) -> None:
    """Where a process begins; only here PyMuPDF is loaded, so that the window's own process never does."""
    from imr_desk.intake.service import serve  # noqa: PLC0415

    serve(connection, limits, reads=reads)
