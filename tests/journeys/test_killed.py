"""The program is killed wherever it happens to be, fifty times: what was shown as saved is there, and the place too."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.sitting.bookmark import PLACE, Outlook, Spot, read
from imr_desk.samples.generate import generate
from imr_desk.store.queue.queue import QueueQuery
from imr_desk.store.store import Store
from tests.journeys.letters import SHORT

SEEDS = range(5)
KILLS = 10
"""For each seed."""
FIRST_AGE = 1000
POINTS, PIXELS = 2, 8
"""By how much what is seen again may have moved."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks /proc whether processes live")


@dataclass(frozen=True, slots=True)
class Said:
    """What a clerk said before the program was killed."""

    processes: tuple[int, ...]
    began: Spot | None
    saved: int | None
    """The last age that was shown as saved."""


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_shown_as_saved_is_lost_and_the_place_is_resumed(seed: int, store_path: Path, qtbot: QtBot) -> None:
    chance, saved, place = Random(seed), FIRST_AGE - 1, None
    for kill in range(KILLS):
        print(f"seed {seed}, kill {kill}")
        said = killed(store_path, "" if place else generate(*SHORT).file, saved + 1, chance)
        qtbot.waitUntil(lambda said=said: not any(map(lives, said.processes)), timeout=10_000)
        assert said.began is None or place is None or alike(said.began, place)
        with Store.open(store_path) as store:
            age, place = kept_age(store), read(store.remembered(PLACE) or "")
            assert not list(store.damages())
        shown = said.saved or saved
        assert age in (shown, shown + 1)
        saved = age
    assert saved > FIRST_AGE
    assert place is not None


def killed(store: Path, letter: str, age: int, chance: Random) -> Said:
    """Let a clerk begin, and often type a while, then kill the program, now and then as something is saved."""
    command = [sys.executable, "-m", "tests.journeys.hurried_clerk", str(store), letter, str(age)]
    command.append(str(chance.randrange(1000)))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as program:
        assert program.stdout is not None
        lines = until_saved(program.stdout) if letter or chance.random() < 0.4 else []
        at_once = lines and chance.random() < 0.5
        with suppress(subprocess.TimeoutExpired):
            program.wait(0 if at_once else chance.uniform(0, 0.4 if lines else 1.5))
        program.kill()
        lines += program.stdout.read().splitlines()
    return heard(lines)


def until_saved(words: Iterator[str]) -> list[str]:
    """What is said up to the first age that is saved."""
    lines: list[str] = []
    for line in words:
        lines.append(line)
        if line.startswith("saved"):
            break
    return lines


def heard(lines: list[str]) -> Said:
    said = [line.split(maxsplit=3) for line in lines]
    pids = next((tuple(map(int, line.split()[1:])) for line in lines if line.startswith("processes")), ())
    began = next((Spot(int(one[1]), one[2], Outlook(**json.loads(one[3]))) for one in said if one[0] == "began"), None)
    return Said(pids, began, max((int(one[1]) for one in said if one[0] == "saved"), default=None))


def kept_age(store: Store) -> int:
    """The age that the store holds; the one before the first where nothing was typed yet."""
    (row,) = store.queue(QueueQuery(words=generate(*SHORT).file), 0, 9)
    entry = store.letter(row.id).record.at("patient.age")
    return int(entry.value or 0) if entry.by_person else FIRST_AGE - 1


def alike(one: Spot, other: Spot) -> bool:
    """Whether a person goes on where they were."""
    here, there = one.outlook, other.outlook
    pages = max(abs(here.x - there.x), abs(here.y - there.y)) <= POINTS
    near = pages and abs(here.height - there.height) <= PIXELS
    return near and (one.letter, one.field, here.page, here.zoom) == (other.letter, other.field, there.page, there.zoom)


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
