"""All rules over one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from imr_desk.checks.catalogue import catalogue
from imr_desk.checks.rules import (
    agreement,
    dates,
    drug,
    guideline,
    history,
    outcome,
    patient,
    rationale,
    reviewer,
    structure,
    ur,
)
from imr_desk.checks.sign import Sign
from imr_desk.checks.subject import Subject
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText

Rule = Callable[[Subject], Iterator[Sign]]
_MODULES: tuple[ModuleType, ...] = (
    structure,
    dates,
    patient,
    reviewer,
    outcome,
    agreement,
    drug,
    ur,
    guideline,
    rationale,
    history,
)


def _rules_in(module: ModuleType) -> dict[str, Rule]:
    """A rule is a function whose name begins with its id: `s05_modification_adds_up`."""
    rules = {name.split("_")[0].upper(): value for name, value in vars(module).items() if callable(value)}
    return {rule: function for rule, function in rules.items() if rule in catalogue()}


RULES: dict[str, Rule] = {rule: function for module in _MODULES for rule, function in _rules_in(module).items()}
"""Every rule by its id in the catalogue."""


def check(text: LetterText, record: Record) -> tuple[Finding, ...]:
    """What the rules find in the letter, in the catalogue's order."""
    letter = Subject(text, record)
    sayings = catalogue()
    return tuple(
        saying.finding(sign) for rule, saying in sayings.items() if rule in RULES for sign in RULES[rule](letter)
    )
