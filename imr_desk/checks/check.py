"""All rules over one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText

Rule = Callable[[LetterText, Record], Iterator[Finding]]
RULES: tuple[Rule, ...] = ()


def check(text: LetterText, record: Record) -> tuple[Finding, ...]:
    """What the rules find in the letter, in the rules' order."""
    return tuple(finding for rule in RULES for finding in rule(text, record))
