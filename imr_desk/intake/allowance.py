"""How long a worker process may take: in its own work, for other programs may leave it little of the processors."""

from __future__ import annotations

import signal
import sys

_SLOWED = 10.0
"""How many times as long as it may work a process may take by the clock, should it hang without working at all."""


def allow(seconds: float) -> None:
    """Have the system end this process after so much work of its own, or never (0).

    MuPDF lets no Python code run while it works, so that the system has to. By the clock it is ended too, at last: it
    may hang while the process that started it is gone.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, 2 * by_the_clock(seconds))


def by_the_clock(seconds: float) -> float:
    """How long a process that may work so long is waited for; Windows, where none stands back, does not count work."""
    return seconds if sys.platform == "win32" else seconds * _SLOWED


def used_up(exit_status: int | None) -> bool:
    """Whether a process was ended because it had worked for longer than allowed."""
    return sys.platform != "win32" and exit_status == -signal.SIGPROF
