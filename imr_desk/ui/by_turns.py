"""Doing much a little at a time: the window answers the person in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

Deed = Callable[[], None]
_TURN = 0.004
"""Seconds of a turn after which the rest is left to later ones."""

_FIRST = 5
"""Milliseconds before the first turn, so that it is not the one in which the deeds were given: that has work enough."""


class ByTurns(QObject):
    """Does deeds in their order, a few a turn of the event loop, or at once where somebody cannot wait."""

    rested = Signal()
    """All is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds: deque[Deed] = deque()
        self.at_rest = True
        """Whether nothing is left to do."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)  # begun anew after each turn, it stands behind whatever waits by then
        self._timer.timeout.connect(self._go_on)

    def add(self, *deeds: Deed) -> None:
        """Do these after all that was given before."""
        self._deeds.extend(deeds)
        if deeds and self.at_rest:
            self.at_rest = False
            self._timer.start(_FIRST)

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
        try:
            while self._deeds and perf_counter() < end:
                self._deeds.popleft()()
        finally:
            if self._deeds:
                self._timer.start(0)
            else:
                self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        if not self.at_rest:
            self.at_rest = True
            self.rested.emit()
