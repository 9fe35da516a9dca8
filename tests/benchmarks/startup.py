"""How long the desk takes to stand there, beside a bare PySide6 window: `python tests/benchmarks/startup.py [RUNS]`.

Both start in a fresh interpreter, in turn. The desk opens a store of the twelve sample letters, one of them on the
desk as it was left. Counted is the time from the start of the process until the window has been painted and its
event loop is at rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from imr_desk.desk.bookmark import PLACE, Outlook, Spot, written
from imr_desk.intake.read import attempt
from imr_desk.samples.demo import demo_letters
from imr_desk.store.store import Store

RUNS = 7

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, window.repaint)
QTimer.singleShot(0, application.quit)
application.exec()
import time
print(time.monotonic())
"""
DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from imr_desk.app import build
from imr_desk.ui.application import make_application
if __name__ == "__main__":
    application = make_application()
    desk = build(Path(sys.argv[1]))
    desk.begin()
    desk.parts.session.letter_shown.connect(lambda: QTimer.singleShot(0, application.quit))
    application.exec()
    import time
    print(time.monotonic(), flush=True)
    desk.close()
"""


def seconds(script: Path, *arguments: str) -> float:
    """From the start of the process to the moment that the script says."""
    start = time.monotonic()
    done = subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - start


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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["IMR_DESK_DATA"] = name
        (folder / "bare.py").write_text(BARE)
        (folder / "desk.py").write_text(DESK)
        stocked(folder / "letters.imrdesk")
        turns = [
            (seconds(folder / "bare.py"), seconds(folder / "desk.py", str(folder / "letters.imrdesk")))
            for _ in range(runs + 1)
        ][1:]
    bare, desk = (median(times) for times in zip(*turns, strict=True))
    print(f"bare window  {1000 * bare:6.0f} ms   median of {runs}")
    print(f"the desk     {1000 * desk:6.0f} ms   a store of 12 letters, one open")
    print(f"ratio        {desk / bare:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else RUNS)
