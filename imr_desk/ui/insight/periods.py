"""Stretches of time that outcomes are shown by: months, or quarters or years where months would be too many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QLocale

from imr_desk.desk.figures.counting import Grouped
from imr_desk.store.figures.tallies import Tally
from imr_desk.ui.insight.wording import tr


class Period(IntEnum):
    """How many months are shown together."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


_MOST = 40
"""So many columns can still be told apart."""
_MOST_AT_ALL = 120
"""Periods without a letter are shown between those with one, unless a misread year would make them too many."""


def number_of(month: str, period: Period) -> int:
    """Which period a month (`2016-10`) lies in, counted from the year 0."""
    return (int(month[:4]) * 12 + int(month[5:]) - 1) // period


def fitting(months: Sequence[str]) -> Period:
    """The shortest period by which the time between the months is not too many columns."""
    numbers = [number_of(month, Period.MONTH) for month in months]
    span = max(numbers, default=0) - min(numbers, default=0) + 1
    return next((period for period in Period if span <= _MOST * period), Period.YEAR)


def by_period(counted: Grouped, period: Period) -> dict[int, Grouped]:
    """The outcomes of each period; a letter has but one month, so that its months' letters add up."""
    months: dict[int, list[str]] = defaultdict(list)
    for month in sorted(counted.members):
        if month:
            months[number_of(month, period)].append(month)
    return {number: _merged(counted, tuple(those)) for number, those in months.items()}


def through(numbers: Sequence[int]) -> Sequence[int]:
    """The periods from the first to the last, also those without a letter."""
    every = range(min(numbers), max(numbers) + 1) if numbers else range(0)
    return every if len(every) <= _MOST_AT_ALL else sorted(numbers)


def year_of(number: int, period: Period) -> int:
    """The year that a period begins in."""
    return number * period // 12


def short_name(number: int, period: Period) -> str:
    """`Oct`, `Q4`, `2016`."""
    within = number * period % 12
    match period:
        case Period.MONTH:
            return QLocale().standaloneMonthName(within + 1, QLocale.FormatType.ShortFormat)
        case Period.QUARTER:
            return tr("Q{number}").format(number=within // 3 + 1)
        case Period.YEAR:
            return str(number)


def full_name(number: int, period: Period) -> str:
    """`October 2016`, `Q4 2016`, `2016`."""
    if period is Period.YEAR:
        return str(number)
    month = QLocale().standaloneMonthName(number % 12 + 1)
    return f"{month if period is Period.MONTH else short_name(number, period)} {year_of(number, period)}"


def _merged(counted: Grouped, months: tuple[str, ...]) -> Grouped:
    """The tallies of some months as one group, named by the first of them."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for tally in counted.tallies:
        if tally.value in months:
            sums[tally.outcome][0] += tally.letters
            sums[tally.outcome][1] += tally.times
    tallies = tuple(Tally(months[0], outcome, *both) for outcome, both in sums.items())
    return Grouped(counted.dimension, tallies, {months[0]: months})
