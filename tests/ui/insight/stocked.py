"""A store whose letters fill every chart of the page."""

from __future__ import annotations

from pathlib import Path

from imr_desk.letter.review import Acknowledgement, LetterState
from imr_desk.store.store import Store
from tests.store.counted import AGE, FINDING, added, bring, correct, letter

DRUGS = ("Norco", "Ultram", "Soma", "")
CATEGORIES = ("Pharmaceuticals", "Surgery", "Injection")


def stocked(path: Path, letters: int = 24) -> Store:
    """Letters of many kinds, most of them verified, by two people."""
    store = Store.create(path)
    for number in range(letters):
        kinds = (CATEGORIES[number % 3], ("upheld", "overturned", "")[number % 5 % 3], DRUGS[number % 4])
        special = (("Neurology",), ("Neurology", "Anesthesiology"), ())[number % 3]
        one = added(store, letter(number, kinds, ("Pharmaceuticals", "upheld", "Norco"), specialties=special))
        who = ("ann", "bob")[number % 2]
        if number % 4 == 0:
            correct(store, one, AGE, number, who)
        if number % 6 == 0:
            store.commit(one, Acknowledgement("Acknowledge", FINDING.key, None, "as printed"), who)
        states = (LetterState.VERIFIED, LetterState.VERIFIED, LetterState.POSTPONED, LetterState.REJECTED)
        bring(store, one, states[number % 4], who)
    return store
