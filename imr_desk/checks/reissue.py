"""F01, the one rule that looks beyond the letter: another letter of the store has its case number."""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.checks.catalogue import catalogue
from imr_desk.checks.sign import sign
from imr_desk.letter.field import form_order, spec_of
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record

RULE = "F01"
_NAMED = 4
"""So many of the fields that differ are named."""


def reissued(record: Record, others: Iterable[tuple[str, Record]]) -> tuple[Finding, ...]:
    """A finding for each other letter of the same case: its file, and the fields in which the two differ."""
    return tuple(
        catalogue()[RULE].finding(sign("header.case_number", file=file, different=_named(record, other)))
        for file, other in others
    )


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """The fields that two records hold different values for, in the form's order."""
    paths = sorted({*one.entries, *other.entries}, key=form_order)
    return tuple(path for path in paths if one.at(path).value != other.at(path).value)


def _named(one: Record, other: Record) -> str:
    names = list(dict.fromkeys(spec_of(path).label.lower() for path in differing(one, other)))
    if not names:
        return "nothing that is kept here"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
