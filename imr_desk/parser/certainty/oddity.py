"""Values that do not look like one of their kind, and numbers and dates that others beside them rival."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from imr_desk.letter import path as paths
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.parser.words.dates import find_dates
from imr_desk.parser.words.phrases import phrase
from imr_desk.parser.words.printed import printed
from imr_desk.parser.words.vocabulary import load_vocabulary

_SMALL = r"(?:and|or|of|with|in|at|to|for|under|the)"
_CUT = printed(rf"{_SMALL}\b.*|.*\b{_SMALL}|.*, (?:left|right|upper|lower|cervical|thoracic|lumbar)|[^A-Za-z0-9(]*")
"""Words that begin or end in mid-phrase."""
_TELLS = printed(r"\b(?:was|were|is|are|has|have|had|will)\b")
_COUNTS = printed(
    r"(?<![\w./#-])\d+(?:\.\d+)?(?![\w/.-]| ?(?:mgs?|mcg|%|ml|gm?|panel|level|min(?:ute)?s?|hours?|hrs?)\b)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?! ?\()"
)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_CASE_NUMBER = re.compile(r"CM\d\d-\d{7}")
COUNTED = ("service.visits", "service.per_week", "service.weeks", "medication.quantity", "medication.refills")
MEASURED = (*COUNTED, "medication.strength", "medication.name")


def odd(text: str, record: Record) -> Iterator[str]:
    """The paths of list entries whose words look like a part of one, or more than one, or of another kind; of a case
    number that has not the shape of others."""
    case = record.at("header.case_number").value
    if case is not None and not _CASE_NUMBER.fullmatch(str(case)):
        yield "header.case_number"
    for path, entry in record.entries.items():
        words = " ".join(entry.span.of(text).split()) if entry.span else ""
        pattern = paths.pattern(path)
        if not words:
            continue
        if pattern == "diagnoses[]":
            strange = _is_piece(words) or bool(_TELLS.search(words)) or not phrase("diagnosis.disorders").search(words)
        elif pattern.endswith("citations[].title"):
            strange = _is_piece(words) or not _is_chapter(words)
        else:
            strange = pattern.endswith("sections[]") and (_is_piece(words) or _may_be_two(words))
        if strange:
            yield path


def rivalled(text: str, record: Record) -> Iterator[str]:
    """The paths of events and counts beside which another stands that no field has taken."""
    events = list(record.each("ur_events"))
    for event in events:
        told = record.at(f"{event}.text").span
        if told and len({iso for _, iso in find_dates(text, told)}) > 1:
            yield f"{event}.date"
        if len(events) > 1 and record.at(f"{event}.action").value == "approved":
            yield from (f"{event}.date", f"{event}.action")
    for item in record.each("items"):
        section = "medication" if record.at(f"{item}.kind").value == "drug" else "service"
        if not _adds_up(record, item) and _has_other_counts(text, record, item):
            yield from (f"{item}.{name}" for name in COUNTED if name.startswith(section))


def _adds_up(record: Record, item: str) -> bool:
    """Whether so many a week for so many weeks make the visits: no other number is meant then."""
    visits, per_week, weeks = (record.at(f"{item}.service.{name}").value for name in ("visits", "per_week", "weeks"))
    return isinstance(per_week, int) and isinstance(weeks, int) and visits == per_week * weeks


def _is_piece(words: str) -> bool:
    """Whether the words begin or end in mid-phrase or within parentheses."""
    depths = list(accumulate((sign == "(") - (sign == ")") for sign in words))
    return min(depths) < 0 or depths[-1] > 0 or bool(_CUT.fullmatch(words))


def _may_be_two(section: str) -> bool:
    """Whether a comma may part two sections: one without a number that is no topic known to hold a comma."""
    commas = "," in _IN_PARENTHESES.sub("", section)
    return commas and not section[:1].isdigit() and load_vocabulary().exact("topics", section) is None


@lru_cache(maxsize=256)
def _is_chapter(title: str) -> bool:
    """Whether the title opens with the name of a known chapter."""
    lists = (load_vocabulary().choices(name) for name in ("chapters", "odg_chapters"))
    names = (word for choices in lists for choice in choices for word in (choice.value, *choice.aliases))
    return title.casefold().startswith(tuple(name.casefold() for name in names))


def _has_other_counts(text: str, record: Record, item: str) -> bool:
    about = record.at(f"{item}.modification.disputed").span or record.at(f"{item}.request").span
    taken = [span for name in MEASURED if (span := record.at(f"{item}.{name}").span)]
    found = _COUNTS.finditer(text, about.start, about.end) if about else ()
    return any(not any(span.overlaps(Span(*match.span())) for span in taken) for match in found)
