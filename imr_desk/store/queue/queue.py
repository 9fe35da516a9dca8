"""The queue, by window: which letters a query means, in which order, and where one of them stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from imr_desk.letter.reading import FailureKind
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.store.figures.facet import condition
from imr_desk.store.file import tables
from imr_desk.store.kept.stored import QueueRow, Verdict
from imr_desk.store.queue import search
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.store.queue.queue_tables import URGENCY


@dataclass(frozen=True, slots=True)
class _Where:
    """A condition on `letters`, with its parameters."""

    sql: str
    parameters: tuple[str | int, ...] = ()

    def and_(self, sql: str, *parameters: str | int) -> _Where:
        return _Where(f"{self.sql} AND {sql}", (*self.parameters, *parameters))


_COLUMNS = (
    *("id", "file", "case_number", "decision_date", "items", "state", "attention", "open_errors"),
    *("template", "failure", "pages", "priority", "assignee"),
)
_SAME_CASE = "EXISTS (SELECT 1 FROM reissued WHERE letter_id = letters.id)"
_VERDICT = "(SELECT verdict FROM sampled WHERE sample_id = ? AND letter_id = letters.id)"
_HAS = {
    Trait.ATTENTION: "+attention > 0",
    Trait.OPEN_ERRORS: "+open_errors > 0",
    Trait.SAME_CASE: "id IN (SELECT letter_id FROM reissued)",
}
_IN_SAMPLE = "id IN (SELECT letter_id FROM sampled WHERE sample_id = ?)"
_NOT_JUDGED = "id IN (SELECT letter_id FROM sampled WHERE sample_id = ? AND verdict = '')"


def window(db: Database, query: QueueQuery, offset: int, limit: int) -> Iterator[QueueRow]:
    """The rows from `offset` on, `limit` of them at most.

    The window is cut from an index alone; only what lies in it is looked up.
    """
    where, ordering = _where(query), _ordering(query)
    within = f"SELECT id FROM letters WHERE {where.sql} ORDER BY {ordering} LIMIT ? OFFSET ?"
    columns = ", ".join(f"letters.{name}" for name in _COLUMNS)
    sql = (
        f"SELECT {columns}, {_SAME_CASE} AS same_case, {_VERDICT} AS verdict "
        f"FROM letters WHERE id IN ({within}) ORDER BY {ordering}"
    )
    sample = -1 if query.sample is None else query.sample
    return (_row(row) for row in tables.rows(db, sql, sample, *where.parameters, limit, offset))


def ids(db: Database, query: QueueQuery, ranges: Sequence[range]) -> Iterator[int]:
    """The numbers of the letters at these places of the queue, in its order."""
    where = _where(query)
    sql = f"SELECT id FROM letters WHERE {where.sql} ORDER BY {_ordering(query)} LIMIT ? OFFSET ?"
    for places in ranges:
        yield from (letter_id for (letter_id,) in db.execute(sql, (*where.parameters, len(places), places.start)))


def count(db: Database, query: QueueQuery) -> int:
    """How many letters the query means."""
    where = _where(query)
    return int(tables.scalar(db, f"SELECT count(*) FROM letters WHERE {where.sql}", *where.parameters))


def place(db: Database, query: QueueQuery, letter_id: int) -> int | None:
    """How many of the query's letters stand before this one; None where it is not among them."""
    among = _where(query).and_("id = ?", letter_id)
    if tables.scalar(db, f"SELECT id FROM letters WHERE {among.sql}", *among.parameters) is None:
        return None
    before = _beyond(query, _where(query), letter_id, ">" if query.descending else "<")
    return int(tables.scalar(db, f"SELECT count(*) FROM letters WHERE {before.sql}", *before.parameters))


