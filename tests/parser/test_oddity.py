"""What makes a value odd, and when another rivals it: a person is asked to look at both."""

from __future__ import annotations

import pytest

from imr_desk.letter.attention import SURE
from imr_desk.letter.record import Record
from tests.parser.writing import HEADER, SUMMARY, Item, letter, record_of


def unsure(record: Record, paths: list[str]) -> list[str]:
    """Those of the paths at which a value was found that a person is asked to look at."""
    entries = {path: record.at(path) for path in paths}
    return [path for path, one in entries.items() if one.value is not None and one.outcome.confidence < SURE]


@pytest.mark.parametrize(
    ("statement", "places"),
    [
        ("gout and hip pain", []),
        ("gout and a visit to the zoo", [1]),
        ("gout (of the toe, hip pain", [0]),
        ("gout, knee pain that was new", [1]),
    ],
)
def test_a_diagnosis_that_names_no_disorder_or_is_cut_is_looked_at(statement: str, places: list[int]) -> None:
    record = record_of(letter(summary=f"{SUMMARY} Diagnoses include {statement}."))
    assert unsure(record, list(record.each("diagnoses"))) == [f"diagnoses[{place}]" for place in places]


@pytest.mark.parametrize(("number", "looked_at"), [("CM16-0123456", False), ("CM16-012345", True)])
def test_a_case_number_of_another_shape_is_looked_at(number: str, looked_at: bool) -> None:
    record = record_of(letter(header=HEADER.replace("CM16-0123456", number)))
    assert record.at("header.case_number").value == number
    assert bool(unsure(record, ["header.case_number"])) is looked_at


@pytest.mark.parametrize(("title", "looked_at"), [("Knee Chapter", False), ("Chapter on gardening", True)])
def test_a_title_of_no_known_chapter_is_looked_at(title: str, looked_at: bool) -> None:
    words = f"Decision based on Non-MTUS Citation ODG, {title}, Braces."
    path = "items[0].maximus_guideline.citations[0].title"
    record = record_of(letter(Item("Knee brace: Upheld", maximus=words)))
    assert bool(unsure(record, [path])) is looked_at


@pytest.mark.parametrize(
    ("sections", "looked_at"),
    [("Opioids, dosing", False), ("Exercise (land, water)", False), ("Exercise, in water", True)],
)
def test_a_section_that_may_be_two_is_looked_at(sections: str, looked_at: bool) -> None:
    words = f"Decision based on MTUS Knee Complaints 2004, Section(s): {sections}."
    path = "items[0].maximus_guideline.citations[0].sections[0]"
    record = record_of(letter(Item("Knee brace: Upheld", maximus=words)))
    assert record.at(path).value == sections
    assert bool(unsure(record, [path])) is looked_at


@pytest.mark.parametrize(
    ("request_words", "looked_at"),
    [
        ("Soma 350mg #60 with 2 refills", False),
        ("Soma 350mg #60, 14 days", True),
        ("Soma 350mg, one by mouth, #60", True),
    ],
)
def test_a_quantity_beside_another_number_is_looked_at(request_words: str, looked_at: bool) -> None:
    record = record_of(letter(f"{request_words}: Upheld"))
    assert bool(unsure(record, ["items[0].medication.quantity"])) is looked_at


@pytest.mark.parametrize(
    ("request_words", "looked_at"), [("Knee brace", False), ("Evaluation for a weight loss program", True)]
)
def test_a_category_beside_words_of_another_is_looked_at(request_words: str, looked_at: bool) -> None:
    record = record_of(letter(f"{request_words}: Upheld"))
    assert bool(unsure(record, ["items[0].category"])) is looked_at


def test_visits_that_so_many_a_week_make_have_no_rival() -> None:
    counts = [f"items[0].service.{name}" for name in ("visits", "per_week", "weeks")]
    record = record_of(letter("Six visits, 2 levels, 2 times a week for 3 weeks: Upheld"))
    assert unsure(record, counts) == []
    record = record_of(letter("Seven visits, 2 levels, 2 times a week for 3 weeks: Upheld"))
    assert unsure(record, counts) == counts


@pytest.mark.parametrize(
    ("rationale", "looked_at"),
    [
        ("Bracing (rigid) was not tried. It is not medically necessary.", False),
        ("Nothing was tried. It is not medically necessary.", True),
    ],
)
def test_a_section_that_the_rationale_names_too_is_no_longer_looked_at(rationale: str, looked_at: bool) -> None:
    words = "Decision based on Non-MTUS Citation ODG, Knee Chapter, Bracing (rigid)."
    record = record_of(letter(Item("Cold pack: Upheld", maximus=words, rationale=rationale)))
    assert bool(unsure(record, ["items[0].maximus_guideline.citations[0].sections[0]"])) is looked_at


@pytest.mark.parametrize(
    ("request_words", "other"), [("Cold unit, 14 days rental", "medication"), ("Soma 350mg #60, 14 days", "service")]
)
def test_a_rival_number_asks_for_no_look_at_fields_of_the_other_kind(request_words: str, other: str) -> None:
    record = record_of(letter(f"{request_words}: Upheld"))
    assert not [path for path in record.to_look_at if path.startswith(f"items[0].{other}.")]


@pytest.mark.parametrize(
    ("sentence", "looked_at"),
    [
        ("Utilization review on 11/2/2016 denied the scan.", False),
        ("A form was signed on 10/1/2016 and a prior denial was made on 11/2/2016.", True),
    ],
)
def test_a_review_date_beside_another_is_looked_at(sentence: str, looked_at: bool) -> None:
    record = record_of(letter(summary=f"{SUMMARY} {sentence}"))
    assert record.at("ur_events[0].date").value == "2016-11-02"
    assert bool(unsure(record, ["ur_events[0].date"])) is looked_at
