"""The calibration data and the parser's rules are in step, and confidence follows what the letter says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk import parser
from imr_desk.letter.attention import SURE
from imr_desk.letter.record import Record
from imr_desk.parser.certainty.agreement import agreement
from imr_desk.parser.certainty.calibration import LEAST, MOST, Calibration, load_calibration
from imr_desk.parser.certainty.confidence import Evidence
from imr_desk.parser.parse import parse
from imr_desk.samples.bulk import many
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Quirk, Variation


@cache
def records() -> tuple[Record, ...]:
    return tuple(parse(letter.text).record for letter in many(60, 4_000))


def rules_met() -> Iterator[str]:
    return (entry.outcome.rule for record in records() for entry in record.entries.values() if entry.outcome.rule)


def test_every_rule_that_letters_meet_is_judged() -> None:
    assert {rule for rule in rules_met()} - set(load_calibration().judged) == set()


def rules_named_in(module: Path) -> Iterator[str]:
    """The rule names that a module of the parser writes out where it makes an entry."""
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _RULE_AT:
            for argument in call.args[_RULE_AT[call.func.id] :][:1]:
                chosen = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
                yield from (str(one.value) for one in chosen if isinstance(one, ast.Constant))


_RULE_AT = {"found": 2, "absent": 0, "computed": 1}


def test_every_rule_that_the_parser_names_is_judged() -> None:
    named = {rule for module in Path(parser.__path__[0]).rglob("*.py") for rule in rules_named_in(module)}
    assert len(named) > 50
    assert named - set(load_calibration().judged) == set()


def test_every_rule_that_was_counted_is_judged() -> None:
    assert set(load_calibration().records) - set(load_calibration().judged) == set()


def test_every_kind_of_evidence_has_its_weight_and_no_other() -> None:
    assert set(load_calibration().weights) == {one.value for one in Evidence}


def test_what_speaks_for_a_value_raises_and_what_speaks_against_it_lowers_confidence() -> None:
    weights = load_calibration().weights
    assert weights[Evidence.AGREES] >= 0
    assert all(weights[one] < 0 for one in (Evidence.DISAGREES, Evidence.UNKNOWN_TEMPLATE, Evidence.RECOGNISED))


def test_nobody_judges_without_counting_that_a_rule_is_all_but_certain() -> None:
    assert max(load_calibration().judged.values()) <= 0.97


@given(st.sampled_from(sorted(load_calibration().judged)), st.sets(st.sampled_from(Evidence)))
def test_nothing_is_certain(rule: str, evidence: set[Evidence]) -> None:
    assert LEAST <= load_calibration().confidence(rule, evidence) <= MOST


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0.1, 0.97))
def test_a_record_lies_between_what_was_judged_and_what_was_counted(right: int, wrong: int, judged: float) -> None:
    of = right + wrong
    record = Calibration({"r": judged}, {"r": (right, of)}, {}).record_of("r")
    counted = right / of if of else judged
    assert min(judged, counted) - 1e-9 <= record <= max(judged, counted) + 1e-9


def test_one_sighting_does_not_make_a_rule_sure() -> None:
    assert Calibration({"r": 0.9}, {"r": (1, 1)}, {}).record_of("r") < SURE


def conflicting() -> Variation:
    return Variation(items=1, quirks=frozenset({Quirk.CONFLICTING_DATES}))


@pytest.mark.parametrize(("variation", "agrees"), [(Variation(items=1), True), (conflicting(), False)])
def test_the_header_and_the_summary_are_held_against_each_other(variation: Variation, agrees: bool) -> None:
    letter = generate(3, variation)
    told = agreement(letter.text.text, letter.truth)
    assert told["header.date_of_injury"] is told["patient.injury_date"] is agrees


def test_a_decision_against_its_conclusion_is_less_sure() -> None:
    told = {
        quirks: parse(generate(8, Variation(items=1, quirks=quirks)).text).record.at("items[0].decision").outcome
        for quirks in (frozenset(), frozenset({Quirk.CONTRADICTION}))
    }
    agreed, contradicted = told.values()
    assert contradicted.confidence < agreed.confidence


def test_a_recognised_letter_is_less_sure() -> None:
    text = generate(5).text
    path = "items[0].request"
    scanned = parse(text, recognised=True).record.at(path).outcome.confidence
    assert scanned < parse(text).record.at(path).outcome.confidence
