"""Whether the reviewer's credentials are known ones."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.checks.lists import nearest, values
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject


def c01_licensed(letter: Subject) -> Iterator[Sign]:
    """The reviewer is licensed in at least one state, and all are states."""
    paths = letter.record.each("reviewer.licensure_states")
    if not any(letter.value(path) for path in paths):
        yield sign(*paths, trouble="No state of licensure is known")
    for path in paths:
        if letter.value(path) not in {None, *values("states")}:
            yield sign(path, trouble=f'"{letter.words(path)}" is no state')


def c02_specialties(letter: Subject) -> Iterator[Sign]:
    """Every specialty is on the state's list."""
    for path in letter.record.each("reviewer.specialties"):
        value = letter.value(path)
        if value and value not in values("specialties"):
            near = nearest("specialties", str(value))
            yield sign(path, printed=letter.words(path), nearest=f" Meant may be: {near}." if near else "")
