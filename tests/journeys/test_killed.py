"""The program is killed in the midst of work, again and again: what was said to be saved is there."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.samples.generate import generate
from imr_desk.store.query import QueueQuery
from imr_desk.store.store import Store
from tests.journeys.letters import SHORT

KILLS = 10
FIRST_AGE = 1000


@pytest.mark.skipif(sys.platform == "win32", reason="asks /proc whether processes live")
def test_nothing_that_was_saved_is_lost_however_the_program_dies(store_path: Path, qtbot: QtBot) -> None:
    chance, age = Random(4), FIRST_AGE
    for _ in range(KILLS):
        said, workers = killed(store_path, age, chance)
        with Store.open(store_path) as store:
            (row,) = store.queue(QueueQuery(words=generate(*SHORT).file), 0, 9)
            kept = store.letter(row.id).record.at("patient.age").value
            assert isinstance(kept, int)
            assert kept in (said, said + 1)
            assert not list(store.damages())
        age = kept + 1
        qtbot.waitUntil(lambda pids=workers: not any(map(lives, pids)), timeout=10_000)


def killed(store: Path, age: int, chance: Random) -> tuple[int, list[int]]:
    """Let a clerk type a while, then kill the program: the last age that it said was saved, and its processes."""
    command = [sys.executable, "-m", "tests.journeys.hurried_clerk", str(store), generate(*SHORT).file, str(age)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as program:
        assert program.stdout is not None
        workers = [int(word) for word in program.stdout.readline().split()[1:]]
        said = [program.stdout.readline() for _ in range(chance.randint(1, 4))]
        with suppress(subprocess.TimeoutExpired):
            program.wait(chance.uniform(0, 0.05))
        program.kill()
        said += program.stdout.read().splitlines()
    return int(said[-1].split()[1]), workers


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
