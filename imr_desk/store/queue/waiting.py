"""What waits for a person, over all open letters: every value of a batch field that nobody stands behind yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from imr_desk.letter import path as paths
from imr_desk.letter.attention import SURE
from imr_desk.letter.batch import BATCH_FIELDS, BatchField, batch_field
from imr_desk.letter.entry import Absent, Entry
from imr_desk.letter.record import Record
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.letter.span import Span
from imr_desk.store.file import tables
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.file.jsontext import read_entry
from imr_desk.store.file.seal import checked
from imr_desk.store.kept import values
from imr_desk.store.kept.stored import FieldValue
from imr_desk.store.queue import queue
from imr_desk.store.queue.query import QueueQuery

OPEN = TO_DO | {LetterState.POSTPONED}
"""The states of letters whose values can be confirmed."""
NARROW = 1000
"""Up to so many letters are looked through one by one; for more, the index of what waits is quicker."""
ABSENT = 2.0
"""The rank of something absent begins here: it comes after all values, however sure these are."""

TABLES = (
    """
    CREATE TABLE waiting (
        letter_id INTEGER NOT NULL,
        path TEXT NOT NULL,
        pattern TEXT NOT NULL,
        rank REAL NOT NULL,
        PRIMARY KEY (letter_id, path)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX waiting_by_rank ON waiting (pattern, rank, letter_id, path)",
)
"""Follows from the letters' states and values, without seals: whoever doubts it works it out anew."""

_PATTERNS = frozenset(field.pattern for field in BATCH_FIELDS)
_OF_LETTER = "SELECT path, rank FROM waiting WHERE letter_id = ?"
_VALUES = """
    SELECT field_values.*, letters.file, letters.case_number, letters.state
    FROM field_values JOIN letters ON letters.id = letter_id WHERE letter_id = ? AND path = ?
    """


def bring_up(db: Database, letter_id: int, state: LetterState, record: Record) -> None:
    """Have wait what now waits in the letter, and nothing else of it."""
    now = {(path, rank(entry)) for path, entry in record.entries.items() if state in OPEN and waits(path, entry)}
    known = {(row["path"], row["rank"]) for row in tables.rows(db, _OF_LETTER, letter_id)}
    for path, _ in known - now:
        tables.take_out(db, "waiting", letter_id=letter_id, path=path)
    for path, place in now - known:
        row = {"letter_id": letter_id, "path": path, "pattern": paths.pattern(path), "rank": place}
        tables.add_unsealed(db, "waiting", row)


def waits(path: str, entry: Entry) -> bool:
    """Whether the batch check has something to ask about an entry: a value, a printed reason, or a doubtful gap."""
    if entry.by_person or paths.pattern(path) not in _PATTERNS:
        return False
    return not _gap(entry) or (batch_field(path).spec.core and entry.outcome.confidence < SURE)


def rank(entry: Entry) -> float:
    """Where an entry stands among those that wait: the least sure first, gaps last."""
    return (ABSENT if _gap(entry) else 0.0) + entry.outcome.confidence


def waiting(
    db: Database, query: QueueQuery, field: BatchField, after: FieldValue | None, limit: int
) -> Iterator[FieldValue]:
    """The field's values that wait in the query's letters, from the one after `after` on, `limit` of them at most.

    One that is not as it was written is left out; it is told of when its letter is opened.
    """
    source, parameters = _source(db, query, field)
    key = (rank(after.entry), after.letter_id, after.path) if after else (-1.0, 0, "")
    sql = (
        f"SELECT letter_id, path FROM {source} AND (rank, letter_id, path) > (?, ?, ?) "
        "ORDER BY rank, letter_id, path LIMIT ?"
    )
    found = [(row["letter_id"], row["path"]) for row in tables.rows(db, sql, *parameters, *key, limit)]
    return values_at(db, found)


def count(db: Database, query: QueueQuery, field: BatchField, most: int) -> int:
    """How many of the field's values wait in the query's letters; counted as far as `most`."""
    source, parameters = _source(db, query, field)
    return int(tables.scalar(db, f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT ?)", *parameters, most))


def values_at(db: Database, places: Sequence[tuple[int, str]]) -> Iterator[FieldValue]:
    """What these letters have at these paths now, whoever stands behind it; KeyError where one is no batch field."""
    for place in places:
        for row in tables.rows(db, _VALUES, *place):
            if (value := _value(db, row)) is not None:
                yield value


def _gap(entry: Entry) -> bool:
    return isinstance(entry.outcome, Absent) and entry.span is None


def _source(db: Database, query: QueueQuery, field: BatchField) -> tuple[str, tuple[str | int, ...]]:
    """Where to look, with its parameters: letter by letter where the query means few, else along the index."""
    letters, parameters = queue.meant(query)
    few = f"SELECT count(*) FROM (SELECT 1 FROM letters WHERE {letters} LIMIT {NARROW})"
    narrow = tables.scalar(db, few, *parameters) < NARROW
    join = "letters CROSS JOIN waiting" if narrow else "waiting CROSS JOIN letters"
    return f"{join} ON letter_id = letters.id WHERE pattern = ? AND {letters}", (field.pattern, *parameters)


def _value(db: Database, row: tables.Row) -> FieldValue | None:
    letter_id, path = row["letter_id"], row["path"]
    cells = {name: row[name] for name in ("letter_id", "path", "read", "kept", "seal")}
    evidence = batch_field(path).evidence(path)
    if row["kept"] == values.GONE:
        return None
    try:
        entry = read_entry(checked(cells, row["file"])["kept"] or cells["read"])
        printed = entry.span or _evidence(db, letter_id, evidence)
    except (StoreDamaged, ValueError, KeyError):
        return None
    return FieldValue(letter_id, row["file"], row["case_number"], LetterState(row["state"]), path, entry, printed)


def _evidence(db: Database, letter_id: int, path: str) -> Span | None:
    """Where the words stand that show a value which has none of its own."""
    for row in tables.rows(db, _VALUES, letter_id, path):
        return None if row["kept"] == values.GONE else read_entry(row["kept"] or row["read"]).span
    return None
