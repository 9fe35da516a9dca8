"""The queue, by window: which letters a query means, in which order, and where one of them stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlite_utils import Database

from imr_desk.letter.reading import FailureKind
from imr_desk.letter.review import LetterState
from imr_desk.store import search, tables
from imr_desk.store.facet import Facet, condition
from imr_desk.store.stored import QueueRow

WAITING = frozenset({LetterState.TO_REVIEW, LetterState.IN_REVIEW})
"""The states of letters that a person has yet to decide on."""


class Order(StrEnum):
    """The columns that the queue can be sorted by; letters alike in it stand in the order they came in."""

    ID = "id"
    FILE = "file"
    CASE_NUMBER = "case_number"
    DECISION_DATE = "decision_date"
    ITEMS = "items"
    STATE = "state"
    ATTENTION = "attention"
    OPEN_ERRORS = "open_errors"
    TEMPLATE = "template"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which letters, and their order.

    No `states` means all. All of the `words` must stand in the file name or case number, or begin words of the
    letter's text, or of what persons wrote about it. A `facet` leaves only the letters behind one figure.
    """

    states: frozenset[LetterState] = frozenset()
    words: str = ""
    order: Order = Order.ID
    descending: bool = False
    facet: Facet | None = None


@dataclass(frozen=True, slots=True)
class _Where:
    """A condition on `letters`, with its parameters."""

    sql: str
    parameters: tuple[str | int, ...] = ()

    def and_(self, sql: str, *parameters: str | int) -> _Where:
        return _Where(f"{self.sql} AND {sql}", (*self.parameters, *parameters))


_COLUMNS = ", ".join(
    f"letters.{name}"
    for name in (
        *("id", "file", "case_number", "decision_date", "items", "state", "attention", "open_errors"),
        *("template", "failure", "pages"),
    )
)
_SAME_CASE = (
    "case_number <> '' AND EXISTS (SELECT 1 FROM letters AS other "
    "WHERE other.case_number = letters.case_number AND other.id <> letters.id)"
)


def window(db: Database, query: QueueQuery, offset: int, limit: int) -> Iterator[QueueRow]:
    """The rows from `offset` on, `limit` of them at most.

    The window is cut from an index alone; only what lies in it is looked up.
    """
    where, ordering = _where(query), _ordering(query)
    ids = f"SELECT id FROM letters WHERE {where.sql} ORDER BY {ordering} LIMIT ? OFFSET ?"
    sql = f"SELECT {_COLUMNS}, {_SAME_CASE} AS same_case FROM letters WHERE id IN ({ids}) ORDER BY {ordering}"
    return (_row(row) for row in tables.rows(db, sql, *where.parameters, limit, offset))


def count(db: Database, query: QueueQuery) -> int:
    """How many letters the query means."""
    where = _where(query)
    return int(tables.scalar(db, f"SELECT count(*) FROM letters WHERE {where.sql}", *where.parameters))


def place(db: Database, query: QueueQuery, letter_id: int) -> int | None:
    """How many of the query's letters stand before this one; None where it is not among them."""
    among = _where(query).and_("id = ?", letter_id)
    if tables.scalar(db, f"SELECT id FROM letters WHERE {among.sql}", *among.parameters) is None:
        return None
    before = _beyond(query, letter_id, ">" if query.descending else "<")
    return int(tables.scalar(db, f"SELECT count(*) FROM letters WHERE {before.sql}", *before.parameters))


def next_to_review(db: Database, query: QueueQuery, letter_id: int | None) -> int | None:
    """The query's first letter that waits for a person, after this one, or from the start where none comes after."""
    states = WAITING & query.states if query.states else WAITING
    return _next_after(db, replace(query, states=states), letter_id) if states else None


def meant(query: QueueQuery) -> tuple[str, tuple[str | int, ...]]:
    """What makes a row of `letters` one of the query's, with its parameters."""
    where = _where(query)
    return where.sql, where.parameters


def _next_after(db: Database, query: QueueQuery, letter_id: int | None) -> int | None:
    others = _where(query).and_("id <> ?", letter_id or 0)
    later = _beyond(query, letter_id or 0, "<" if query.descending else ">")
    for where in (later, others):
        sql = f"SELECT id FROM letters WHERE {where.sql} ORDER BY {_ordering(query)} LIMIT 1"
        if (found := tables.scalar(db, sql, *where.parameters)) is not None:
            return int(found)
    return None


def _where(query: QueueQuery) -> _Where:
    """The condition; the `+` keeps SQLite from gathering all letters of a state only to sort them afterwards."""
    where = _Where("1")
    if query.states:
        marks = ", ".join("?" * len(query.states))
        where = where.and_(f"+state IN ({marks})", *sorted(query.states))
    if query.words.strip():
        where = where.and_(*_with_words(query.words))
    if query.facet is not None:
        sql, parameters = condition(query.facet)
        where = where.and_(sql, *parameters)
    return where


def _with_words(words: str) -> tuple[str, ...]:
    """The condition, with its parameters: all words in file name or case number, or all in the text, or in notes."""
    named = [word.lower() for word in words.split() for _ in range(2)]
    by_name = " AND ".join(["(instr(lower(file), ?) OR instr(lower(case_number), ?))"] * (len(named) // 2))
    if not (match := search.expression(words)):
        return by_name, *named
    by_text = (f"id IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)" for index in ("text_search", "note_search"))
    return f"({' OR '.join([by_name, *by_text])})", *named, match, match


def _beyond(query: QueueQuery, letter_id: int, sign: str) -> _Where:
    """The query's letters on one side of a letter in its order; the letter itself need not be the query's."""
    column = query.order.value
    return _where(query).and_(f"({column}, id) {sign} (SELECT {column}, id FROM letters WHERE id = ?)", letter_id)


def _ordering(query: QueueQuery) -> str:
    direction = "DESC" if query.descending else "ASC"
    return f"id {direction}" if query.order is Order.ID else f"{query.order.value} {direction}, id {direction}"


def _row(row: tables.Row) -> QueueRow:
    return QueueRow(
        row["id"],
        row["file"],
        row["case_number"],
        row["decision_date"],
        row["items"],
        LetterState(row["state"]),
        row["attention"],
        row["open_errors"],
        row["template"],
        bool(row["same_case"]),
        FailureKind(row["failure"]) if row["failure"] else None,
        row["pages"],
    )
