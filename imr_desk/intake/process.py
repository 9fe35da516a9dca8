"""A worker process seen from outside: started, asked, and replaced when it is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import TypeVar

from imr_desk.intake import failures
from imr_desk.intake.gallery import Gallery
from imr_desk.intake.order import Answer, Order, Recognising, Sign
from imr_desk.intake.picture import Canvas, Drawn
from imr_desk.intake.request import Limits, Outcome, Pdf, Task
from imr_desk.letter.reading import Failure, FailureKind

MaybeFailure = TypeVar("MaybeFailure", Failure, None)

_SPAWN = get_context("spawn")
"""Always a fresh interpreter: forking would copy the window's threads and locks, and Windows cannot."""
_START_SECONDS = 60.0

OnPage = Callable[[Recognising], bool]
"""Hears of each page of a scan that is begun, and says whether the task is still wanted."""


class _Unwanted(Exception):
    """A task was taken back while it was carried out."""


class WorkerProcess:
    """One process and the pipe to it. `carry_out` is for one thread; `end` may come from any."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = Lock()
        self._ended = False
        self._ready = False
        self._process: SpawnProcess
        self._connection: Connection
        self._gallery: Gallery
        self._start()

    def carry_out(self, pdf: Pdf, task: Task, on_page: OnPage) -> Outcome | None:
        """The outcome of a task; whatever happens to the process is told as a `Failure` of the letter.

        None where `on_page` says that the task is no longer wanted.
        """
        canvas = self._gallery.canvas()
        try:
            self._wait_until_ready()
            outcome = self._ask(Order(pdf.file, pdf.sha256, task, self._limits.seconds(task), canvas), pdf, on_page)
        except _Unwanted:
            return self._replaced(canvas, None)
        except TimeoutError:
            return self._replaced(canvas, failures.too_slow(pdf, task, self._limits))
        except (EOFError, OSError):
            return self._replaced(canvas, failures.crashed(pdf, task))
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

    def _start(self) -> None:
        with self._lock:
            if self._ended:
                return
            here, there = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_enter, args=(there, self._limits.memory), daemon=True)
            self._process.start()
            there.close()
            self._connection, self._gallery, self._ready = here, Gallery(), False

    def _wait_until_ready(self) -> None:
        """A process starts while nobody waits; its start is no part of the first task's time."""
        if not self._ready:
            self._receive(_START_SECONDS)
            self._ready = True

    def _ask(self, order: Order, pdf: Pdf, on_page: OnPage) -> Outcome:
        answer = self._exchange(order)
        if answer is Sign.WANTS_BYTES:
            answer = self._exchange(replace(order, pdf=pdf))
        while isinstance(answer, Recognising):
            if not on_page(answer):
                raise _Unwanted
            answer = self._receive(order.seconds)
        match answer:
            case Drawn():
                return self._gallery.take_up(answer)
            case Sign():
                raise EOFError("the process has lost its place")
            case _:
                return answer

    def _exchange(self, order: Order) -> Answer:
        self._connection.send(order)
        return self._receive(order.seconds)

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


def _enter(connection: Connection, memory: int) -> None:
    """Where a process begins; only here PyMuPDF is loaded, so that the window's own process never does."""
    from imr_desk.intake.service import serve  # noqa: PLC0415

    serve(connection, memory)
