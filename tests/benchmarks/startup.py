"""How long the desk takes to stand there, beside a bare PySide6 window: `python -m tests.benchmarks.startup [RUNS]`.

Each starts in a fresh interpreter, in turn, its modules compiled as they are where the program is installed. The desk
opens a store of the twelve sample letters, one of them on the desk as it was left. Counted is the time from the start
of the process until a window has been painted, until the letter can be worked at in the desk's own window, and until
its first page is drawn; beside it the processor's time that the window's process had used by then, which other programs
on the machine hardly change.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from imr_desk.desk.sitting.bookmark import PLACE, Outlook, Spot, written
from imr_desk.intake.read import attempt
from imr_desk.samples.demo import demo_letters
from imr_desk.store.store import Store

RUNS = 7

Points = Mapping[str, tuple[float, float]]
"""By name, seconds from the start of the process, and seconds of the processor."""

SAY = """
import time

def say(what):
    print(what, time.monotonic(), time.process_time(), flush=True)
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from say import say

application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, window.repaint)
QTimer.singleShot(0, lambda: say("painted"))
QTimer.singleShot(0, application.quit)
application.exec()
"""
DESK = """
import sys
from functools import partial
from PySide6.QtCore import QEvent, QObject, QTimer
from say import say

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, partial(say, "painted"))
        return False

def follow(start):
    parts, window = start.program.desk.parts, start.program.desk.window
    parts.session.letter_settled.connect(lambda: QTimer.singleShot(0, lambda: (window.repaint(), say("letter"))))
    parts.images.image_ready.connect(lambda page: page == 1 and QTimer.singleShot(0, leave))

def leave():
    say("page")
    QTimer.singleShot(0, lambda: (say("closing"), app.program.desk.window.close()))

if __name__ == "__main__":
    from imr_desk.app import start
    from imr_desk.cli.program import main

    class Watched(start.Start):
        def open(self, store):
            global app
            app = self
            self.watcher = Watcher()
            self.front.installEventFilter(self.watcher)
            self.furnished.connect(partial(follow, self))
            super().open(store)

    start.Start = Watched
    main(sys.argv[1:])
    say("closed")
"""
POINTS = {
    "painted": "a window is painted",
    "letter": "the letter can be worked at",
    "page": "its first page is drawn",
}


def points(script: Path, *arguments: str) -> Points:
    """When the script was how far, from the start of its process, and the processor's time used by then."""
    start = time.monotonic()
    done = subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=True)
    said = [line.split() for line in done.stdout.splitlines()]
    return {name: (float(then) - start, float(used)) for name, then, used in said}


def stocked(path: Path) -> None:
    """A store of the sample letters, the first of them on the desk."""
    with Store.create(path) as store:
        for letter in demo_letters():
            store.add(letter.pdf, letter.file, attempt(letter.pdf, letter.file), "benchmark")
        store.remember(PLACE, written(Spot(1, "", Outlook())))


def main(runs: int) -> None:
    """Run both in turn and print what came of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["IMR_DESK_DATA"] = name
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        for script, words in {"say": SAY, "bare": BARE, "desk": DESK}.items():
            (folder / f"{script}.py").write_text(words)
        stocked(folder / "letters.imrdesk")
        turns = [
            (points(folder / "bare.py"), points(folder / "desk.py", str(folder / "letters.imrdesk")))
            for _ in range(runs + 1)
        ][1:]
    print_points(*zip(*turns, strict=True))


def print_points(bare: Sequence[Points], desk: Sequence[Points]) -> None:
    """Medians, each beside that of the bare window."""
    seconds, used = (median(turn["painted"][kind] for turn in bare) for kind in (0, 1))
    print(f"{'bare window':30} {1000 * seconds:6.0f} ms           processor {1000 * used:6.0f} ms   {len(bare)} runs")
    for name, words in POINTS.items():
        took, worked = (median(turn[name][kind] for turn in desk) for kind in (0, 1))
        ratios = f"x {took / seconds:4.1f}    processor {1000 * worked:6.0f} ms   x {worked / used:4.1f}"
        print(f"{words:30} {1000 * took:6.0f} ms   {ratios}")
    closing = median(turn["closed"][0] - turn["closing"][0] for turn in desk)
    print(f"{'closed, from the wish to leave':30} {1000 * closing:6.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else RUNS)
