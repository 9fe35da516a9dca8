"""What happened, in the order it happened: events are added and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from imr_desk.store.file import tables
from imr_desk.store.file.seal import checked
from imr_desk.store.kept import work
from imr_desk.store.kept.stored import Event


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, when, to which letter (None: to the store itself), and its name in the person's words."""

    at: str
    who: str
    letter_id: int | None
    title: str


def append(db: Database, act: Act, kind: str, path: str, old: str | None = None, new: str | None = None) -> None:
    """Add one event of an act."""
    event = Event(act.at, act.who, act.letter_id, kind, path, act.title, old, new)
    tables.add(db, "events", {"id": _next_id(db), **asdict(event)})
    work.count(db, event)


def of_letter(db: Database, letter_id: int) -> Iterator[Event]:
    """The letter's events, the oldest first; StoreDamaged at one that is not as it was written."""
    for row in tables.rows(db, "SELECT * FROM events WHERE letter_id = ? ORDER BY id", letter_id):
        checked(row, f"An event of letter {letter_id}")
        yield Event(**{name: row[name] for name in Event.__slots__})


def check(db: Database) -> None:
    """StoreDamaged at the first event that is not as it was written."""
    for row in tables.rows(db, "SELECT * FROM events"):
        checked(row, f"Event {row['id']}, of letter {row['letter_id']},")


def _next_id(db: Database) -> int:
    return int(tables.scalar(db, "SELECT coalesce(max(id), 0) + 1 FROM events"))
