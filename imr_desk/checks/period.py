"""Dates known to the day, the month or the year, and dates as they stand in prose."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from imr_desk.checks.recalled import recalled
from imr_desk.letter.span import Span

MONTHS = {name.lower()[:3]: place for place, name in enumerate(calendar.month_name) if name}
_NAMES = "|".join(name for name in calendar.month_name if name)
_IN_PROSE = re.compile(
    rf"(?<![\d/-])(?P<month>\d{{1,2}})(?P<by>[-/])\s?(?P<day>\d{{1,2}})(?P=by)\s?(?P<year>\d{{4,}}|\d{{2}})(?![\d/-])"
    rf"|\b(?P<name>{_NAMES})\s+(?P<named_day>\d{{1,2}}),?\s+(?P<named_year>\d{{4,}})\b",
    re.IGNORECASE,
)
CENTURY_TURNS = 30
"""Two-digit years below this are of the 2000s: the letters begin in 2013, their oldest injuries in the 1970s."""


@dataclass(frozen=True, slots=True)
class Period:
    """All the days that a date may mean, first and last included."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def after(self, other: Period) -> bool:
        """Whether every day of this one is later than every day of the other."""
        return self.first > other.last

    def meets(self, other: Period) -> bool:
        """Whether both may mean the same day."""
        return not (self.after(other) or other.after(self))


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in prose: its place, its printed words, and its day, or None where there is no such day."""

    span: Span
    printed: str
    day: Period | None


def period(value: object) -> Period | None:
    """The days of an ISO date `2016-10-25`, `2016-10` or `2016`; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", str(value))
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        return _period(int(year or 0), month, day)
    except ValueError:
        return None


@recalled
def mentions(prose: str) -> tuple[Mention, ...]:
    """The full dates in a text, month first as in the United States."""
    return tuple(
        Mention(Span(*match.span()), " ".join(match[0].split()), _day(match)) for match in _IN_PROSE.finditer(prose)
    )


def _day(match: re.Match[str]) -> Period | None:
    month = int(match["month"]) if match["month"] else MONTHS[match["name"].lower()[:3]]
    year = match["year"] or match["named_year"]
    try:
        return _period(_whole_year(year), month, int(match["day"] or match["named_day"]))
    except ValueError:
        return None


def _whole_year(printed: str) -> int:
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (2000 if year < CENTURY_TURNS else 1900)


def _period(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return Period(date(year, month, day or 1), date(year, month, day or last))
