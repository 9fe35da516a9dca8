"""Who did how much on which day, summed from the events as they happen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from imr_desk.letter.entry import State
from imr_desk.letter.review import LetterState
from imr_desk.store.file import tables
from imr_desk.store.file.jsontext import read_entry
from imr_desk.store.kept.stored import Event


class Deed(StrEnum):
    """What is counted: letters verified, fields corrected."""

    VERIFIED = "verified"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class WorkDone:
    """What one person did on one day, as that day's clock had it: in how many letters, how many times in all."""

    day: date
    who: str
    deed: Deed
    letters: int
    times: int


def count(db: Database, event: Event) -> None:
    """Count what an event did to its letter; what was done and taken back on one day was not done."""
    deed, times = _counted(event)
    if times and event.letter_id is not None:
        day = datetime.fromisoformat(event.at).astimezone().date().isoformat()
        db.execute(_COUNT, [day, tables.writable(event.who), deed, event.letter_id, times])


def count_letter(db: Database, letter_id: int) -> None:
    """Count every event of a letter, from the first on; none of them may have been counted."""
    events = "SELECT * FROM events WHERE letter_id = ? AND kind IN ('edit', 'review') ORDER BY id"
    for row in list(tables.rows(db, events, letter_id)):
        count(db, Event(**{name: row[name] for name in Event.__slots__}))


def done(db: Database) -> Iterator[WorkDone]:
    """All work, the earliest day first."""
    return (
        WorkDone(date.fromisoformat(row["day"]), row["who"], Deed(row["deed"]), row["letters"], row["times"])
        for row in tables.rows(db, _DONE)
    )


def _counted(event: Event) -> tuple[Deed, int]:
    match event.kind:
        case "edit":
            return Deed.CORRECTED, _is_corrected(event.new) - _is_corrected(event.old)
        case "review":
            return Deed.VERIFIED, _is_verified(event.new) - _is_verified(event.old)
        case _:
            return Deed.VERIFIED, 0


def _is_corrected(entry: str | None) -> bool:
    return entry is not None and read_entry(entry).state is State.CORRECTED


def _is_verified(review: str | None) -> bool:
    return review is not None and json.loads(review)["state"] == LetterState.VERIFIED


_COUNT = """
    INSERT INTO work (day, who, deed, letter_id, times) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (day, who, deed, letter_id) DO UPDATE SET times = times + excluded.times
    """
_DONE = """
    SELECT day, who, deed, count(*) AS letters, sum(times) AS times FROM work WHERE times > 0
    GROUP BY day, who, deed ORDER BY day, who, deed
    """
