"""How sure the parser is of each field: the record of its rule, and what the letter says for and against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from imr_desk.letter.entry import Entry
from imr_desk.letter.record import Record
from imr_desk.parser.certainty.agreement import agreement
from imr_desk.parser.certainty.calibration import confidence_of
from imr_desk.parser.certainty.oddity import odd, rivalled


class Evidence(StrEnum):
    """What speaks for or against a value beside its rule's record."""

    AGREES = "agrees"
    """Another place of the letter tells the same."""
    DISAGREES = "disagrees"
    UNKNOWN_TEMPLATE = "unknown template"
    RECOGNISED = "recognised"
    """The text was recognised from a picture."""
    ODD = "odd"
    """The words do not look like one entry of their list."""
    RIVALLED = "rivalled"
    """Another number or date stands beside it that could be meant as well."""


def weighed(text: str, record: Record, of_letter: Iterable[Evidence] = ()) -> Record:
    """The record with each entry's confidence as the whole letter makes it; `of_letter` holds for all its fields."""
    evidence = observed(text, record, of_letter)
    return Record({path: _weighed(entry, evidence[path]) for path, entry in record.entries.items()})


def observed(text: str, record: Record, of_letter: Iterable[Evidence] = ()) -> Mapping[str, frozenset[Evidence]]:
    """The evidence there is on each entry, by path."""
    always = frozenset(of_letter)
    seen: dict[str, set[Evidence]] = defaultdict(set)
    for path, agrees in agreement(text, record).items():
        seen[path].add(Evidence.AGREES if agrees else Evidence.DISAGREES)
    for path in odd(text, record):
        seen[path].add(Evidence.ODD)
    for path in rivalled(text, record):
        seen[path].add(Evidence.RIVALLED)
    return {path: always | seen[path] if path in seen else always for path in record}


def _weighed(entry: Entry, evidence: Iterable[Evidence]) -> Entry:
    if not entry.outcome.rule:
        return entry
    sure = confidence_of(entry.outcome.rule, frozenset(evidence))
    if sure == entry.outcome.confidence:
        return entry
    return replace(entry, outcome=replace(entry.outcome, confidence=sure))
