"""The record of a letter: every field path with its entry, as one frozen mapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

from imr_desk.letter import path as paths
from imr_desk.letter.attention import needs_attention
from imr_desk.letter.entry import NOTHING, Entry
from imr_desk.letter.field import form_order, single_fields

_PLACE = re.compile(r"\[(\d+)\]\Z")


@dataclass(frozen=True)
class Record:
    """Entries by field path, kept in the order of the form. Lists run from 0 without holes."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        ordered = {path: self.entries[path] for path in sorted(self.entries, key=form_order)}
        object.__setattr__(self, "entries", MappingProxyType(ordered))

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __contains__(self, path: str) -> bool:
        return path in self.entries

    def __len__(self) -> int:
        return len(self.entries)

    def __reduce__(self) -> tuple[type[Record], tuple[dict[str, Entry]]]:
        return Record, (dict(self.entries),)

    def at(self, path: str) -> Entry:
        """The field's entry; `NOTHING` where the record has none."""
        return self.entries.get(path, NOTHING)

    @cached_property
    def to_look_at(self) -> tuple[str, ...]:
        """The paths that a person must look at, in the form's order."""
        return tuple(path for path, entry in self.entries.items() if needs_attention(path, entry))

    @cached_property
    def _shape(self) -> _Shape:
        return _shape(tuple(self.entries))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many entries each list has, by the list's path (`items`, `items[0].medication.ingredients`)."""
        return self._shape.counts

    def count(self, listing: str) -> int:
        """How many entries the list has."""
        return self.counts.get(listing, 0)

    def each(self, listing: str) -> tuple[str, ...]:
        """The paths of the list's entries: `items[0]`, `items[1]`, ..."""
        return tuple(f"{listing}[{place}]" for place in range(self.count(listing)))

    def under(self, ancestor: str) -> tuple[str, ...]:
        """The paths at or below a section, list or list entry, in the form's order."""
        return self._shape.under.get(ancestor, ())

    def changed(self, entries: Mapping[str, Entry | None]) -> Record:
        """The record with these entries put in, or taken out where None."""
        merged: dict[str, Entry | None] = {**self.entries, **entries}
        return Record({path: entry for path, entry in merged.items() if entry is not None})


@dataclass(frozen=True, slots=True)
class _Shape:
    """What follows from a record's paths alone, and is the same whatever their values."""

    counts: Mapping[str, int]
    under: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=32)
def _shape(all_paths: tuple[str, ...]) -> _Shape:
    under: dict[str, list[str]] = {}
    for path in all_paths:
        for ancestor in paths.lineage(path):
            under.setdefault(ancestor, []).append(path)
    counts: dict[str, int] = {}
    for ancestor in under:
        if place := _PLACE.search(ancestor):
            listing = ancestor[: place.start()]
            counts[listing] = max(counts.get(listing, 0), int(place[1]) + 1)
    return _Shape(MappingProxyType(counts), {ancestor: tuple(below) for ancestor, below in under.items()})


def is_under(path: str, ancestor: str) -> bool:
    """Whether the path is the ancestor or lies below it."""
    return path == ancestor or path.startswith((f"{ancestor}.", f"{ancestor}["))


def rebased(paths_and_entries: Iterable[tuple[str, Entry]], old: str, new: str) -> dict[str, Entry]:
    """Entries below `old`, keyed by their paths below `new`."""
    return {new + path[len(old) :]: entry for path, entry in paths_and_entries}


def blank_entry(listing: str) -> dict[str, Entry]:
    """The empty fields of a new entry of a list, keyed relative to it (`.request`, or `` for a plain list)."""
    entry = f"{paths.pattern(listing)}[]"
    return {spec.pattern.removeprefix(entry): NOTHING for spec in single_fields(entry)} or {"": NOTHING}


def blank_record() -> Record:
    """A record of a letter of which nothing is known: every single field absent, every list empty."""
    return Record({spec.pattern: NOTHING for spec in single_fields()})
