"""Which template a letter is of, and where its parts stand."""

from __future__ import annotations

import pytest

from imr_desk.letter.attention import SURE
from imr_desk.letter.entry import Found
from imr_desk.letter.reading import Matched, Unrecognised
from tests.parser.writing import Item, letter, read

ODG = "Decision based on Non-MTUS Citation Official Disability Guidelines, Pain."
OLDER = Item(
    "Soma 350mg #30: Upheld",
    claims="Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants Page(s): 63.",
    maximus=f"The Expert Reviewer did not base their decision on the MTUS. {ODG}",
)
SENTENCE = "The expert reviewer is Board Certified in Neurology and is licensed to practice in Ohio."


@pytest.mark.parametrize(
    ("words", "template"),
    [
        (letter(), "D3"),
        (letter(header=""), "D3"),
        (letter(OLDER, header=""), "D2"),
        (letter(OLDER, credentials=SENTENCE), "D1"),
    ],
)
def test_the_generations_are_told_apart(words: str, template: str) -> None:
    detection = read(words).detection
    assert isinstance(detection, Matched)
    assert detection.template == template
    assert detection.seen


def test_a_text_that_is_no_letter_is_not_recognised_and_has_no_fields() -> None:
    parsed = read("Dear Sir,\n\nplease find our invoice for 12 chairs dated 1/2/2016.\n\nYours")
    assert isinstance(parsed.detection, Unrecognised)
    assert all(entry.value is None for entry in parsed.record.entries.values())


def test_an_unknown_letter_is_read_by_its_labels_with_less_confidence() -> None:
    known = letter("MRI of the neck: Upheld")
    strange = known.replace("HOW THE IMR FINAL DETERMINATION WAS MADE", "OUR WAY")
    strange = strange.replace("IMR ISSUES, DECISIONS AND RATIONALES", "WHAT WE FOUND").replace("MTUS", "State")
    parsed = read(strange)
    assert isinstance(parsed.detection, Unrecognised)
    entry = parsed.record.at("items[0].request")
    assert entry.value == "MRI of the neck"
    assert 0.0 < entry.outcome.confidence < read(known).record.at("items[0].request").outcome.confidence
    found = [one.outcome for one in parsed.record.entries.values() if isinstance(one.outcome, Found)]
    assert all(outcome.confidence < SURE for outcome in found)


def test_the_map_names_the_parts_in_order() -> None:
    words = letter("MRI of the neck: Upheld")
    parts = {part.name: part.span.of(words) for part in read(words).parts}
    assert list(parts)[:3] == ["header", "reviewer", "summary"]
    assert parts["header"].startswith("Case Number")
    assert parts["summary"].startswith("The injured worker")
    assert parts["items[0].decision"] == "MRI of the neck: Upheld"
    assert parts["items[0].rationale"].endswith("necessary.")


@pytest.mark.parametrize(
    ("heading", "misspelt"),
    [
        ("CLINICAL CASE SUMMARY", "CLINICAL CASE SUMARY"),
        ("IMR ISSUES, DECISIONS AND RATIONALES", "IMR ISSUES, DECISONS\nAND RATIONALES"),
    ],
)
def test_a_heading_misspelt_or_broken_is_still_the_heading(heading: str, misspelt: str) -> None:
    parsed = read(letter("MRI of the neck: Upheld").replace(heading, misspelt))
    assert parsed.record.at("patient.age").value == 47
    assert parsed.record.at("items[0].request").value == "MRI of the neck"
