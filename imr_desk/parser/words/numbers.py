"""Numbers in figures and in words: `12`, `twelve`, `Eight (8)`, `60.00`."""

from __future__ import annotations

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: place for place, word in enumerate(_UNITS + _TEENS, start=1)}
_VALUES |= {word: 10 * place for place, word in enumerate(_TENS, start=2)} | {"once": 1, "twice": 2, "thrice": 3}
_ONE = "|".join(sorted(_UNITS + _TEENS, key=len, reverse=True))
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s]+(?:{'|'.join(_UNITS[:9])}))?|{_ONE})"
NUMBER = rf"(?:\b{_WORD}\s*\(\s*\d+\s*\)|\b{_WORD}\b|(?<![\d.,/])\d+(?:,\d{{3}})*(?:\.\d+)?(?![\d/]))"
"""A pattern for a printed number."""
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def number_of(words: str) -> float | None:
    """The number that the words print, figures before words; None where they print none."""
    if figures := _FIGURES.search(words):
        return float(figures[0].replace(",", ""))
    parts = [_VALUES[part] for part in re.split(r"[-\s]+", words.casefold().strip()) if part in _VALUES]
    return float(sum(parts)) if parts else None


def whole(number: float | None) -> int | None:
    """The number as an integer, or None where it is not whole."""
    return int(number) if number is not None and number == int(number) else None


def plain(number: float) -> int | float:
    """The number without a needless `.0`."""
    return int(number) if number == int(number) else number
