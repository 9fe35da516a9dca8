"""The header table and the reviewer's credentials, as printed and as broken."""

from __future__ import annotations

import pytest

from imr_desk.letter.attention import needs_attention
from imr_desk.letter.entry import Absent
from tests.parser.writing import HEADER, letter, listed, printed_at, record_of, values

DATES = ("date_assigned", "date_of_injury", "decision_date", "ur_denial_date", "application_received")


def test_every_cell_of_the_header_table_is_read() -> None:
    record = record_of(letter())
    assert values(record, *(f"header.{name}" for name in DATES)) == [
        "2016-12-01",
        "2009-03-04",
        "2017-01-05",
        "2016-11-02",
        "2016-11-20",
    ]
    assert values(record, "header.case_number", "header.priority") == ["CM16-0123456", "standard"]


def test_a_date_broken_after_its_hyphen_is_one_date() -> None:
    words = letter(header=HEADER.replace("12/01/2016", "12-\n01-2016"))
    record = record_of(words)
    assert record.at("header.date_assigned").value == "2016-12-01"
    assert printed_at(words, record, "header.date_assigned") == "12- 01-2016"


@pytest.mark.parametrize("label", ["Date Asigned", "Date  Assigned", "Dale Assigned", "Date\nAssigned"])
def test_a_label_misspelt_or_broken_is_still_the_label(label: str) -> None:
    record = record_of(letter(header=HEADER.replace("Date Assigned", label)))
    assert record.at("header.date_assigned").value == "2016-12-01"


def test_values_that_follow_all_labels_of_a_row_are_not_mixed_up_with_the_next_label() -> None:
    record = record_of(letter(header="Case Number: CM15-7654321\nDecision Date:\nPriority: Expedited"))
    assert values(record, "header.decision_date", "header.priority") == [None, "expedited"]


def test_a_letter_without_header_table_has_no_header_and_needs_no_look() -> None:
    record = record_of(letter(header=""))
    for name in (*DATES, "case_number", "priority"):
        entry = record.at(f"header.{name}")
        assert isinstance(entry.outcome, Absent)
        assert not needs_attention(f"header.{name}", entry)


@pytest.mark.parametrize(
    ("printed", "states"),
    [
        ("California,South Carolina", ["CA", "SC"]),
        ("Texas, New\nYork, District of Columbia", ["TX", "NY", "DC"]),
        ("Pensylvania", ["PA"]),
    ],
)
def test_states_are_their_postal_codes(printed: str, states: list[str]) -> None:
    credentials = f"State(s) of Licensure: {printed}\nCertification(s)/Specialty: Neurology"
    assert listed(record_of(letter(credentials=credentials)), "reviewer.licensure_states") == states


@pytest.mark.parametrize(
    ("printed", "specialties"),
    [
        ("Preventive Medicine, Occupational\nMedicine", ["Preventive Medicine", "Occupational Medicine"]),
        (
            "Physical Medicine & Rehabilitation, Pain Management",
            ["Physical Medicine & Rehabilitation", "Pain Management"],
        ),
        ("Geriatric Dentistry", ["Geriatric Dentistry"]),
    ],
)
def test_specialties_are_kept_as_printed_those_of_no_list_too(printed: str, specialties: list[str]) -> None:
    credentials = f"State(s) of Licensure: Ohio\nCertification(s)/Specialty: {printed}"
    assert listed(record_of(letter(credentials=credentials)), "reviewer.specialties") == specialties


def test_credentials_in_a_sentence_are_read_too() -> None:
    sentence = "The expert reviewer is Board Certified in Family Practice and is licensed to practice in California."
    record = record_of(letter(credentials=sentence))
    assert listed(record, "reviewer.specialties") == ["Family Practice"]
    assert listed(record, "reviewer.licensure_states") == ["CA"]
