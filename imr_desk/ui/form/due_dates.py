"""Dates that follow from a letter's own: by when to implement, to appeal, and how long the denial stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from imr_desk.letter.record import Record

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DueDates:
    """None where the date it follows from is absent or not a full date."""

    implement_by: date | None
    """Five working days from the decision (public holidays are not taken into account)."""
    appeal_by: date | None
    """Thirty days from the decision."""
    denial_stands_until: date | None
    """Twelve months from the utilization review denial."""


def due_dates(record: Record) -> DueDates:
    """What follows from the decision date and the UR denial date."""
    decided = _full_date(record, "header.decision_date")
    denied = _full_date(record, "header.ur_denial_date")
    return DueDates(
        implement_by=decided and working_days_after(decided, 5),
        appeal_by=decided and decided + timedelta(days=30),
        denial_stands_until=denied and _a_year_after(denied),
    )


def working_days_after(start: date, count: int) -> date:
    """The date `count` Mondays to Fridays after `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _a_year_after(start: date) -> date:
    """The same day of the next year; the 28th of February after a 29th."""
    leap_day = (start.month, start.day) == (2, 29)
    return start.replace(year=start.year + 1, day=28 if leap_day else start.day)


def _full_date(record: Record, path: str) -> date | None:
    try:
        return date.fromisoformat(str(record.at(path).value))
    except ValueError:
        return None
