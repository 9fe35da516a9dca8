"""Age, sex and injury date from the case summary."""

from __future__ import annotations

import pytest

from imr_desk.letter.entry import Absence, Absent
from tests.parser.writing import letter, printed_at, record_of, values


@pytest.mark.parametrize(
    ("opening", "age", "sex"),
    [
        ("The applicant is a 54 year old male.", 54, "male"),
        ("This is a 34-year-old woman seen for her back.", 34, "female"),
        ("This case involves a now 58-year-old gentleman.", 58, "male"),
        ("The patient is a(n) 41 year old female claimant.", 41, "female"),
        ("The 29 year old male injured worker fell.", 29, "male"),
        ("A 61-\nyear-old lady reports pain.", 61, "female"),
        ("The IW is a sixty-two year old man.", 62, "male"),
        ("The patient, female, age 45, was hurt.", 45, "female"),
        ("The claimant is a 50 y/o male.", 50, "male"),
        ("This is a 45yo M with back pain.", 45, "male"),
        ("The patient is a 47 y/o, F with neck pain.", 47, "female"),
        ("The patient is a 44-year-old F.", 44, "female"),
        ("The injured worker is a 50-year-oldmale.", 50, "male"),
        ("The injured worker is a 50 year old fe-\nmale.", 50, "female"),
        ("The age of this worker is not old: her age is 44, her sex female.", 44, "female"),
        ("The worker has a 7 year old fusion. The worker is a 49 year old man.", 49, "male"),
    ],
)
def test_age_and_sex_of_the_first_sentence(opening: str, age: int, sex: str) -> None:
    record = record_of(letter(summary=opening))
    assert values(record, "patient.age", "patient.sex") == [age, sex]


def test_the_age_is_the_number_alone() -> None:
    words = letter(summary="The patient is a 54-year-old male.")
    assert printed_at(words, record_of(words), "patient.age") == "54"


def test_an_age_that_the_letter_calls_unknown_is_not_merely_missing() -> None:
    outcome = record_of(letter(summary="The patient is a man of unknown age.")).at("patient.age").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is Absence.STATED_UNKNOWN
    assert outcome.span is not None


def test_a_pronoun_alone_tells_no_sex() -> None:
    record = record_of(letter(summary="The injured worker was hurt on 1/2/2012. She reports pain."))
    assert record.at("patient.sex").value is None


@pytest.mark.parametrize(
    ("opening", "injured"),
    [
        ("He sustained an industrial injury on 10-25-16.", "2016-10-25"),
        ("A 30 year old male with a date of injury of October 5,\n2015.", "2015-10-05"),
        ("A 30 year old male with a history of an occupational claim from 1/2/2014.", "2014-01-02"),
        ("The worker was injured in 2009.", "2009"),
        ("The worker was injured on 06-2011.", "2011-06"),
        ("The injured worker was seen on 9/1/2016. He was hurt on 8/1/2016.", "2016-08-01"),
        ("The worker was injured on 2/30/2016.", None),
        ("The DOI was Jan. 5, 2012.", "2012-01-05"),
        ("He was injured on Sept. 5, 2014.", "2014-09-05"),
        ("He was injured on 5-Mar-2014.", "2014-03-05"),
        ("He was injured in the year 2014.", "2014"),
        ("On 3/5/2014, while lifting a box, he injured his back.", "2014-03-05"),
        ("He fell from a ladder on 3/5/2014.", "2014-03-05"),
        ("She caught her left hand in a press on 3/5/2014.", "2014-03-05"),
        ("He reports that he was struck by a forklift on 3/5/14.", "2014-03-05"),
        ("He was in a motor vehicle collision on 3/5/2014.", "2014-03-05"),
        ("The patient, whose injury is old, was seen on 9/1/2016.", None),
        ("He was seen on 9/1/2016 for his injury of 3/5/2014.", "2014-03-05"),
    ],
)
def test_the_injury_date_is_the_first_that_its_sentence_ties_to_the_injury(opening: str, injured: str | None) -> None:
    assert record_of(letter(summary=opening)).at("patient.injury_date").value == injured


@pytest.mark.parametrize("score", ["Pain was 5-10/10.", "Pain is 8/10 without medicine.", "The score was 5/10-6/10."])
def test_a_pain_score_is_no_date(score: str) -> None:
    record = record_of(letter(summary=f"The patient's injury is old. {score}"))
    assert record.at("patient.injury_date").value is None
