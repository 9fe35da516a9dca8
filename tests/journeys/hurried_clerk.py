"""A clerk who types ages as fast as they are saved, wanders about between, says all of it, and never stops."""

from __future__ import annotations

import json
import multiprocessing
import sys
from dataclasses import asdict
from pathlib import Path
from random import Random

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.program import build

WINDOW = (1600, 1000)
"""Wide enough that the panels have the same widths whatever the list of letters is asked for."""
FIELDS = ("patient.age", "patient.sex", "header.case_number", "header.decision_date", "items[0].decision")


def hurry(store: Path, letter: str, age: int, seed: int) -> None:
    """Begin where the last sitting ended, or else at this letter; then type one age after another, from this one on."""
    answers, chance = Answers(), Random(seed)
    clerk = Clerk(build(store, answers), answers)
    clerk.desk.window.resize(*WINDOW)
    say("processes", *(process.pid for process in multiprocessing.active_children()))
    clerk.sit_down()
    if letter:
        clerk.look_up(letter)
    clerk.see_letter()
    say("began", clerk.letter_id, clerk.form.focused, json.dumps(asdict(clerk.outlook)))
    while True:
        clerk.form.type_value("patient.age", str(age))
        clerk.wait_until_saved()
        say("saved", age)
        age += 1
        wander(clerk, chance)


def wander(clerk: Clerk, chance: Random) -> None:
    """Go to some field, scroll or zoom, and perhaps take a moment."""
    clerk.form.go_to(chance.choice(FIELDS))
    clerk.page.turn_wheel(chance.choice((-3, -1, 1, 3)))
    clerk.hands.press(chance.choice(("Ctrl++", "Ctrl+-", "Ctrl+0")))
    say("at", clerk.form.focused)
    clerk.hands.pace = chance.choice((0, 0, 500))


def say(*words: object) -> None:
    print(*words, flush=True)


if __name__ == "__main__":
    hurry(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
