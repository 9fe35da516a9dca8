"""The parser judged by a letter that a person has verified: field by field, what was kept of what it had said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from sqlite_utils import Database

from imr_desk.letter import path as paths
from imr_desk.letter.entry import Entry, Found, Outcome, Value
from imr_desk.letter.reading import Reading
from imr_desk.letter.review import LetterState
from imr_desk.store.file import tables
from imr_desk.store.kept.stored import StoredLetter, TrackRecord


def is_kept(entry: Entry) -> bool:
    """Whether the entry's value is the parser's; that both say there is none counts too."""
    return _value(entry.outcome) == _value(entry.parsers)


def fields_judged(letter: StoredLetter) -> Mapping[str, TrackRecord]:
    """Each field, by its pattern: how often the parser's value was kept, of how many places that the field has.

    An entry is judged wherever a person has moved it in its list; one that was taken out of the list was not kept.
    """
    if not isinstance(letter.outcome, Reading):
        return {}
    there = Counter(map(paths.pattern, letter.record.entries))
    read = Counter(map(paths.pattern, letter.outcome.record.entries))
    kept = Counter(paths.pattern(path) for path, entry in letter.record.entries.items() if is_kept(entry))
    return {field: TrackRecord(kept[field], max(there[field], read[field])) for field in there | read}


def judge(db: Database, before: StoredLetter | None, after: StoredLetter) -> None:
    """Count each field by a letter after a change instead of before it; only verified letters judge."""
    for sign, letter in ((-1, before), (1, after)):
        if letter is not None and letter.state is LetterState.VERIFIED:
            judged = fields_judged(letter).items()
            db.conn.executemany(_COUNT, [(field, sign * one.right, sign * one.of) for field, one in judged])


def field_records(db: Database) -> Mapping[str, TrackRecord]:
    """How often the parser's value of each field was kept, over the verified letters."""
    found = tables.rows(db, "SELECT field, kept, seen FROM field_records WHERE seen > 0 ORDER BY field")
    return MappingProxyType({row["field"]: TrackRecord(row["kept"], row["seen"]) for row in found})


def _value(outcome: Outcome) -> Value | None:
    return outcome.value if isinstance(outcome, Found) else None


_COUNT = """
    INSERT INTO field_records (field, kept, seen) VALUES (?, ?, ?)
    ON CONFLICT (field) DO UPDATE SET kept = kept + excluded.kept, seen = seen + excluded.seen
    """
