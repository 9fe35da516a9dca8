"""The tasks that wait for a worker, and those being worked on."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import count
from threading import Condition

from imr_desk.intake.request import Pdf, Task, Ticket


@dataclass(frozen=True, slots=True)
class Submitted:
    """A task on a letter, under its ticket."""

    ticket: Ticket
    pdf: Pdf
    task: Task


class Waiting:
    """A queue between threads: urgent tasks newest first, then the others in the order they came."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._tasks: deque[Submitted] = deque()
        self._under_way: set[Ticket] = set()
        self._numbers = count(1)
        self._closed = False

    def put(self, pdf: Pdf, task: Task, urgent: bool) -> Ticket:
        """Queue a task; RuntimeError once closed."""
        with self._changed:
            if self._closed:
                raise RuntimeError("these workers are closed")
            submitted = Submitted(Ticket(next(self._numbers)), pdf, task)
            (self._tasks.appendleft if urgent else self._tasks.append)(submitted)
            self._changed.notify()
            return submitted.ticket

    def take(self) -> Submitted | None:
        """The next task, waited for; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._closed)
            if self._closed:
                return None
            submitted = self._tasks.popleft()
            self._under_way.add(submitted.ticket)
            return submitted

    def wanted(self, ticket: Ticket) -> bool:
        """Whether anybody still wants a task that is under way."""
        with self._changed:
            return ticket in self._under_way

    def finish(self, ticket: Ticket) -> bool:
        """A taken task is done: whether anybody still wants it."""
        with self._changed:
            wanted = ticket in self._under_way
            self._under_way.discard(ticket)
            return wanted

    def cancel(self, ticket: Ticket) -> None:
        """Nobody wants this task any more."""
        with self._changed:
            self._under_way.discard(ticket)
            self._tasks = deque(task for task in self._tasks if task.ticket != ticket)

    def close(self) -> None:
        """Nobody wants anything any more."""
        with self._changed:
            self._closed = True
            self._tasks.clear()
            self._under_way.clear()
            self._changed.notify_all()
