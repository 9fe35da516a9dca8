"""Doing much a little at a time: the window answers the person in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

Deed = Callable[[], None]
_TURN = 0.004
"""Seconds of a turn after which the rest is left to later ones."""


class ByTurns(QObject):
    """Does deeds in their order, a few a turn of the event loop, or at once where somebody cannot wait."""

    rested = Signal()
    """All is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds: deque[Deed] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is left to do."""
        return not self._timer.isActive()

    def add(self, *deeds: Deed) -> None:
        """Do these after all that was given before."""
        self._deeds.extend(deeds)
        if deeds and self.at_rest:
            self._timer.start(0)

    def finish(self) -> None:
        """Do now what is left, and what comes of it."""
        self.hasten(lambda: False)
        self._rest()

    def hasten(self, reached: Callable[[], bool]) -> None:
        """Do now what is left, until this is reached."""
        while self._deeds and not reached():
            self._deeds.popleft()()

    def _go_on(self) -> None:
        end = perf_counter() + _TURN
        while self._deeds and perf_counter() < end:
            self._deeds.popleft()()
        if not self._deeds:
            self._rest()

    def _rest(self) -> None:
        if not self.at_rest:
            self._timer.stop()
            self.rested.emit()
