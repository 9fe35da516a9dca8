"""How the program ends: with its own exit status, whatever stands and goes on at the time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LEFT_STANDING = """
import sys
from pathlib import Path

from imr_desk.app.demo.hands import wait_for
from imr_desk.app.program import build
from imr_desk.samples.generate import generate


class Mistake(Exception):
    pass


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    letters = [folder / f"{seed}.pdf" for seed in range(3)]
    for seed, letter in enumerate(letters):
        letter.write_bytes(generate(seed).pdf)
    desk = build(folder / "letters.imrdesk")
    desk.begin(letters)
    if sys.argv[2] == "at work":
        wait_for("the first letter", lambda: desk.parts.session.letter is not None)
    raise Mistake
"""

ASKED_TO_END = """
import os, signal, sys
from pathlib import Path

from PySide6.QtCore import QTimer

from imr_desk.app import start


class Asked(start.Start):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        by = signal.Signals(int(sys.argv[2]))
        self.furnished.connect(lambda: QTimer.singleShot(0, lambda: os.kill(os.getpid(), by)))


if __name__ == "__main__":
    start.Start = Asked
    sys.exit(start.run(Path(sys.argv[1], "letters.imrdesk"), []))
"""


@pytest.mark.parametrize("when", ["at once", "at work"])
def test_a_mistake_while_the_window_stands_ends_the_program_and_does_not_crash_it(tmp_path: Path, when: str) -> None:
    ended = run(LEFT_STANDING, tmp_path, when)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, "Mistake")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not ask")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_program_that_is_asked_to_end_closes_its_window_and_keeps_its_place(
    tmp_path: Path, user_data: Path, by: signal.Signals
) -> None:
    ended = run(ASKED_TO_END, tmp_path, str(int(by)))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (user_data / "window.json").exists(), "how the window stood is written down when it is closed"


def run(program: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "program.py").write_text(program)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(folder / "program.py"), str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
