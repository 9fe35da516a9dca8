"""One field in the printed shape: its value with its words, place and rule, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imr_desk.exchange.places import Json, place_json, span_in
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome, State
from imr_desk.letter.text import LetterText

GIVEN = "given"
"""The rule of a value that came in from elsewhere without one."""


def entry_json(entry: Entry, text: LetterText) -> Json:
    """The entry with all that is known of it; a person's part in it only where there is one."""
    data = outcome_json(entry.outcome, text)
    if entry.by_person:
        data["state"] = entry.state.value
    if entry.parser is not None:
        data["parser"] = outcome_json(entry.parser, text)
    return data


def outcome_json(outcome: Outcome, text: LetterText) -> Json:
    """The outcome; what has no place bears its value in the place of its words, and no rectangles."""
    place: Json = {}
    if outcome.span is not None:
        place = {"text": text.printed(outcome.span), **place_json(outcome.span, text)}
    known = {"confidence": outcome.confidence, "rule": outcome.rule}
    if isinstance(outcome, Absent):
        return {"absent": outcome.why.value, **place, **known}
    origin = {} if outcome.origin is Origin.CAPTURED else {"origin": outcome.origin.value}
    return {"value": outcome.value, "text": str(outcome.value), **place, **known, **origin}


def entry_of(data: Mapping[str, Any], text: LetterText | None) -> Entry:
    """The inverse of `entry_json`; also of a leaf of the gold labels, which have no places."""
    parser = data.get("parser")
    state = State(data.get("state", State.MACHINE))
    return Entry(_outcome(data, text), state, None if parser is None else _outcome(parser, text))


def _outcome(data: Mapping[str, Any], text: LetterText | None) -> Outcome:
    span = span_in(data, text)
    rule, confidence = data.get("rule", GIVEN), data.get("confidence", 1.0)
    if "absent" in data:
        return Absent(Absence(data["absent"]), span, rule, confidence)
    value = data["value"] if "value" in data else data["text"]
    return Found(value, span, rule, confidence, Origin(data.get("origin", Origin.CAPTURED)))
