"""The days of a case and the ways letters write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from imr_desk.samples.paper.passage import Passage, field
from imr_desk.samples.plans.variation import Template


class DateStyle(StrEnum):
    """A way to write a date."""

    SLASHES = "10/05/2016"
    HYPHENS = "10-05-2016"
    WORDS = "October 5, 2016"
    SHORT_SLASHES = "10/5/16"
    SHORT_HYPHENS = "10-5-16"


_WRITTEN: Mapping[DateStyle, Callable[[date], str]] = {
    DateStyle.SLASHES: lambda day: f"{day:%m/%d/%Y}",
    DateStyle.HYPHENS: lambda day: f"{day:%m-%d-%Y}",
    DateStyle.WORDS: lambda day: f"{day:%B} {day.day}, {day.year}",
    DateStyle.SHORT_SLASHES: lambda day: f"{day.month}/{day.day}/{day:%y}",
    DateStyle.SHORT_HYPHENS: lambda day: f"{day.month}-{day.day}-{day:%y}",
}

_DECIDED: Mapping[Template, tuple[int, int]] = {
    Template.A: (2013, 2013),
    Template.B: (2013, 2014),
    Template.C: (2013, 2014),
    Template.D1: (2014, 2014),
    Template.D2: (2014, 2015),
    Template.D3: (2016, 2017),
    Template.E: (2018, 2023),
}
"""The years in which letters of each template were decided."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of a case, in order."""

    injury: date
    report: date
    requested: date
    ur_denial: date
    application: date
    assigned: date
    decision: date


def timeline(rng: Random, template: Template) -> Timeline:
    """A course of events as the law foresees it, decided in the template's years."""
    first, last = _DECIDED[template]
    decision = date(first, 3, 1) + timedelta(rng.randrange((last - first) * 365 + 290))
    assigned = decision - timedelta(rng.randint(15, 40))
    application = assigned - timedelta(rng.randint(1, 6))
    ur_denial = application - timedelta(rng.randint(3, 28))
    requested = ur_denial - timedelta(rng.randint(3, 7))
    report = requested - timedelta(rng.randint(0, 6))
    injury = report - timedelta(rng.randint(30, 2200))
    return Timeline(injury, report, requested, ur_denial, application, assigned, decision)


def written(day: date, style: DateStyle) -> str:
    """The day as a letter prints it.

    >>> written(date(2016, 10, 5), DateStyle.WORDS)
    'October 5, 2016'
    """
    return _WRITTEN[style](day)


def date_field(path: str, day: date, style: DateStyle) -> Passage:
    """The day, printed, as a field of that path."""
    return field(path, written(day, style), day.isoformat())
