"""Every rule by example: letters that fire it, and letters that do not."""

from __future__ import annotations

from itertools import chain

import pytest

from imr_desk.checks.check import RULES, check
from imr_desk.checks.rules.dates import INJURY
from imr_desk.letter.entry import Entry, Found, Origin, State
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from tests.checks import letters_of_dates, letters_of_drugs, letters_of_structure
from tests.checks.checking import Fields, Firing, Quiet, findings
from tests.making import letter_text

TABLES = (letters_of_structure, letters_of_dates, letters_of_drugs)
FIRING: tuple[Firing, ...] = tuple(chain.from_iterable(table.FIRING for table in TABLES))
QUIET: tuple[Quiet, ...] = tuple(chain.from_iterable(table.QUIET for table in TABLES))


@pytest.mark.parametrize(("rule", "fields", "text", "says"), FIRING)
def test_rule_fires(rule: str, fields: Fields, text: str, says: str) -> None:
    (finding,) = findings(rule, fields, text)
    assert says in finding.message


@pytest.mark.parametrize(("rule", "fields", "text"), QUIET)
def test_rule_is_quiet(rule: str, fields: Fields, text: str) -> None:
    assert not findings(rule, fields, text)


def test_every_rule_has_a_letter_that_fires_it_and_one_that_does_not() -> None:
    assert {rule for rule, *_ in FIRING} == {rule for rule, *_ in QUIET} == set(RULES)


def test_a_day_that_a_person_entered_is_told_as_it_is_and_not_as_the_letter_prints_it() -> None:
    text = letter_text("Date of Injury: 2015-03-11")
    entered = Entry(Found("2015-03-21", Span(16, 26), "person", 1.0, Origin.TYPED), State.CORRECTED)
    told = Entry(Found("2015-03-12", None, "test", 1.0))
    record = Record({INJURY: entered, "patient.injury_date": told})
    (finding,) = (one for one in check(text, record) if one.rule == "D03")
    assert "2015-03-21 by the header" in finding.message
