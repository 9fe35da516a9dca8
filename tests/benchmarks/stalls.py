"""How long the window does not answer while letters come in, are turned over and typed in.

usage: python tests/benchmarks/stalls.py [LETTERS]

A timer asks for its turn every few milliseconds; what it waits beyond that is a stall. The work is done with the real
widgets, store and worker processes, by the demo's hands.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from imr_desk.app import build
from imr_desk.demo.answers import Answers
from imr_desk.demo.clerk import Clerk
from imr_desk.demo.hands import wait_for
from imr_desk.samples.bulk import many

LETTERS = 60
FLIPS = 20
EVERY = 5
"""Milliseconds between two turns that the probe asks for."""
NOTICED = 50
"""Milliseconds from which on a person notices."""


class Probe:
    """Asks the event loop for a turn again and again, and notes how long it had to wait."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._turn)

    def _turn(self) -> None:
        now = perf_counter()
        self.waits.append(1000 * (now - self._last) - EVERY)
        self._last = now

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Watch the work within, then print how it went."""
        self.waits, self._last = [], perf_counter()
        self._timer.start()
        yield
        self._timer.stop()
        noticed = [wait for wait in self.waits if wait > NOTICED]
        usual = quantiles(self.waits, n=100, method="inclusive")[98]
        print(f"{what:32} longest {max(self.waits):6.0f} ms   99 % {usual:5.0f} ms   over {NOTICED} ms: {len(noticed)}")


def main(count: int) -> None:
    """Do the work and print the stalls of each part of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["IMR_DESK_DATA"] = name
        answers = Answers(files=tuple(_written(folder, count)))
        clerk = Clerk(build(folder / "letters.imrdesk", answers), answers)
        clerk.desk.window.resize(1920, 1080)
        clerk.sit_down()
        probe = Probe()
        with probe.watching(f"importing {count} letters"):
            clerk.import_letters()
        with probe.watching(f"turning over {FLIPS} letters"):
            for _ in range(FLIPS):
                _turn_over(clerk)
        with probe.watching("typing into 10 fields"):
            for age in range(40, 50):
                clerk.form.type_value("patient.age", str(age))
        clerk.wait_until_saved()
        clerk.stand_up()


def _turn_over(clerk: Clerk) -> None:
    before = clerk.letter_id
    clerk.hands.press("Alt+Right")
    wait_for("the next letter", lambda: clerk.letter_id != before)
    clerk.page.see()


def _written(folder: Path, count: int) -> Iterator[Path]:
    for letter in many(count):
        path = folder / letter.file
        path.write_bytes(letter.pdf)
        yield path


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else LETTERS)
