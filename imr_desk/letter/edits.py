"""Edits: what a person does to a record, as values with old and new that can be applied and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from imr_desk.letter.entry import Entry, Outcome
from imr_desk.letter.record import Record, blank_entry, rebased


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after; None where the record has (had) no such path."""

    path: str
    old: Entry | None
    new: Entry | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One step in the person's words, and all the fields it changes."""

    title: str
    changes: tuple[Change, ...]

    @property
    def empty(self) -> bool:
        """Whether it changes nothing."""
        return all(change.old == change.new for change in self.changes)

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.title, tuple(Change(c.path, c.new, c.old) for c in self.changes))

    def apply(self, record: Record) -> Record:
        """The record after the edit."""
        return record.changed({change.path: change.new for change in self.changes})

    def then(self, later: Edit) -> Edit:
        """Both as one: each field's first old, each field's last new; the title is the later one's."""
        merged = {change.path: change for change in self.changes}
        for change in later.changes:
            first = merged.get(change.path)
            merged[change.path] = replace(change, old=first.old) if first else change
        return Edit(later.title, tuple(merged.values()))


def edit(title: str, record: Record, entries: Mapping[str, Entry | None]) -> Edit:
    """The edit that puts these entries into the record (None takes a path out)."""
    changes = (Change(path, record.entries.get(path), new) for path, new in entries.items())
    return Edit(title, tuple(change for change in changes if change.old != change.new))


def correct(title: str, record: Record, path: str, outcome: Outcome) -> Edit:
    """A person puts an outcome in a field's place; the outcome it already has is merely confirmed."""
    return edit(title, record, {path: record.at(path).corrected(outcome)})


def confirm(title: str, record: Record, fields: Sequence[str]) -> Edit:
    """A person stands behind these fields as they are."""
    return edit(title, record, {path: record.at(path).confirmed() for path in fields})


def insert(title: str, record: Record, listing: str, at: int, entries: Mapping[str, Entry] | None = None) -> Edit:
    """A new entry of a list at a position, blank unless given (keys relative to the entry)."""
    there = record.each(listing)
    order = (*there[:at], None, *there[at:])
    return _relist(title, record, listing, order, blank_entry(listing) if entries is None else entries)


def remove(title: str, record: Record, listing: str, at: int) -> Edit:
    """The list without its entry at a position."""
    kept = [path for place, path in enumerate(record.each(listing)) if place != at]
    return _relist(title, record, listing, kept, {})


def move(title: str, record: Record, listing: str, old: int, new: int) -> Edit:
    """The list with one entry at another position."""
    order = list(record.each(listing))
    order.insert(new, order.pop(old))
    return _relist(title, record, listing, order, {})


def _relist(title: str, record: Record, listing: str, order: Sequence[str | None], fresh: Mapping[str, Entry]) -> Edit:
    """The edit that brings a list's entries into a new order; None stands for a fresh one."""
    before = {path: record.at(path) for path in record.under(listing)}
    after: dict[str, Entry | None] = dict.fromkeys(before)
    for place, source in enumerate(order):
        target = f"{listing}[{place}]"
        if source is None:
            after |= {target + tail: entry for tail, entry in fresh.items()}
        else:
            after |= rebased(((path, before[path]) for path in record.under(source)), source, target)
    return edit(title, record, after)