def next_to_review(db: Database, query: QueueQuery, letter_id: int | None, who: str) -> int | None:
    """The letter that `who` is to look at after this one.

    It is the query's first that waits for a person and comes after this one, or the first from the start where none
    does; where the most urgent come first, always from the start. A letter of somebody else's is passed over unless
    the query names an assignee. In a sample it is the first that has no verdict yet, whatever its state.
    """
    where = _waiting(query, who).and_("id <> ?", letter_id or 0)
    later = _beyond(query, where, letter_id or 0, "<" if query.descending else ">")
    urgent_first = query.order is Order.PRIORITY and not query.descending
    for among in (where,) if urgent_first else (later, where):
        sql = f"SELECT id FROM letters WHERE {among.sql} ORDER BY {_ordering(query)} LIMIT 1"
        if (found := tables.scalar(db, sql, *among.parameters)) is not None:
            return int(found)
    return None


def meant(query: QueueQuery) -> tuple[str, tuple[str | int, ...]]:
    """What makes a row of `letters` one of the query's, with its parameters."""
    where = _where(query)
    return where.sql, where.parameters


def people(db: Database) -> frozenset[str]:
    """Whoever a letter is assigned to, or has decided on one."""
    return frozenset(name for column in ("assignee", "reviewed_by") for name in _distinct(db, column) if name)


def _distinct(db: Database, column: str) -> Iterator[str]:
    """The values of an indexed column, each looked up after the one before it: a few steps, however many letters."""
    value = tables.scalar(db, f"SELECT min({column}) FROM letters")
    while value is not None:
        yield value
        value = tables.scalar(db, f"SELECT min({column}) FROM letters WHERE {column} > ?", value)


def _waiting(query: QueueQuery, who: str) -> _Where:
    if query.sample is not None:
        return _where(query).and_(_NOT_JUDGED, query.sample)
    states = TO_DO & query.states if query.states else TO_DO
    where = _where(replace(query, states=states)) if states else _Where("false")
    return where if query.assignee is not None else where.and_("+assignee IN ('', ?)", who)


def _where(query: QueueQuery) -> _Where:
    """The condition; a `+` keeps SQLite from gathering all letters of a state only to sort them afterwards."""
    where = _Where("1")
    if query.states:
        where = where.and_(f"+state IN ({', '.join('?' * len(query.states))})", *sorted(query.states))
    if query.assignee is not None:
        where = where.and_("+assignee = ?", query.assignee)
    if query.urgency is not None:
        where = where.and_("+priority >= ?", query.urgency)
    for trait in sorted(query.traits):
        where = where.and_(_HAS[trait])
    if query.words.strip():
        sql, parameters = search.with_words(query.words)
        where = where.and_(sql, *parameters)
    if query.facet is not None:
        behind, values = condition(query.facet)
        where = where.and_(behind, *values)
    if query.sample is not None:
        where = where.and_(_IN_SAMPLE, query.sample)
    if query.only is not None:
        where = where.and_("id IN (SELECT value FROM json_each(?))", json.dumps(sorted(query.only)))
    return where


def _beyond(query: QueueQuery, where: _Where, letter_id: int, sign: str) -> _Where:
    """The letters on one side of a letter in the query's order; the letter itself need not be the query's."""
    key = _key(query)
    return where.and_(f"({key}, id) {sign} (SELECT {key}, id FROM letters WHERE id = ?)", letter_id)


def _ordering(query: QueueQuery) -> str:
    direction = "DESC" if query.descending else "ASC"
    return f"id {direction}" if query.order is Order.ID else f"{_key(query)} {direction}, id {direction}"


def _key(query: QueueQuery) -> str:
    return URGENCY if query.order is Order.PRIORITY else query.order.value


def _row(row: tables.Row) -> QueueRow:
    state, failure = LetterState(row["state"]), FailureKind(row["failure"]) if row["failure"] else None
    plain = {name: row[name] for name in _COLUMNS if name not in ("state", "failure")}
    verdict = None if row["verdict"] is None else Verdict(row["verdict"])
    return QueueRow(**plain, state=state, failure=failure, same_case=bool(row["same_case"]), verdict=verdict)
