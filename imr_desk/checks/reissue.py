"""F01, the one rule that looks beyond the letter: another letter of the store has its case number."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import count

from imr_desk.checks.catalogue import catalogue
from imr_desk.checks.sign import sign
from imr_desk.letter.field import form_order, spec_of
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record, rebased

RULE = "F01"
_NAMED = 4
"""So many of the fields that differ are named."""


def reissued(record: Record, others: Iterable[tuple[str, Record]]) -> tuple[Finding, ...]:
    """A finding for each other letter of the same case: its file, and the fields in which the two differ."""
    return tuple(
        catalogue()[RULE].finding(sign("header.case_number", file=file, different=_named(record, other)))
        for file, other in others
    )


def aligned(one: Record, other: Record) -> Record:
    """The other record with its list entries numbered as those of `one` that they correspond to.

    Items correspond by their request, other entries by all their values; what stands between two that do, pairs in
    order, and what is left over comes after the last of `one`.
    """
    entries = {path: other.at(path) for path in other if "[" not in path}
    for listing in other.counts:
        if "[" not in listing:
            for entry, number in zip(other.each(listing), _numbers(one, other, listing), strict=True):
                below = ((path, other.at(path)) for path in other.under(entry))
                entries.update(rebased(below, entry, f"{listing}[{number}]"))
    return Record(entries)


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """The fields that two aligned records hold different values for, in the form's order."""
    paths = sorted({*one.entries, *other.entries}, key=form_order)
    return tuple(path for path in paths if one.at(path).value != other.at(path).value)


def _named(one: Record, other: Record) -> str:
    different = differing(one, aligned(one, other))
    names = list(dict.fromkeys(spec_of(path).label.lower() for path in different))
    if not names:
        return "nothing that is kept here"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _numbers(one: Record, other: Record, listing: str) -> tuple[int, ...]:
    """For each entry of the other record's list, the number that it has, or would have, in the list of `one`."""
    mine, theirs = ([_sameness(record, entry) for entry in record.each(listing)] for record in (one, other))
    numbers = list(range(len(mine), len(mine) + len(theirs)))
    for _, mine_from, mine_to, theirs_from, theirs_to in SequenceMatcher(None, mine, theirs, False).get_opcodes():
        paired = min(mine_to - mine_from, theirs_to - theirs_from)
        numbers[theirs_from : theirs_from + paired] = range(mine_from, mine_from + paired)
    left_over = count(len(mine))
    return tuple(number if number < len(mine) else next(left_over) for number in numbers)


def _sameness(record: Record, entry: str) -> tuple[str, ...]:
    """What makes two entries of a list the same one."""
    request = f"{entry}.request"
    told = (request,) if request in record else record.under(entry)
    return tuple(str(record.at(path).value).casefold() for path in told)
