"""A letter's values: for each field path what the parser read, and beside it what a person keeps in its place."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from imr_desk.letter.entry import Entry
from imr_desk.letter.record import Record, is_under
from imr_desk.store.file import tables
from imr_desk.store.file.jsontext import read_entry, write_entry

GONE = "null"
"""Kept for a path that the parser read and a person took out (of a list)."""


def read_records(db: Database, letter_id: int, what: str) -> tuple[Record, Record]:
    """The parser's record and the current one."""
    read: dict[str, Entry] = {}
    current: dict[str, Entry] = {}
    for row in tables.whole_rows(db, "field_values", letter_id, what):
        path = str(row["path"])
        if row["read"] is not None:
            read[path] = current[path] = read_entry(row["read"])
        if row["kept"] == GONE:
            current.pop(path, None)
        elif row["kept"] is not None:
            current[path] = read_entry(row["kept"])
    return Record(read), Record(current)


def write_records(db: Database, letter_id: int, read: Record, current: Record) -> None:
    """Put both records in the place of what the store has of the letter."""
    tables.take_out(db, "field_values", letter_id=letter_id)
    write_values(db, letter_id, {*read, *current}, read, current)


def write_values(db: Database, letter_id: int, paths: Iterable[str], read: Record, current: Record) -> None:
    """Put the values at these paths in the place of what the store has."""
    for path in paths:
        machine, kept = read.entries.get(path), current.entries.get(path)
        if machine is None and kept is None:
            tables.take_out(db, "field_values", letter_id=letter_id, path=path)
        else:
            tables.put(db, "field_values", _row(letter_id, path, machine, kept))


def read_anew(old: Record, current: Record, new: Record) -> Record:
    """The current record when a new reading takes the place of the old one.

    A person's values stay. Where a person touched a list, the list stays as it was as a whole: positions of the new
    reading need not be those the person saw.
    """
    changed = {path for path in {*old, *current} if old.entries.get(path) != current.entries.get(path)}
    lists = {path.partition("[")[0] for path in changed if "[" in path}
    held = {path: current.entries[path] for path in changed if path in current}
    outside = {path: entry for path, entry in new.entries.items() if not _within(path, lists)}
    inside = {path: entry for path, entry in current.entries.items() if _within(path, lists)}
    return Record({**outside, **held, **inside})


def _within(path: str, lists: Iterable[str]) -> bool:
    return any(is_under(path, listing) for listing in lists)


def _row(letter_id: int, path: str, machine: Entry | None, kept: Entry | None) -> tables.Row:
    return {
        "letter_id": letter_id,
        "path": path,
        "read": None if machine is None else write_entry(machine),
        "kept": None if kept == machine else GONE if kept is None else write_entry(kept),
    }
