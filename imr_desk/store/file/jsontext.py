"""Entries, highlights and readings as JSON text, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome, State
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.highlight import Highlight, Label, LabelSet
from imr_desk.letter.reading import Detection, Matched, Part, Reading, Source, TextLayer, Unrecognised
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState, Review
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.letter.work import Work

Json = dict[str, Any]


def written(value: object) -> str:
    """JSON text in its shortest form, keys in order: equal values give equal text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def write_entry(entry: Entry) -> str:
    """An entry as JSON text; what is as usual is left out."""
    data = _outcome_json(entry.outcome)
    if entry.by_person:
        data["state"] = entry.state.value
    if entry.parser is not None:
        data["parser"] = _outcome_json(entry.parser)
    return written(data)


@lru_cache(maxsize=8192)
def read_entry(text: str) -> Entry:
    """The inverse of `write_entry`; ValueError or KeyError where it is no entry.

    With every change to a letter all its entries are read, and but one of them are as before.
    """
    data = json.loads(text)
    parser = data.get("parser")
    return Entry(_outcome(data), State(data.get("state", State.MACHINE)), None if parser is None else _outcome(parser))


def write_highlight(highlight: Highlight) -> str:
    """A highlight as JSON text."""
    return written(_highlight_json(highlight))


def read_highlight(text: str) -> Highlight:
    """The inverse of `write_highlight`."""
    return _highlight(json.loads(text))


def write_reason(reason: str) -> str:
    """A person's reason as JSON text."""
    return written(reason)


def read_reason(text: str) -> str:
    """The inverse of `write_reason`."""
    return str(json.loads(text))


def write_review(review: Review) -> str:
    """Where a letter stands as JSON text."""
    return written({"state": review.state.value, "reason": review.reason})


def read_review(text: str) -> Review:
    """The inverse of `write_review`."""
    data = json.loads(text)
    return Review(LetterState(data["state"]), data["reason"])


def write_work(work: Work) -> str:
    """A letter's place in the work as JSON text."""
    return written({"priority": work.priority, "assignee": work.assignee})


def read_work(text: str) -> Work:
    """The inverse of `write_work`."""
    data = json.loads(text)
    return Work(data["priority"], data["assignee"])


def write_labels(label_set: LabelSet) -> str:
    """A label set as JSON text."""
    labels = [{"id": one.id, "name": one.name, "colour": one.colour, "key": one.key} for one in label_set.labels]
    return written({"name": label_set.name, "labels": labels})


def read_labels(text: str) -> LabelSet:
    """The inverse of `write_labels`."""
    data = json.loads(text)
    labels = (Label(one["id"], one["name"], one["colour"], one["key"]) for one in data["labels"])
    return LabelSet(data["name"], tuple(labels))


def write_about(reading: Reading) -> str:
    """All of a reading but its text and its record, which are kept elsewhere."""
    return written(
        {
            "source": {
                "file": reading.source.file,
                "sha256": reading.source.sha256,
                "pages": reading.source.pages,
                "text_layer": reading.source.text_layer.value,
            },
            "detection": _detection_json(reading.detection),
            "parts": [[part.name, *_ends(part.span)] for part in reading.parts],
            "findings": [_finding_json(finding) for finding in reading.findings],
            "suggestions": [_highlight_json(suggestion) for suggestion in reading.suggestions],
        }
    )


def read_about(text: str, letter_text: LetterText, record: Record) -> Reading:
    """The inverse of `write_about`, given the parts that are kept elsewhere."""
    data = json.loads(text)
    source = data["source"]
    return Reading(
        Source(source["file"], source["sha256"], source["pages"], TextLayer(source["text_layer"])),
        letter_text,
        _detection(data["detection"]),
        tuple(Part(name, Span(start, end)) for name, start, end in data["parts"]),
        record,
        tuple(_finding(one) for one in data["findings"]),
        tuple(_highlight(one) for one in data["suggestions"]),
    )


def _outcome_json(outcome: Outcome) -> Json:
    data: Json = {}
    if outcome.span is not None:
        data["span"] = _ends(outcome.span)
    if outcome.rule:
        data["rule"] = outcome.rule
    if outcome.confidence:
        data["confidence"] = outcome.confidence
    if isinstance(outcome, Absent):
        return {**data, "absent": outcome.why.value}
    if outcome.origin is not Origin.CAPTURED:
        data["origin"] = outcome.origin.value
    return {**data, "value": outcome.value}


def _outcome(data: Mapping[str, Any]) -> Outcome:
    span = Span(*data["span"]) if "span" in data else None
    rule, confidence = data.get("rule", ""), data.get("confidence", 0.0)
    if "absent" in data:
        return Absent(Absence(data["absent"]), span, rule, confidence)
    return Found(data["value"], span, rule, confidence, Origin(data.get("origin", Origin.CAPTURED)))


def _detection_json(detection: Detection) -> Json:
    match detection:
        case Matched(template, seen, missed):
            return {"template": template, "seen": seen, "missed": missed}
        case Unrecognised(seen):
            return {"seen": seen}


def _detection(data: Mapping[str, Any]) -> Detection:
    if "template" in data:
        return Matched(data["template"], tuple(data["seen"]), tuple(data["missed"]))
    return Unrecognised(tuple(data["seen"]))


def _finding_json(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "fields": finding.fields,
    }


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(data["rule"], Severity(data["severity"]), data["message"], tuple(data["fields"]))


def _highlight_json(highlight: Highlight) -> Json:
    return {
        "id": highlight.id,
        "label": highlight.label,
        "span": _ends(highlight.span),
        "memo": highlight.memo,
        "suggested_by": highlight.suggested_by,
    }


def _highlight(data: Mapping[str, Any]) -> Highlight:
    return Highlight(data["id"], data["label"], Span(*data["span"]), data["memo"], data["suggested_by"])


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]
