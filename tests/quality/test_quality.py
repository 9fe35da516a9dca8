"""Accuracy, intervals and calibration on small records."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.entry import NOTHING, Entry, Found, Value
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.quality.accuracy import Miss, compare, plain, together
from imr_desk.quality.calibration import Claim, expected_error, records_of_rules, reliability
from imr_desk.quality.evaluation import Labelled, Looks, claims, evaluate
from imr_desk.quality.intervals import Share, at_most, wilson
from imr_desk.quality.page import as_html
from imr_desk.quality.places import encloses
from imr_desk.quality.report import as_json
from tests.making import letter_text


def record(**values: Value | None) -> Record:
    paths = {path.replace("__", ".").replace("_0", "[0]").replace("_1", "[1]"): v for path, v in values.items()}
    return Record({p: NOTHING if v is None else Entry(Found(v, None, "t", 1.0)) for p, v in paths.items()})


def test_a_letter_is_whole_when_all_its_core_fields_agree() -> None:
    truth = record(patient__age=54, patient__sex="male", patient__injury_date="2016-01-02")
    read = record(patient__age=54, patient__sex="male", patient__injury_date=None)
    score = compare("one", truth, read)
    assert (score.letters, score.whole) == (1, 1)
    assert score.misses == (Miss("one", "patient.injury_date", "2016-01-02", None),)
    assert (score.single.right, score.single.slots) == (2, 3)


def test_a_wrong_core_field_breaks_the_letter() -> None:
    assert compare("one", record(patient__age=54), record(patient__age=45)).whole == 0


def test_lists_agree_in_any_order_and_count_what_is_lost_and_extra() -> None:
    score = compare("one", record(diagnoses_0="a", diagnoses_1="b"), record(diagnoses_0="b", diagnoses_1="c"))
    assert score.fields["diagnoses[]"].f1 == 0.5
    assert {(miss.truth, miss.read) for miss in score.misses} == {("a", None), (None, "c")}


def test_an_item_too_many_is_a_miss_in_each_of_its_fields() -> None:
    score = compare("one", Record(), record(items_0__decision="upheld"))
    assert [miss.path for miss in score.misses] == ["items[0].decision"]
    assert score.whole == 0


def test_letters_add_up() -> None:
    right = compare("one", record(patient__age=1), record(patient__age=1))
    wrong = compare("two", record(patient__age=1), record(patient__age=2))
    both = together([right, wrong])
    assert (both.letters, both.whole, both.fields["patient.age"].right, both.fields["patient.age"].slots) == (
        2,
        1,
        1,
        2,
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Norco  10/325.", "norco 10/325"), ("10- 30-2016", "10-30-2016"), (60, 60), (60, 60.0)]
)
def test_values_are_compared_without_case_blanks_and_closing_stops(one: Value, other: Value) -> None:
    assert plain(one) == plain(other)


def test_the_interval_is_the_published_one() -> None:
    assert wilson(412, 415) == pytest.approx((0.9789, 0.9975), abs=5e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_lies_in_0_to_1_and_holds_the_share(right: int, of: int) -> None:
    share = Share(min(right, of), of)
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1


def test_confidence_that_keeps_its_word_has_no_error() -> None:
    claims = [Claim("r", 0.75, place < 3) for place in range(4)]
    (only,) = reliability(claims)
    assert expected_error([only]) == 0
    assert records_of_rules(claims) == {"r": Share(3, 4)}


def test_boasting_shows_in_the_error() -> None:
    assert expected_error(reliability([Claim("r", 1.0, right=False), Claim("r", 1.0, right=True)])) == 0.5


def test_an_evaluation_says_what_changed_against_an_older_reading_and_prints_as_page_and_data() -> None:
    truth = record(patient__age=54, patient__sex="male")
    now = Labelled("one<b>", truth, record(patient__age=54, patient__sex="female"))
    was = record(patient__age=45, patient__sex="male")
    evaluation = evaluate([now], {"one<b>": was})
    assert [(one.path, one.better) for one in evaluation.moved] == [("patient.age", True), ("patient.sex", False)]
    page = as_html(evaluation)
    assert "one&lt;b&gt;" in page
    assert "<script" not in page
    assert json.loads(json.dumps(as_json(evaluation)))["summary"]["slots right"]["right"] == 1


TEXT = "Drug: Norco 10/325mg\nAge: 54-year-old"


def placed(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize("words", ["Norco", "10/325mg", "Norco 10/325mg\nAge:", "54", "year"])
def test_boxes_made_from_words_enclose_these_words_and_no_others(words: str) -> None:
    assert encloses(placed(words), letter_text(TEXT))


def test_a_place_without_words_is_wrong() -> None:
    text = letter_text(TEXT)
    assert not encloses(placed("Norco"), replace(text, words=()))


def test_a_box_that_reaches_over_other_words_is_wrong() -> None:
    text = letter_text(TEXT)
    wide = tuple(
        replace(word, rect=word.rect.grown(90)) if word.span == placed("Norco") else word for word in text.words
    )
    assert not encloses(placed("Norco"), replace(text, words=wide))


def test_a_doubtful_value_that_is_wrong_is_looked_at_and_a_sure_one_passes() -> None:
    truth = record(patient__age=54, patient__sex="male")
    read = Record({"patient.age": sure(45, 0.5), "patient.sex": sure("female", 0.99)})
    assert evaluate([Labelled("one", truth, read)]).looks == Looks(letters=1, looks=1, wrong=2, unseen=1)


def sure(value: Value, confidence: float) -> Entry:
    return Entry(Found(value, None, "t", confidence))


def test_entries_of_a_list_are_right_wherever_they_stand_but_only_as_often_as_they_are_true() -> None:
    letter = Labelled("one", record(diagnoses_0="a", diagnoses_1="b"), record(diagnoses_0="b", diagnoses_1="b"))
    assert [claim.right for _, claim in claims(letter)] == [True, False]


@pytest.mark.parametrize(
    ("wrong", "of", "bound"),
    [(0, 60, 0.0487), (0, 300, 0.00994), (1, 20, 0.2161), (3, 100, 0.0757), (10, 10, 1.0), (0, 0, 1.0)],
)
def test_a_sample_bounds_the_share_of_errors_exactly(wrong: int, of: int, bound: float) -> None:
    assert at_most(wrong, of) == pytest.approx(bound, abs=5e-5)
