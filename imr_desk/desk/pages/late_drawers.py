"""Drawing processes that are started when the first picture is asked for, and not before."""

from __future__ import annotations

from collections.abc import Callable

from imr_desk.desk.pages.page_images import Drawers
from imr_desk.intake.request import Pdf, Task, Ticket


class LateDrawers:
    """Stands in for drawers that may never be needed."""

    def __init__(self, start: Callable[[], Drawers]) -> None:
        self._start = start
        self._drawers: Drawers | None = None

    def submit(self, pdf: Pdf, task: Task, *, urgent: bool = False) -> Ticket:
        """Have a task done."""
        if self._drawers is None:
            self._drawers = self._start()
        return self._drawers.submit(pdf, task, urgent=urgent)

    def cancel(self, ticket: Ticket) -> None:
        """Take a task back."""
        if self._drawers is not None:
            self._drawers.cancel(ticket)

    def close(self) -> None:
        """End the processes, if there are any."""
        if self._drawers is not None:
            self._drawers.close()
