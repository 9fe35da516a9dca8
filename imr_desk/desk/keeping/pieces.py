"""Work on the store done in pieces that take about so long each, so that others get their turn in between."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_LEAST = 0.001
"""Seconds: less than this is measured as this much."""


class PieceSize:
    """How much to do at once: found out from how long the pieces so far took."""

    def __init__(self, seconds: float, first: int) -> None:
        self._seconds = seconds
        self.now = first

    def note(self, done: int, seconds: float) -> None:
        """So much took so long; the next piece is at most twice as large."""
        self.now = max(1, int(min(2 * done, done * self._seconds / seconds)))


def timed(task: Callable[[], T]) -> tuple[T, float]:
    """What a task brings, and the seconds of computing that it took on this thread; waiting for a disk is none."""
    began = time.thread_time()
    brought = task()
    return brought, max(time.thread_time() - began, _LEAST)
