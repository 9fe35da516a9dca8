"""Workers that a test can ask and wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import Queue

from imr_desk.intake.process import WorkerProcess
from imr_desk.intake.request import Limits, Outcome, Pdf, Progress, Reply, Task, Ticket
from imr_desk.intake.worker import Workers

PATIENCE = 60.0


class Asked:
    """Workers with their replies kept in order."""

    def __init__(self, workers: Workers, replies: Queue[Reply], progress: Queue[Progress]) -> None:
        self.workers = workers
        self._replies = replies
        self._progress = progress

    def submit(self, pdf: Pdf, task: Task, urgent: bool = False) -> Ticket:
        return self.workers.submit(pdf, task, urgent=urgent)

    def reply(self) -> Reply:
        """The next reply, waited for."""
        return self._replies.get(timeout=PATIENCE)

    def progress(self) -> Progress:
        """The next page that is begun, waited for."""
        return self._progress.get(timeout=PATIENCE)

    def outcome(self, pdf: Pdf, task: Task) -> Outcome:
        """What becomes of a task, nothing else being under way."""
        ticket = self.submit(pdf, task)
        reply = self.reply()
        assert reply.ticket == ticket
        return reply.outcome

    @property
    def silent(self) -> bool:
        """Whether no reply is waiting."""
        return self._replies.empty()


@contextmanager
def at_work(
    count: int = 1,
    limits: Limits = Limits(),  # noqa: B008
    started: Sequence[WorkerProcess] = (),
) -> Iterator[Asked]:
    replies: Queue[Reply] = Queue()
    progress: Queue[Progress] = Queue()
    with Workers(count, replies.put, limits, progress.put, started=started) as workers:
        yield Asked(workers, replies, progress)
