"""How long the window's thread keeps the person waiting, and what it was doing meanwhile."""

from __future__ import annotations

import faulthandler
import gc
import os
import re
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles
from time import perf_counter, sleep, thread_time
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer

EVERY = 5
"""Milliseconds between two turns that the probe asks for."""
NOTICED = 50
"""Milliseconds from which on a person notices."""
_NAMED = 4
"""How many of the stalls are named, those with most work of our own."""


class Wait(NamedTuple):
    """How long a turn was waited for beyond its time, how long the thread really worked meanwhile, and at what."""

    long: float
    work: float
    why: str


class Witness(threading.Thread):
    """Looks from another thread at what the window's thread is doing while it is late.

    By `faulthandler`, which only reads: making frame objects of another thread's stack has crashed PySide.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.last = perf_counter()
        self.seen: Counter[str] = Counter()
        self._window = re.compile(rf"{threading.get_ident():#018x} .*\n((?:  File .*\n)+)")

    def run(self) -> None:
        """Look every few milliseconds, until the program ends."""
        with tempfile.TemporaryFile("w+") as file:
            while True:
                sleep(EVERY / 1000)
                if perf_counter() - self.last > NOTICED / 2000:
                    file.seek(0)
                    file.truncate()
                    faulthandler.dump_traceback(file)
                    file.seek(0)
                    stack = self._window.search(file.read())
                    self.seen.update([_where(stack[1])] if stack else [])


class Probe:
    """Asks the event loop for a turn again and again, and notes how long it had to wait and why."""

    def __init__(self) -> None:
        self._waits: list[Wait] = []
        self._worked = thread_time()
        self._collecting = 0.0
        self._witness = Witness()
        self._witness.start()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._turn)
        gc.callbacks.append(self._collected)

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Watch the work within, then print how it went."""
        self._waits, self._witness.last, self._worked = [], perf_counter(), thread_time()
        self._timer.start()
        start = perf_counter()
        yield
        took = perf_counter() - start
        self._timer.stop()
        self._print(what, took)

    def _turn(self) -> None:
        now, worked = perf_counter(), thread_time()
        seen, self._witness.seen = self._witness.seen, Counter()
        why = next((one for one, _ in seen.most_common(1)), "")
        self._waits.append(Wait(1000 * (now - self._witness.last) - EVERY, 1000 * (worked - self._worked), why))
        self._witness.last, self._worked = now, worked

    def _collected(self, phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            self._collecting = perf_counter()
        elif 1000 * (perf_counter() - self._collecting) > NOTICED / 2:
            self._witness.seen[f"garbage collection, generation {about['generation']}"] += 1000

    def _print(self, what: str, took: float) -> None:
        waits = [wait.long for wait in self._waits]
        work = sorted((wait.work for wait in self._waits), reverse=True)
        stalls = sorted((wait for wait in self._waits if wait.long > NOTICED), reverse=True)
        usual = quantiles(waits, n=100, method="inclusive")[98]
        print(
            f"{what:36} {took:6.1f} s   longest {max(waits):5.0f} ms   99 % {usual:4.0f} ms   "
            f"over {NOTICED} ms: {len(stalls):3}   own work: most {work[0]:4.0f} ms   "
            f"over {NOTICED} ms: {sum(one > NOTICED for one in work):3}   load {os.getloadavg()[0]:.1f}"
        )
        for stall in sorted(stalls, key=lambda one: one.work, reverse=True)[:_NAMED]:
            print(f"{'':44} {stall.long:5.0f} ms, work {stall.work:4.0f} ms  {stall.why}")


def _where(stack: str) -> str:
    """The innermost functions of ours."""
    ours = re.findall(r'"[^"]*/(?:imr_desk|benchmarks)/(?:[^"/]*/)*([^"/]+)\.py", line (\d+) in (\S+)', stack)
    return " < ".join(f"{module}.{function}:{line}" for module, line, function in ours[:3])
