"""Strengths of drugs as numbers with a unit: `10/325mg`, `50mcg/hr`, `5%`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from imr_desk.checks.recalled import recalled

_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_STRENGTH = re.compile(
    rf"(?<![\w#.])(?P<amounts>{_AMOUNT}(?:\s*(?:mg|mcg)?\s*[-/]\s*{_AMOUNT})*)\s*"
    r"(?P<unit>(?:mcg|mg|gm?|ml|units?|iu)(?:\s*/\s*(?:hr|hour|h|ml|\d*\s*ml|patch|dose))?\b|%)?",
    re.IGNORECASE,
)
_HOURLY = re.compile(r"\s*/\s*(?:hr|hour|h)$")


@dataclass(frozen=True, slots=True)
class Strength:
    """The amount of each ingredient, in the order printed, in one unit (lower case; empty where none is printed)."""

    amounts: tuple[float, ...]
    unit: str

    def __str__(self) -> str:
        return "/".join(f"{amount:g}" for amount in self.amounts) + self.unit

    @property
    def hourly(self) -> bool:
        """Whether it is a rate, as a patch's is."""
        return self.unit.endswith("/hr")


@recalled
def strength(printed: object) -> Strength | None:
    """The strength that the words print, or None where they print none.

    >>> strength("10/325mg")
    Strength(amounts=(10.0, 325.0), unit='mg')
    """
    match = _STRENGTH.fullmatch(str(printed).strip())
    return _read(match) if match else None


def first_strength(prose: str) -> Strength | None:
    """The first strength with a unit that stands in a text."""
    found = (_read(match) for match in _STRENGTH.finditer(prose) if match["unit"])
    return next(found, None)


def _read(match: re.Match[str]) -> Strength:
    unit = _HOURLY.sub("/hr", (match["unit"] or "").lower().replace(" ", ""))
    amounts = re.findall(_AMOUNT, match["amounts"])
    return Strength(tuple(float(amount.replace(",", "")) for amount in amounts), unit)
