"""Parsing a letter: its text in, all that the parser knows of it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.letter.field import single_fields
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Detection, Part, Unrecognised
from imr_desk.letter.record import Record, blank_record
from imr_desk.letter.text import LetterText
from imr_desk.parser.certainty.confidence import Evidence, weighed
from imr_desk.parser.certainty.outcome import Entries, absent, under
from imr_desk.parser.fields.diagnoses import read_diagnoses
from imr_desk.parser.fields.documents import read_documents
from imr_desk.parser.fields.header import read_header
from imr_desk.parser.fields.item import read_item
from imr_desk.parser.fields.patient import read_patient
from imr_desk.parser.fields.reviewer import read_reviewer
from imr_desk.parser.fields.ur_events import read_ur_events
from imr_desk.parser.parts.detect import detect, template_of
from imr_desk.parser.parts.outline import Outline
from imr_desk.parser.parts.segment import segment
from imr_desk.parser.suggest import suggestions
from imr_desk.parser.words.phrases import phrase
from imr_desk.parser.words.printed import without_footers


@dataclass(frozen=True)
class Parsed:
    """What the parser made of a letter: its template, its parts, its fields, and evidence worth marking."""

    detection: Detection
    parts: tuple[Part, ...]
    record: Record
    suggestions: tuple[Highlight, ...] = ()


def parse(text: LetterText, *, recognised: bool = False) -> Parsed:
    """Read a letter; any text at all yields a record, with fields absent where nothing was seen.

    `recognised` tells that the text comes from a picture, which makes every field less sure.
    """
    detection = detect(text.text)
    words = without_footers(text.text, phrase("page.footers"))
    outline = segment(words, template_of(detection))
    read = Record({**blank_record().entries, **_read(words, outline)})
    record = weighed(words, read, _doubts(detection, recognised))
    return Parsed(detection, tuple(outline.parts()), record, suggestions(words, outline, record))


def _doubts(detection: Detection, recognised: bool) -> Iterator[Evidence]:
    if isinstance(detection, Unrecognised):
        yield Evidence.UNKNOWN_TEMPLATE
    if recognised:
        yield Evidence.RECOGNISED


def _read(text: str, outline: Outline) -> Entries:
    entries = under("header", read_header(text, outline.opening))
    entries |= under("reviewer", read_reviewer(text, outline.reviewer))
    entries |= under("patient", read_patient(text, outline.summary))
    entries |= under("diagnoses", read_diagnoses(text, outline.summary))
    entries |= under("ur_events", read_ur_events(text, outline.summary))
    entries |= under("documents", read_documents(text, outline.documents))
    for place, item in enumerate(outline.items):
        entries |= under(f"items[{place}]", _complete(read_item(text, item)))
    return entries


def _complete(item: Entries) -> Entries:
    """The item with every single field of its own, those that nothing was found for as absent."""
    names = (spec.pattern.removeprefix("items[].") for spec in single_fields("items[]"))
    return {name: absent("item.no such field") for name in names} | item
