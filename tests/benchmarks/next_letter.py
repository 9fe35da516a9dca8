"""How long after the key the next letter stands there sharp, with and without reading ahead, in turn.

usage: python -m tests.benchmarks.next_letter [LETTERS]

Two desks on the same letters, one of which does not read ahead; on each the next letter is asked for after a moment's
thought, as by a person, and waited for until its pages in view are drawn.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.app.program import build
from imr_desk.intake.read import attempt
from imr_desk.samples.bulk import many
from imr_desk.store.store import Store

LETTERS = 40
THOUGHT = 700
"""Milliseconds between two keys."""


def main(letters: int) -> None:
    """Turn both desks over letter by letter and print how long it took."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        os.environ["IMR_DESK_DATA"] = name
        clerks = [_seated(_stocked(Path(name, f"{arm}.imrdesk"), letters)) for arm in ("ahead", "asked")]
        for timer in clerks[1].desk.parts.ahead.findChildren(QTimer):
            timer.setInterval(1_000_000_000)
        took = [[_next(clerk) for clerk in clerks] for _ in range(letters - 1)]
        for clerk in clerks:
            clerk.stand_up()
    ahead, asked = zip(*took, strict=True)
    for arm, times in (("read ahead", ahead), ("when asked", asked)):
        print(f"{arm}   median {median(times):5.0f} ms   90 % {quantiles(times, n=10)[8]:5.0f} ms   of {len(times)}")
    print(f"ratio {median(asked) / median(ahead):.2f}   load {os.getloadavg()[0]:.1f}")


def _stocked(path: Path, letters: int) -> Path:
    with Store.create(path) as store:
        for letter in many(letters):
            store.add(letter.pdf, letter.file, attempt(letter.pdf, letter.file), "benchmark")
    return path


def _seated(store: Path) -> Clerk:
    answers = Answers()
    clerk = Clerk(build(store, answers), answers)
    clerk.desk.window.resize(1920, 1080)
    clerk.sit_down()
    clerk.session.show(1)
    clerk.see_letter()
    return clerk


def _next(clerk: Clerk) -> float:
    """Milliseconds from the key to the sharp page."""
    _think()
    before = clerk.letter_id
    clerk.desk.window.activateWindow()
    wait_for("the window", clerk.desk.window.isActiveWindow)
    start = perf_counter()
    clerk.hands.press("Alt+Right")
    canvas = clerk.desk.window.work.page.canvas
    wait_for("the next letter", lambda: clerk.letter_id != before and canvas.glide.resting and canvas.sharp, every=1)
    return 1000 * (perf_counter() - start)


def _think() -> None:
    loop = QEventLoop()
    QTimer.singleShot(THOUGHT, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else LETTERS)
