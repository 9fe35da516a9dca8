"""Letters in the shape that labels are written in: what `parse` and `export` print, and back.

Beyond the shape each leaf bears `start` and `end`, its offsets into the letter's text, and a person's `state`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from imr_desk.exchange.places import Json, place_json, span_in
from imr_desk.exchange.record import read_record, record_json
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, Matched, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.text import NO_TEXT, LetterText


class Labelled(Protocol):
    """A letter that people have worked on, as the store hands it out."""

    @property
    def outcome(self) -> Reading | Failure: ...
    @property
    def record(self) -> Record: ...
    @property
    def highlights(self) -> tuple[Highlight, ...]: ...
    @property
    def acknowledged(self) -> Mapping[str, str]: ...
    @property
    def reviewed_by(self) -> str: ...
    @property
    def reviewed_at(self) -> str: ...


def to_json(reading: Reading) -> Json:
    """What the program itself read in a letter."""
    findings = [_finding_json(finding) for finding in reading.findings]
    return {**_source_json(reading), **record_json(reading.record, reading.text), "findings": findings}


def labelled_json(letter: Labelled) -> Json:
    """What people made of a letter: the record as it is now, highlights, and who stands behind it."""
    text = letter.outcome.text if isinstance(letter.outcome, Reading) else NO_TEXT
    source = _source_json(letter.outcome) if isinstance(letter.outcome, Reading) else error_json(letter.outcome)
    return {
        **source,
        **record_json(letter.record, text),
        "highlights": [_highlight_json(highlight, text) for highlight in letter.highlights],
        "acknowledged": dict(letter.acknowledged),
        "review": {"by": letter.reviewed_by, "at": letter.reviewed_at},
    }


def error_json(failure: Failure) -> Json:
    """A letter that could not be read, on its line."""
    return {"source": {"file": failure.file}, "error": {"kind": failure.kind.value, "message": failure.message}}


def from_json(data: Mapping[str, Any], text: LetterText | None) -> Record:
    """The record that a line or a gold label tells, its places in `text`; see `read_record`. Raises NotInShape."""
    return read_record(data, text)


def highlights_from_json(data: Mapping[str, Any], text: LetterText | None) -> tuple[Highlight, ...]:
    """The highlights that the object tells; those whose place is not found are left out."""
    placed = ((one, span_in(one, text)) for one in data.get("highlights", ()))
    return tuple(
        Highlight(one["id"], one["label"], span, one.get("memo", ""), one.get("suggested_by", ""))
        for one, span in placed
        if span is not None
    )


def _source_json(reading: Reading) -> Json:
    source = reading.source
    template = reading.detection.template if isinstance(reading.detection, Matched) else None
    about = {"file": source.file, "sha256": source.sha256, "pages": source.pages, "template": template}
    return {"source": {**about, "text_layer": source.text_layer.value}}


def _finding_json(finding: Finding) -> Json:
    about = {"rule": finding.rule, "severity": finding.severity.value, "message": finding.message}
    return {**about, "fields": list(finding.fields)}


def _highlight_json(highlight: Highlight, text: LetterText) -> Json:
    about = {"id": highlight.id, "label": highlight.label, "text": text.printed(highlight.span)}
    made = {"memo": highlight.memo, "suggested_by": highlight.suggested_by}
    return {**about, **place_json(highlight.span, text), **made}
