"""Workers for tests that need no processes."""

from __future__ import annotations

from collections.abc import Callable

from imr_desk.intake.read import attempt
from imr_desk.intake.request import Outcome, Pdf, Progress, Reply, Task, Ticket, Unlock, Unlocked
from imr_desk.pdf.document import opened, unlocked
from imr_desk.pdf.errors import PdfError


class ReadHere:
    """Reads at once and in this process: workers without the processes."""

    def __init__(
        self, on_reply: Callable[[Reply], None], on_progress: Callable[[Progress], None] = lambda _: None
    ) -> None:
        self._on_reply = on_reply
        self._on_progress = on_progress
        self._tickets = 0

    def submit(self, pdf: Pdf, task: Task, **_: bool) -> Ticket:
        self._tickets += 1
        self._on_progress(Progress(Ticket(self._tickets), 1, 2))
        reply = Reply(Ticket(self._tickets), pdf, task, _outcome(pdf, task))
        self._on_reply(reply)
        return reply.ticket

    def cancel(self, ticket: Ticket) -> None: ...

    def close(self) -> None: ...


def _outcome(pdf: Pdf, task: Task) -> Outcome:
    if not isinstance(task, Unlock):
        return attempt(pdf.data, pdf.file, pdf.password)
    try:
        with opened(pdf.data, pdf.password) as document:
            return Unlocked(unlocked(document))
    except PdfError as error:
        return error.about(pdf.file)
