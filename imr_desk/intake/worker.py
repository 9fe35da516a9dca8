"""Worker processes that read and draw letters, so that a hostile PDF costs only itself."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from types import TracebackType
from typing import Self

from imr_desk.intake.order import Recognising
from imr_desk.intake.picture import Picture
from imr_desk.intake.process import WorkerProcess
from imr_desk.intake.request import USUAL_LIMITS, Limits, Pdf, Progress, Reply, Task, Ticket
from imr_desk.intake.waiting import Submitted, Waiting


class Workers:
    """A few worker processes that take tasks from one queue; safe to call from any thread.

    `on_reply` is called once for every task that was not cancelled, one call at a time, in a thread of the
    supervisor: hand the reply over to your own (in Qt: emit a signal). A task whose letter hangs, crashes or eats
    memory is answered by a `Failure` naming the letter (TOO_SLOW, CRASHED, TOO_MUCH_MEMORY), its process is
    replaced, and the tasks waiting go on. A letter that cannot be opened is a `Failure` too; nothing is raised.

    Workers keep the last few documents open, so that turning pages does not open a letter anew. Pages on screen and
    reading in bulk are best given `Workers` of their own, so that neither waits for the other:
    `Workers(1, on_page)` and `Workers(2, on_reading)`. The processes start at once, in the background (about half a
    second); the program's main module must be guarded by `if __name__ == "__main__"`, as always with `spawn`.

    Scans take a second a page: `on_progress`, called like `on_reply`, hears of each page that is begun.
    Processes that are seldom asked to read (`reads` false) are ready in half the time. Some of them may have been
    `started` earlier, while there were no workers yet.
    """

    def __init__(
        self,
        count: int,
        on_reply: Callable[[Reply], None],
        limits: Limits = USUAL_LIMITS,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        *,
        reads: bool = True,
        started: Sequence[WorkerProcess] = (),
    ) -> None:
        self._on_reply = on_reply
        self._on_progress = on_progress
        self._one_at_a_time = Lock()
        self._waiting = Waiting()
        self._processes = list(started)
        self._threads = [
            *(Thread(target=self._supervise, args=(process,), daemon=True) for process in started),
            *(Thread(target=self._start, args=(limits, reads), daemon=True) for _ in range(count - len(started))),
        ]
        for thread in self._threads:
            thread.start()
        atexit.register(self.close)

    def submit(self, pdf: Pdf, task: Task, *, urgent: bool = False) -> Ticket:
        """Queue a task: urgent ones (what is on screen) newest first, before the others in the order they came."""
        return self._waiting.put(pdf, task, urgent)

    def cancel(self, ticket: Ticket) -> None:
        """Take a task back: it is not begun, or its reply is dropped and its process ended after two seconds, should
        it hang; no further page of a scan is recognised.

        Unknown or finished tickets do no harm.
        """
        self._waiting.cancel(ticket)

    def close(self) -> None:
        """Drop what is queued, end the processes and wait for them (milliseconds); no reply comes afterwards.

        Not to be called from within `on_reply`.
        """
        self._waiting.close()
        for process in self._processes:
            process.end()
        for thread in self._threads:
            thread.join()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wants(self, ticket: Ticket) -> bool:
        """Whether a task that is under way has not been taken back."""
        return self._waiting.wanted(ticket)

    def tell_page(self, ticket: Ticket, begun: Recognising) -> None:
        """A page of a scan is begun."""
        with self._one_at_a_time:
            if self._waiting.wanted(ticket):
                self._on_progress(Progress(ticket, begun.page, begun.pages))

    def _start(self, limits: Limits, reads: bool) -> None:
        """A process takes a moment to be started, in which a window would not answer: not on the caller's thread."""
        process = WorkerProcess(limits, reads=reads)
        self._processes.append(process)
        self._supervise(process)

    def _supervise(self, process: WorkerProcess) -> None:
        while (submitted := self._next(process)) is not None:
            self._carry_out(process, submitted)
        process.bury()

    def _next(self, process: WorkerProcess) -> Submitted | None:
        """The next task once the process can begin it: until then another may take it."""
        process.start_up()
        return self._waiting.take()

    def _carry_out(self, process: WorkerProcess, submitted: Submitted) -> None:
        outcome = process.carry_out(submitted.pdf, submitted.task, _Asker(self, submitted.ticket))
        with self._one_at_a_time:
            if self._waiting.finish(submitted.ticket) and outcome is not None:
                self._on_reply(Reply(submitted.ticket, submitted.pdf, submitted.task, outcome))
            elif isinstance(outcome, Picture):
                outcome.release()


@dataclass(frozen=True, slots=True)
class _Asker:
    """Whoever holds the ticket of a task."""

    workers: Workers
    ticket: Ticket

    def begin_page(self, begun: Recognising) -> None:
        self.workers.tell_page(self.ticket, begun)

    @property
    def waiting(self) -> bool:
        return self.workers.wants(self.ticket)
