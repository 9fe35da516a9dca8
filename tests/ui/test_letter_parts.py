"""The map's rows: called by names, marked by what is left to do, leading to fields."""

from __future__ import annotations

import pytest

from imr_desk.letter.entry import NOTHING, Absent, Entry, Found, State
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.ui.map.letter_parts import Mark, map_rows, part_title

SURE = Entry(Found("x", None, "rule", 0.99))
DOUBTFUL = Entry(Found("x", None, "rule", 0.4))
KEPT = Entry(Found("x", None, "rule", 0.4), State.CONFIRMED)
HERE = Span(0, 10)
PARTS = (Part("header", HERE), Part("summary", HERE), Part("items[0]", HERE), Part("items[0].guidelines", HERE))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("header", "Header"),
        ("summary", "Case summary"),
        ("items[2]", "Item 3"),
        ("items[2].rationale", "Rationale"),
        ("something_new", "Something new"),
    ],
)
def test_a_part_is_called_by_its_name(name: str, title: str) -> None:
    assert part_title(name) == title


@pytest.mark.parametrize(
    ("entry", "mark"), [(SURE, Mark.NONE), (DOUBTFUL, Mark.LOOK), (KEPT, Mark.DONE), (NOTHING, Mark.LOOK)]
)
def test_a_part_is_marked_by_what_is_left_to_do(entry: Entry, mark: Mark) -> None:
    rows = map_rows(PARTS[:1], Record({"header.case_number": entry}), ())
    assert [row.mark for row in rows] == [mark]


@pytest.mark.parametrize(
    ("severity", "mark"),
    [
        (Severity.ERROR, Mark.ERROR),
        (Severity.WARNING, Mark.CHECK),
        (Severity.REVIEW, Mark.CHECK),
        (Severity.INFO, Mark.DONE),
    ],
)
def test_an_open_check_marks_the_part_of_its_fields(severity: Severity, mark: Mark) -> None:
    record = Record({"header.case_number": KEPT})
    finding = Finding("X01", severity, "Something.", ("header.case_number",))
    assert map_rows(PARTS[:1], record, (finding,))[0].mark is mark


def test_outer_parts_have_keys_in_order_and_inner_ones_none() -> None:
    assert [(row.title, row.key, row.level) for row in map_rows(PARTS, Record(), ())] == [
        ("Header", "1", 0),
        ("Case summary", "2", 0),
        ("Item 1", "3", 0),
        ("Guidelines", "", 1),
    ]


def test_a_part_leads_to_the_fields_that_it_feeds() -> None:
    paths = ("patient.age", "items[0].request", "items[0].maximus_guideline.text", "items[1].request")
    rows = map_rows(PARTS, Record(dict.fromkeys(paths, SURE)), ())
    assert [row.fields for row in rows] == [(), paths[:1], paths[1:3], paths[2:3]]


def test_a_letter_without_parts_is_mapped_by_the_form() -> None:
    rows = map_rows((), Record({"patient.age": Entry(Absent())}), ())
    assert [row.title for row in rows][:3] == ["Header", "Reviewer", "Patient"]
    assert rows[2].words == "Patient, to look at"
