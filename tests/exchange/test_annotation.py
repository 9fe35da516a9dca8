"""The annotation shape: exact in what it prints, and read back to the very same record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imr_desk.exchange.annotation import (
    error_json,
    from_json,
    highlights_from_json,
    labelled_json,
    to_json,
)
from imr_desk.exchange.errors import NotInShape
from imr_desk.exchange.record import record_json
from imr_desk.intake.read import read_letter
from imr_desk.letter.entry import NOTHING, Absence, Absent, Entry, Found, Origin, State
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.record import Record, blank_entry
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from tests.making import found, letter_text, reading
from tests.store.drawing import highlights, readings

TEXT = "Case CM16-0000001\nNorco 10/325mg #60 is\nnot medically necessary.\fA 54-year-old man. Norco again."


@dataclass(frozen=True)
class Kept:
    """A letter as a store hands it out."""

    outcome: Reading | Failure
    record: Record
    highlights: tuple[Highlight, ...] = ()
    acknowledged: dict[str, str] = field(default_factory=dict)
    reviewed_by: str = ""
    reviewed_at: str = ""


def said(record: Record) -> dict[str, Entry]:
    """All that a record says: a field that is not there is one that was not found."""
    return {path: entry for path, entry in record.entries.items() if entry != NOTHING}


def without_ingredients(record: Record) -> dict[str, int]:
    """The lengths of the lists, but for those of a medication, which may not be there at all."""
    return {listing: length for listing, length in record.counts.items() if "medication" not in listing}


def item(**entries: Entry) -> dict[str, Entry]:
    blank = {f"items[0]{tail}": entry for tail, entry in blank_entry("items").items()}
    return {**blank, **{f"items[0].{name.replace('__', '.')}": entry for name, entry in entries.items()}}


def computed(value: str) -> Entry:
    return Entry(Found(value, None, "kind", 0.9, Origin.COMPUTED))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_what_is_printed_reads_back_to_the_same_record(read: Reading) -> None:
    data = json.loads(json.dumps(to_json(read)))
    back = from_json(data, read.text)
    assert said(back) == said(read.record)
    assert without_ingredients(back) == without_ingredients(read.record)
    assert said(from_json(data, None)) == said(read.record)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_highlights_read_back_the_same(data: st.DataObject) -> None:
    read = data.draw(readings())
    marks = tuple(data.draw(st.lists(highlights(read.text), max_size=3)))
    printed = json.loads(json.dumps(labelled_json(Kept(read, read.record, marks))))
    assert highlights_from_json(printed, read.text) == marks
    assert said(from_json(printed, read.text)) == said(read.record)


def test_a_leaf_tells_value_words_page_rectangles_confidence_and_rule() -> None:
    leaf = to_json(reading(TEXT, {"patient.age": found(TEXT, "54", 54)}))["patient"]["age"]
    assert leaf == {
        "value": 54,
        "text": "54",
        "page": 2,
        "rects": [[20.0, 0.0, 40.0, 12.0]],
        "start": TEXT.index("54-"),
        "end": TEXT.index("-year"),
        "confidence": 0.99,
        "rule": "test",
    }


def test_a_span_over_lines_has_a_rectangle_a_line_and_its_words_parted_by_single_blanks() -> None:
    start = TEXT.index("#60")
    entry = Entry(Found("x", Span(start, TEXT.index(" medically")), "test", 0.9))
    leaf = to_json(reading(TEXT, item(request=entry)))["items"][0]["request"]
    assert (leaf["text"], [len(rect) for rect in leaf["rects"]]) == ("#60 is not", [4, 4])


def test_a_span_over_a_page_break_gives_each_rectangle_its_page() -> None:
    entry = Entry(Found("x", Span(TEXT.index("necessary"), TEXT.index("54-") + 2), "test", 0.9))
    leaf = to_json(reading(TEXT, item(rationale=entry)))["items"][0]["rationale"]
    assert (leaf["page"], [rect[4] for rect in leaf["rects"]], leaf["text"]) == (1, [1, 2], "necessary. A 54")


@pytest.mark.parametrize(
    ("entries", "medication", "service"),
    [
        (item(kind=computed("drug"), medication__name=found(TEXT, "Norco")), True, False),
        (item(kind=computed("service")), False, True),
        (item(medication__name=found(TEXT, "Norco")), False, False),
    ],
    ids=["a drug", "a service", "neither is known"],
)
def test_an_item_has_the_part_that_its_kind_says(entries: dict[str, Entry], medication: bool, service: bool) -> None:
    printed = to_json(reading(TEXT, entries))["items"][0]
    assert (printed["medication"] is not None, printed["service"] is not None) == (medication, service)
    assert "kind" not in printed


def test_a_modification_is_there_where_one_of_its_parts_was_found() -> None:
    assert to_json(reading(TEXT, item()))["items"][0]["modification"] is None
    with_one = item(modification__authorized=found(TEXT, "Norco"))
    assert to_json(reading(TEXT, with_one))["items"][0]["modification"]["authorized"]["text"] == "Norco"


def test_a_guideline_is_an_object_also_without_a_text() -> None:
    blank = {"text": None, "basis": None, "citations": []}
    assert to_json(reading(TEXT, item()))["items"][0]["maximus_guideline"] == blank
    words = to_json(reading(TEXT, item(maximus_guideline__text=found(TEXT, "Norco"))))["items"][0]["maximus_guideline"]
    assert (words["text"], words["page"], len(words["rects"]), words["basis"]) == ("Norco", 1, 1, None)


def test_a_conclusion_tells_its_polarity_and_its_sentence() -> None:
    entry = found(TEXT, "is\nnot medically necessary.", "not_necessary")
    conclusion = to_json(reading(TEXT, item(conclusion=entry)))["items"][0]["conclusion"]
    assert conclusion["polarity"] == conclusion["value"] == "not_necessary"
    assert conclusion["text"] == "is not medically necessary."


def test_an_absent_field_is_null_and_why_it_is_absent_stands_besides() -> None:
    absent = Entry(Absent(Absence.STATED_UNKNOWN, Span(0, 4), "unknown_age", 0.9))
    data = to_json(reading(TEXT, {"patient.age": absent}))
    assert data["patient"]["age"] is None
    assert data["besides"]["patient.age"]["absent"] == "stated_unknown"


def test_a_persons_correction_tells_its_state_and_what_the_parser_said() -> None:
    parsers = found(TEXT, "54", 54)
    corrected = parsers.corrected(Found(45, None, "", 1.0, Origin.TYPED))
    letter = Kept(reading(TEXT, {"patient.age": parsers}), Record({"patient.age": corrected}), reviewed_by="ann")
    data = labelled_json(letter)
    leaf = data["patient"]["age"]
    assert (leaf["value"], leaf["state"], leaf["origin"], leaf["parser"]["value"]) == (45, "corrected", "typed", 54)
    assert data["review"]["by"] == "ann"
    assert from_json(data, None).at("patient.age") == corrected
    assert corrected.state is State.CORRECTED


def test_findings_and_source_are_told() -> None:
    read = reading(TEXT, {})
    finding = Finding("X01", Severity.ERROR, "No decision.", ("items[0].decision",))
    data = to_json(Reading(read.source, read.text, read.detection, (), read.record, (finding,)))
    assert data["findings"] == [
        {"rule": "X01", "severity": "error", "message": "No decision.", "fields": ["items[0].decision"]}
    ]
    assert (data["source"]["file"], data["source"]["template"], data["source"]["text_layer"]) == (
        "letter.pdf",
        "D3",
        "embedded",
    )


def test_a_letter_that_could_not_be_read_is_a_line_of_its_own() -> None:
    assert error_json(Failure("a.pdf", FailureKind.EMPTY_FILE, "It is empty.")) == {
        "source": {"file": "a.pdf"},
        "error": {"kind": "empty_file", "message": "It is empty."},
    }


def leaves(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "rects" in node:
            yield node
        for child in node.values():
            yield from leaves(child)
    elif isinstance(node, list):
        for child in node:
            yield from leaves(child)


def test_places_are_found_again_from_rectangles_and_words_alone() -> None:
    entries = {"patient.age": found(TEXT, "54", 54), "header.case_number": found(TEXT, "CM16-0000001")}
    read = reading(TEXT, {**entries, **item(request=found(TEXT, "#60 is\nnot"))})
    data = to_json(read)
    for leaf in leaves(data):
        del leaf["start"], leaf["end"]
    assert said(from_json(data, read.text)) == said(read.record)


@pytest.mark.parametrize(
    ("words", "span"),
    [("54", Span(TEXT.index("54-"), TEXT.index("54-") + 2)), ("Norco", None), ("Vicodin", None)],
    ids=["once", "twice", "nowhere"],
)
def test_words_without_a_place_are_placed_where_they_stand_once(words: str, span: Span | None) -> None:
    gold = {"patient": {"age": {"value": 7, "text": words}}}
    assert from_json(gold, letter_text(TEXT)).at("patient.age").span == span


def test_a_computed_value_that_happens_to_stand_in_the_text_gets_no_place() -> None:
    read = reading(TEXT, item(category=computed("man"), request=Entry(Found("54-year-old", None, "rule", 0.9))))
    assert said(from_json(to_json(read), read.text)) == said(read.record)


@pytest.mark.parametrize("data", [{"header": "x"}, {"items": [{"decision": "upheld"}]}, {"patient": {"age": {}}}])
def test_another_shape_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(NotInShape, match="annotation shape"):
        from_json(data, None)


def test_gold_labels_read_and_print_again_the_same(real_letters: Path) -> None:
    for path in sorted((real_letters / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        printed = record_json(from_json(gold, None), LetterText("", (), ()))
        assert list(differences(gold, printed)) == [], path.name


def differences(gold: Any, printed: Any, path: str = "") -> Iterator[str]:
    """Where what is printed lacks or changes something that the gold label tells; words need a text to stand in."""
    match gold:
        case dict():
            for name in gold.keys() - {"id", "polarity" if path.endswith("conclusion") else "id"}:
                if name == "text" and "text" in printed and not path.endswith("_guideline"):
                    continue
                yield from differences(gold[name], (printed or {}).get(name), f"{path}.{name}")
        case list():
            if len(gold) != len(printed):
                yield path
            for place, (one, other) in enumerate(zip(gold, printed, strict=False)):
                yield from differences(one, other, f"{path}[{place}]")
        case _:
            if gold != printed:
                yield f"{path}: {gold!r} printed as {printed!r}"


def test_real_letters_are_read_back_from_their_lines_also_by_their_places_alone(real_letters: Path) -> None:
    for path in sorted((real_letters / "pdf").glob("*.pdf"))[::8]:
        read = read_letter(path.read_bytes(), path.name)
        data = json.loads(json.dumps(to_json(read)))
        assert from_json(data, read.text) == read.record, path.name
        for leaf in leaves(data):
            del leaf["start"], leaf["end"]
        assert from_json(data, read.text) == read.record, path.name
