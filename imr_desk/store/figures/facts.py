"""What can be counted of a letter, kept beside it: its outcomes by their groups, its findings, its corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from sqlite_utils import Database

from imr_desk.letter.finding import Finding
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.store.figures.judging import fields_judged
from imr_desk.store.file import tables
from imr_desk.store.kept.stored import StoredLetter


class Dimension(StrEnum):
    """What letters are counted by: items by all but the last two."""

    ALL = "all"
    CATEGORY = "category"
    DRUG = "drug"
    SPECIALTY = "specialty"
    MONTH = "month"
    """Of the decision, `2016-10`."""
    REVIEWED = "reviewed"
    """What utilization review did: see `Reviewed`."""
    FINDING = "finding"
    """By rule; `open` or `acknowledged`."""
    CORRECTED = "corrected"
    """Verified letters in which a field, by its pattern, holds another value than the parser's."""


class Reviewed(StrEnum):
    """What utilization review did with an item."""

    DENIED = "denied"
    MODIFIED = "modified"


class Handling(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"


TELLING = frozenset({LetterState.VERIFIED, LetterState.REJECTED})
"""The states that make a difference to what is counted of a letter."""

Fact = tuple[Dimension, str, str]
"""A dimension, the value in it (empty where the letter does not say), and what came out: a decision, a handling."""


def facts_of(letter: StoredLetter, findings: Iterable[Finding]) -> Counter[Fact]:
    """How often each fact is true of a letter; a rejected one is no letter to count, and has none."""
    if letter.state is LetterState.REJECTED or not isinstance(letter.outcome, Reading):
        return Counter()
    facts = Counter(_outcomes(letter.record))
    facts.update(_standing(finding, letter) for finding in findings)
    if letter.state is LetterState.VERIFIED:
        judged = fields_judged(letter).items()
        facts.update({(Dimension.CORRECTED, field, ""): record.of - record.right for field, record in judged})
    return +facts


def write(db: Database, letter: StoredLetter, findings: Iterable[Finding]) -> None:
    """Keep what is true of the letter now in the place of what was."""
    verified = letter.state is LetterState.VERIFIED
    now = {(*fact, times, verified) for fact, times in facts_of(letter, findings).items()}
    if now != set(db.execute(_OF_LETTER, [letter.id])):
        tables.take_out(db, "facts", letter_id=letter.id)
        db.conn.executemany(_PUT, [(*row, letter.id) for row in now])


def _outcomes(record: Record) -> Iterator[Fact]:
    """Each item's decision, once for every group that the item is in."""
    of_letter = [(Dimension.ALL, ""), (Dimension.MONTH, _month(record))]
    of_letter += [(Dimension.SPECIALTY, name) for name in _specialties(record)]
    for item in record.each("items"):
        decision = _said(record, f"{item}.decision")
        for dimension, value in (*of_letter, *_groups_of(record, item)):
            yield dimension, value, decision


def _groups_of(record: Record, item: str) -> Iterator[tuple[Dimension, str]]:
    yield Dimension.CATEGORY, _said(record, f"{item}.category")
    authorized = _said(record, f"{item}.modification.authorized")
    yield Dimension.REVIEWED, Reviewed.MODIFIED if authorized else Reviewed.DENIED
    if _said(record, f"{item}.kind") == "drug":
        yield Dimension.DRUG, _said(record, f"{item}.medication.name")


def _specialties(record: Record) -> Sequence[str]:
    named = dict.fromkeys(_said(record, path) for path in record.each("reviewer.specialties"))
    return [*named] or [""]


def _month(record: Record) -> str:
    date = _said(record, "header.decision_date")
    return date[:7] if len(date) >= 7 else ""


def _said(record: Record, path: str) -> str:
    return tables.writable(str(record.at(path).value or ""))


def _standing(finding: Finding, letter: StoredLetter) -> Fact:
    standing = Handling.ACKNOWLEDGED if finding.key in letter.acknowledged else Handling.OPEN
    return Dimension.FINDING, finding.rule, standing


_OF_LETTER = "SELECT dimension, value, outcome, times, verified FROM facts WHERE letter_id = ?"
_PUT = "INSERT INTO facts (dimension, value, outcome, times, verified, letter_id) VALUES (?, ?, ?, ?, ?, ?)"
