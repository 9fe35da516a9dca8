"""A clerk who types ages as fast as they are saved, says each one that is, and never stops: to be killed."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from imr_desk.app import build
from imr_desk.demo.answers import Answers
from imr_desk.demo.clerk import Clerk


def hurry(store: Path, letter: str, age: int) -> None:
    """Type one age after another, from this one on."""
    answers = Answers()
    clerk = Clerk(build(store, answers), answers)
    clerk.sit_down()
    clerk.look_up(letter)
    print("processes", *(process.pid for process in multiprocessing.active_children()), flush=True)
    while True:
        clerk.form.type_value("patient.age", str(age))
        clerk.wait_until_saved()
        print("saved", age, flush=True)
        age += 1


if __name__ == "__main__":
    hurry(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
