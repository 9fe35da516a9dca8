"""Evidence worth marking: what the rationale finds, misses, quotes and warns of, and the drugs and dates named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.highlight import Highlight
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.parser.parts.outline import Outline
from imr_desk.parser.words.date_role import role_of
from imr_desk.parser.words.dates import find_dates
from imr_desk.parser.words.drugs import drug_mentions
from imr_desk.parser.words.phrases import phrase
from imr_desk.parser.words.printed import sentences

SENTENCES = ("missing_documentation", "guideline_quote", "safety_risk", "criteria", "finding_of_fact")
"""Labels that a whole sentence of a rationale can bear; the first that fits is suggested."""

_UR_TEXT = re.compile(r"ur_events\[\d+\]\.text")


def suggestions(text: str, outline: Outline, record: Record) -> tuple[Highlight, ...]:
    """The highlights in the order of the text; a person takes them over or leaves them."""
    rationales = [item.rationale for item in outline.items if item.rationale]
    read = [*([outline.summary] if outline.summary else []), *rationales]
    ruled = {record.at(f"items[{place}].conclusion").span for place in range(len(outline.items))}
    found = {
        highlight.id: highlight
        for part in (*(_evidence(text, area, ruled) for area in rationales), *(_mentions(text, area) for area in read))
        for highlight in part
    }
    found |= {highlight.id: highlight for highlight in _fields(record)}
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.id)))


def _evidence(text: str, rationale: Span, ruled: set[Span | None]) -> Iterator[Highlight]:
    """The sentences that say what there is, what is missing, what is recommended, and what is at risk."""
    for sentence in sentences(text, rationale):
        if sentence in ruled:
            continue
        label = next(
            (one for one in SENTENCES if phrase(f"evidence.{one}").search(text, sentence.start, sentence.end)), None
        )
        if label:
            yield _highlight(label, sentence)


def _mentions(text: str, area: Span) -> Iterator[Highlight]:
    for mention in drug_mentions(text, area):
        yield _highlight("medication_mention", mention.span, ", ".join(mention.drug.ingredients))
    for span, _ in find_dates(text, area):
        yield _highlight("date_mention", span, role_of(text, span))


def _fields(record: Record) -> Iterator[Highlight]:
    """Diagnoses and what utilization review did, where the fields were found."""
    for path, entry in record.entries.items():
        label = "diagnosis" if path.startswith("diagnoses[") else "ur_event" if _UR_TEXT.fullmatch(path) else None
        if label and entry.span:
            yield _highlight(label, entry.span)


def _highlight(label: str, span: Span, memo: str = "") -> Highlight:
    return Highlight(f"{label}-{span.start}-{span.end}", label, span, memo, f"suggest.{label}")
