"""The days that the law counts from a letter's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.checks.due import Due, Duty, due, working_days_after
from imr_desk.letter.entry import Entry, Found, Value
from imr_desk.letter.record import Record
from tests.checks import holidays_kept

DECIDED, DENIED = date(2017, 2, 15), date(2016, 2, 29)


def record(*items: tuple[str, bool], decided: str = "2017-02-15", denied: str = "2016-02-29") -> Record:
    """A letter of these items, each with its decision and whether it was given already."""
    values: dict[str, Value] = {"header.decision_date": decided, "header.ur_denial_date": denied}
    for place, (decision, given_already) in enumerate(items):
        values[f"items[{place}].decision"] = decision
        values[f"items[{place}].retrospective"] = given_already
    return Record({path: Entry(Found(value, None, "rule", 1.0)) for path, value in values.items()})


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2017, 2, 10), date(2017, 2, 17)),
        (date(2017, 3, 6), date(2017, 3, 13)),
        (date(2017, 3, 9), date(2017, 3, 16)),
        (date(2017, 2, 13), date(2017, 2, 21)),
        (date(2016, 11, 23), date(2016, 12, 2)),
        (date(2016, 3, 30), date(2016, 4, 7)),
    ],
    ids=[
        "over Susan B. Anthony Day, kept by schools",
        "a plain week",
        "over a weekend",
        "Presidents' Day",
        "Thanksgiving and the day after",
        "Cesar Chavez Day",
    ],
)
def test_five_working_days_skip_weekends_and_state_holidays(start: date, end: date) -> None:
    assert working_days_after(start, 5) == end


def test_the_holidays_kept_are_those_that_the_library_works_out() -> None:
    assert holidays_kept.LIST.read_text("utf-8") == holidays_kept.worked_out(), holidays_kept.__doc__


def test_what_is_overturned_has_to_be_implemented_or_reimbursed() -> None:
    assert list(due(record(("upheld", False), ("overturned", False), ("overturned", True)))) == [
        Due(Duty.IMPLEMENT, date(2017, 2, 23), DECIDED, (2,)),
        Due(Duty.REIMBURSE, date(2017, 3, 7), DECIDED, (3,)),
        Due(Duty.APPEAL, date(2017, 3, 17), DECIDED),
        Due(Duty.DENIAL_STANDS, date(2017, 2, 28), DENIED, (1,)),
    ]


def test_nothing_is_implemented_where_all_is_upheld() -> None:
    assert {one.duty for one in due(record(("upheld", False)))} == {Duty.APPEAL, Duty.DENIAL_STANDS}


def test_no_denial_stands_where_all_is_overturned() -> None:
    assert {one.duty for one in due(record(("overturned", False)))} == {Duty.IMPLEMENT, Duty.APPEAL}


def test_a_date_known_to_the_month_yields_nothing() -> None:
    assert not list(due(record(("upheld", False), decided="2017-02", denied="")))


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_a_working_day_later_is_later(start: date, count: int) -> None:
    last = working_days_after(start, count)
    assert last.weekday() < 5
    assert working_days_after(start, count + 1) > last > start
