"""The days that the law counts from a letter's own: by when to act on it or appeal it, how long a denial stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from dateutil.relativedelta import relativedelta

from imr_desk.letter.record import Record
from imr_desk.paths import resources

IMPLEMENT_WORKING_DAYS = 5
"""Labor Code 4610.6(j): services not yet given are authorized within five working days of the determination."""
REIMBURSE_DAYS = 20
"""Labor Code 4610.6(j): services already given are reimbursed within twenty days."""
APPEAL_DAYS = 30
"""Labor Code 4610.6(h): a petition is filed within thirty days of service."""
DENIAL_MONTHS = 12
"""Labor Code 4610(k): a utilization review decision stands for twelve months from its date."""
_WEEKEND = {5, 6}


class Duty(Enum):
    """What has to be done, or holds, until a day."""

    IMPLEMENT = "implement"
    REIMBURSE = "reimburse"
    APPEAL = "appeal"
    DENIAL_STANDS = "denial_stands"


@dataclass(frozen=True, slots=True)
class Due:
    """A duty, its last day, the day it is counted from, and the numbers of the items that it is about (none: all)."""

    duty: Duty
    day: date
    since: date
    items: tuple[int, ...] = ()


@cache
def state_holidays() -> frozenset[date]:
    """California's, as its offices keep them, from 2010 to 2040."""
    lines = (resources() / "checks" / "state_holidays.txt").read_text("utf-8").splitlines()
    return frozenset(date.fromisoformat(line.split()[0]) for line in lines)


def due(record: Record) -> Iterator[Due]:
    """What follows from the decision, from the denial's date, and from how each item was decided.

    A date known only to the month yields nothing.
    """
    decided, denied = _full_date(record, "header.decision_date"), _full_date(record, "header.ur_denial_date")
    overturned, upheld = _decided(record, "overturned"), _decided(record, "upheld")
    given = tuple(item for item in overturned if record.at(f"items[{item - 1}].retrospective").value is True)
    to_come = tuple(item for item in overturned if item not in given)
    if decided:
        if to_come:
            yield Due(Duty.IMPLEMENT, working_days_after(decided, IMPLEMENT_WORKING_DAYS), decided, to_come)
        if given:
            yield Due(Duty.REIMBURSE, decided + timedelta(days=REIMBURSE_DAYS), decided, given)
        yield Due(Duty.APPEAL, decided + timedelta(days=APPEAL_DAYS), decided)
    if denied and upheld:
        yield Due(Duty.DENIAL_STANDS, denied + relativedelta(months=DENIAL_MONTHS), denied, upheld)


def working_days_after(start: date, count: int) -> date:
    """The date `count` working days after `start`: no Saturday, no Sunday, no holiday of the State of California."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() not in _WEEKEND and day not in state_holidays()
    return day


def _decided(record: Record, decision: str) -> tuple[int, ...]:
    """The numbers, from 1, of the items decided so."""
    places = range(record.count("items"))
    return tuple(place + 1 for place in places if record.at(f"items[{place}].decision").value == decision)


def _full_date(record: Record, path: str) -> date | None:
    try:
        return date.fromisoformat(str(record.at(path).value))
    except ValueError:
        return None
