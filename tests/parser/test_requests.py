"""Item headings: where they begin, where the request ends, and what was decided."""

from __future__ import annotations

import pytest

from tests.parser.writing import GUIDELINE, Item, item_values, letter, printed_at, record_of, values


@pytest.mark.parametrize(
    ("heading", "request_words", "decision"),
    [
        ("MRI of the left knee: Upheld", "MRI of the left knee", "upheld"),
        ("Labs to include: EKG: Overturned", "Labs to include: EKG", "overturned"),
        (
            "Associated surgical service: Cold therapy unit: Upheld",
            "Associated surgical service: Cold therapy unit",
            "upheld",
        ),
        ("Soma 350mg QTY: 60.00: Upheld", "Soma 350mg QTY: 60.00", "upheld"),
        ("Soma 350mg #30:  Upheld", "Soma 350mg #30", "upheld"),
        ("Soma 350mg #30:\nUpheld", "Soma 350mg #30", "upheld"),
        ("Physical therapy for the\nright wrist: Overturned", "Physical therapy for the right wrist", "overturned"),
        ("(1) Gym membership: Upheld", "Gym membership", "upheld"),
        ("2. Gym membership: Upheld", "Gym membership", "upheld"),
        ("Issue 3: Gym membership: Upheld", "Gym membership", "upheld"),
        ("Item #12 - Gym membership: Upheld", "Gym membership", "upheld"),
        ("#4 - Gym membership: Upheld", "Gym membership", "upheld"),
        ("#30 Soma 350mg: Upheld", "#30 Soma 350mg", "upheld"),
        ("Gym membership: Uphelt", "Gym membership", "upheld"),
        ("Gym membership: Ovreturned", "Gym membership", "overturned"),
    ],
)
def test_the_last_colon_parts_the_request_from_its_outcome(heading: str, request_words: str, decision: str) -> None:
    assert item_values(heading, ["request", "decision"]) == [request_words, decision]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\f"])
def test_items_are_parted_with_and_without_gaps(gap: str) -> None:
    words = letter("One (1) lumbar brace: Upheld", "Twelve acupuncture visits\nfor the low back: Overturned", gap=gap)
    record = record_of(words)
    assert values(record, "items[0].request", "items[1].request") == [
        "One (1) lumbar brace",
        "Twelve acupuncture visits for the low back",
    ]
    assert printed_at(words, record, "items[0].rationale").endswith("is not medically necessary.")


def test_a_rationale_of_several_paragraphs_does_not_become_a_heading() -> None:
    rationale = "The first paragraph ends here.\n\nThe second one goes on: nothing new. It is not medically necessary."
    record = record_of(letter(Item("Gym membership: Upheld", rationale=rationale), "MRI of the neck: Upheld"))
    assert values(record, "items[0].request", "items[1].request") == ["Gym membership", "MRI of the neck"]


@pytest.mark.parametrize(
    "label",
    [
        "Claims Adminstrator guideline:",
        "Claims\nAdministrator guideline:",
        "Claims Administrator\fguideline:",
        "Claims Administrator guidelines :",
    ],
)
def test_a_misspelt_or_broken_label_still_opens_its_block(label: str) -> None:
    words = letter("MRI of the neck: Upheld").replace("Claims Administrator guideline:", label)
    assert values(record_of(words), "items[0].request", "items[0].claims_administrator_guideline.text") == [
        "MRI of the neck",
        GUIDELINE,
    ]


@pytest.mark.parametrize("end", [" is", ""])
def test_a_modification_has_its_three_parts(end: str) -> None:
    heading = (
        "Norco 10/325mg #120 was the original request. Norco 10/325mg\n#60 was authorized by the Claims Administrator. "
        f"The remaining\nIMR eligible portion of the original request, Norco 10/325mg #60{end}: Upheld"
    )
    parts = ["modification.original", "modification.authorized", "modification.disputed", "medication.quantity"]
    assert item_values(heading, parts) == ["Norco 10/325mg #120", "Norco 10/325mg #60", "Norco 10/325mg #60", 60]


def test_the_other_wording_of_a_modification() -> None:
    heading = (
        "The Claims Administrator authorized six visits of hand therapy, leaving the original request IMR eligible. "
        "The original request, twelve visits of hand therapy is: Overturned"
    )
    assert item_values(heading, ["modification.original", "modification.authorized", "decision"]) == [
        "twelve visits of hand therapy",
        "six visits of hand therapy",
        "overturned",
    ]


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        (
            "Ten visits was the original request. The Claims Administrator authorized four visits. The remaining IMR "
            "eligible portion of the original request, six visits are: Upheld",
            ["Ten visits", "four visits", "six visits"],
        ),
    ],
)
def test_modifications_are_read_part_by_part(heading: str, parts: list[str]) -> None:
    assert item_values(heading, ["modification.original", "modification.authorized", "modification.disputed"]) == parts


def test_a_modification_after_a_rationale_without_gaps_keeps_its_first_sentence() -> None:
    heading = (
        "Eight visits was the original request.\nFive visits was authorized by the Claims Administrator.\n"
        "The remaining IMR eligible portion of the original request, three visits is: Upheld"
    )
    record = record_of(letter("MRI of the neck: Upheld", heading, gap="\n"))
    assert record.at("items[1].modification.original").value == "Eight visits"


def test_twenty_five_items_are_all_found() -> None:
    record = record_of(letter(*(f"Lab test number {n} of the blood: Upheld" for n in range(25))))
    assert record.count("items") == 25


@pytest.mark.parametrize("number", ["({})", "{}.", "#{} -", "Issue {}:"])
def test_the_number_before_a_heading_is_of_no_rationale(number: str) -> None:
    record = record_of(letter(*(f"{number.format(place)} Cane number {place}: Upheld" for place in (1, 2, 3))))
    for item in record.each("items"):
        assert str(record.at(f"{item}.rationale").value).endswith("is not medically necessary.")
