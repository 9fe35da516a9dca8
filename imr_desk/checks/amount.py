"""How many of something a request asks for: visits, sessions, pieces."""

from __future__ import annotations

import re

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: place for place, word in enumerate(_WORDS.split(), start=1)}
_NUMBER = rf"(?<![\d.])(?:\d{{1,3}}|{'|'.join(NUMBERS)})(?![\d.]*\d)"
_UNIT = r"(?:additional\s+|more\s+|further\s+)?(?:\w+\s+){0,2}?(?:sessions?|visits?|treatments?)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:to|-|–|or)\s*{_NUMBER}", re.IGNORECASE)
_REFILLS = re.compile(r"\brefills?\b", re.IGNORECASE)
_PIECES = re.compile(r"#\s*(\d+(?:\.0+)?)\b|\b(?:qty|quantity)\W{0,3}(\d+(?:\.0+)?)\b", re.IGNORECASE)
_SESSIONS = re.compile(rf"\b({_NUMBER})\s*(?:\(\d+\)\s*)?{_UNIT}", re.IGNORECASE)
_WEEKLY = re.compile(
    rf"({_NUMBER})\s*(?:times?|x|sessions?|visits?)\s*(?:a|per|each)?\s*(?:week|wk)\w*\s*(?:for|x|times)?\s*"
    rf"({_NUMBER})\s*(?:weeks?|wks?)",
    re.IGNORECASE,
)


def amount(words: str) -> int | None:
    """The whole number asked for, or None where the words give none, more than one, or refills.

    >>> amount("Acupuncture 2 times a week for 6 weeks (12 sessions)"), amount("Norco 10/325mg #60")
    (12, 60)
    """
    if _RANGE.search(words) or _REFILLS.search(words):
        return None
    said = pieces(words)
    said |= {_number(match) for match in _SESSIONS.findall(_WEEKLY.sub(" ", words))}
    said |= {_number(times) * _number(weeks) for times, weeks in _WEEKLY.findall(words)}
    return said.pop() if len(said) == 1 else None


def pieces(words: str) -> set[int]:
    """The numbers of tablets, patches, ... that the words print (`#60`, `QTY: 60.00`)."""
    return {int(float(one or other)) for one, other in _PIECES.findall(words)}


def _number(printed: str) -> int:
    return NUMBERS.get(printed.lower()) or int(printed)
