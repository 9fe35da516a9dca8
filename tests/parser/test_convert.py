"""Typed and marked words become the values that the parser itself would give."""

from __future__ import annotations

import pytest

from imr_desk.letter.entry import Value
from imr_desk.letter.field import spec_of
from imr_desk.parser.words.convert import shown, value_of


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("header.decision_date", "1/5/2017", "2017-01-05"),
        ("header.decision_date", "1-5-17", "2017-01-05"),
        ("header.decision_date", "10-\n30-2016", "2016-10-30"),
        ("header.decision_date", "October 30, 2016", "2016-10-30"),
        ("header.decision_date", "10/2016", "2016-10"),
        ("header.decision_date", "2016", "2016"),
        ("header.decision_date", "13/45/2016", None),
        ("header.decision_date", "soon", None),
        ("header.decision_date", "5-10/10", None),
        ("header.case_number", "cm16 - 0012345", "CM16-0012345"),
        ("header.priority", "Expedited", "expedited"),
        ("patient.age", "54-year-old", 54),
        ("patient.age", "4/10", None),
        ("items[0].service.visits", "(8)", 8),
        ("items[0].service.visits", "CM16-0012345", None),
        ("items[0].service.visits", "10-30-2016", None),
        ("items[0].medication.quantity", "October 30, 2016", None),
        ("items[0].medication.quantity", "CM16-0012345", None),
        ("items[0].maximus_guideline.citations[0].year", "May 2009", 2009),
        ("patient.age", "fifty-four", 54),
        ("patient.age", "old", None),
        ("patient.sex", "woman", "female"),
        ("reviewer.licensure_states[0]", "new york", "NY"),
        ("reviewer.licensure_states[0]", "Narnia", None),
        ("items[0].decision", "Overturned", "overturned"),
        ("items[0].retrospective", "yes", True),
        ("items[0].medication.quantity", "#60", 60),
        ("items[0].medication.quantity", "QTY: 60.50", 60.5),
        ("items[0].medication.refills", "three refills", 3),
        ("items[0].medication.strength", "10 / 325 MG", "10/325mg"),
        ("items[0].medication.form", "Tabs", "tablet"),
        ("items[0].maximus_guideline.text", "Decision based on Non-\nMTUS", "Decision based on Non-MTUS"),
        ("patient.age", "   ", None),
    ],
)
def test_words_become_the_value_of_the_field_or_none(path: str, words: str, value: Value | None) -> None:
    assert value_of(spec_of(path), words) == value


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("header.decision_date", "2017-01-05", "01/05/2017"),
        ("header.decision_date", "2017-01", "01/2017"),
        ("header.decision_date", "2017", "2017"),
        ("patient.sex", "female", "Female"),
        ("reviewer.licensure_states[0]", "NY", "New York"),
        ("items[0].retrospective", False, "no"),
        ("items[0].medication.quantity", 60, "60"),
        ("items[0].request", None, ""),
    ],
)
def test_a_value_is_shown_in_words_that_convert_back(path: str, value: Value | None, words: str) -> None:
    spec = spec_of(path)
    assert shown(spec, value) == words
    assert value_of(spec, words) == value
