"""Full-text search: letters by their words, and by what people wrote about them, with the place of each hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from imr_desk.letter.entry import State
from imr_desk.letter.review import LetterState
from imr_desk.letter.sought import Term, held, terms
from imr_desk.letter.span import Span
from imr_desk.store.file import tables
from imr_desk.store.file.jsontext import read_entry
from imr_desk.store.file.packing import unpack_string
from imr_desk.store.kept.stored import Hit, Hits, Where
from imr_desk.store.kept.values import GONE
from imr_desk.store.queue.snippets import snippet

_NAMED_FROM = 3
"""Characters from which on a part of a file name or case number is looked for."""


def index_text(db: Database, letter_id: int, old: str | None, new: str | None) -> None:
    """Make a letter's text searchable in the place of the old one; None where there is (was) none.

    The index keeps no copy of the texts, so that it must be told what to forget.
    """
    if old is not None:
        db.execute("INSERT INTO text_search (text_search, rowid, text) VALUES ('delete', ?, ?)", [letter_id, old])
    if new is not None:
        db.execute("INSERT INTO text_search (rowid, text) VALUES (?, ?)", [letter_id, new])


def index_notes(db: Database, letter_id: int) -> None:
    """Make what people wrote about a letter searchable, with its file name and case number."""
    for row in tables.rows(db, f"SELECT {_LETTER} FROM letters WHERE id = ?", letter_id):
        name = _name(row["file"], row["case_number"])
        notes = "\n".join(piece.text for piece in _pieces(db, row))
        if tables.scalar(db, "SELECT notes FROM note_search WHERE rowid = ?", letter_id) != notes:
            db.execute("INSERT OR REPLACE INTO note_search (rowid, notes) VALUES (?, ?)", [letter_id, notes])
        if tables.scalar(db, "SELECT name FROM name_search WHERE rowid = ?", letter_id) != name:
            db.execute("INSERT OR REPLACE INTO name_search (rowid, name) VALUES (?, ?)", [letter_id, name])


def with_words(words: str) -> tuple[str, tuple[str, ...]]:
    """The condition on letters, with its parameters: all words parts of their name, or all in text, or in notes."""
    found = []
    if match := expression(terms(words)):
        found += [("text_search", match), ("note_search", match)]
    if match := _named(words):
        found += [("name_search", match)]
    sql = " OR ".join(f"id IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)" for index, _ in found)
    return f"({sql or 'false'})", tuple(match for _, match in found)


def expression(sought: Sequence[Term]) -> str:
    """The search for what holds all the terms, as the index takes it; empty where there are none."""
    return " AND ".join(f'"{" ".join(term.tokens)}"{"*" * term.begins}' for term in sought)


def hits(db: Database, words: str, limit: int) -> Hits:
    """The letters that hold all the words, the best first: in what people wrote about them, then in their text."""
    sought = terms(words)
    match = expression(sought)
    if not match:
        return Hits((), 0)
    noted = tuple(_found(db, "note_search", match, limit))
    known = {row["id"] for row in noted}
    printed = [row for row in _found(db, "text_search", match, limit) if row["id"] not in known]
    shown = [_noted(db, row, sought) for row in noted] + [_printed(db, row, sought) for row in printed]
    return Hits(tuple(shown[:limit]), int(tables.scalar(db, _COUNT, match, match)))


_COUNT = (
    "SELECT count(*) FROM (SELECT rowid FROM text_search WHERE text_search MATCH ? "
    "UNION SELECT rowid FROM note_search WHERE note_search MATCH ?)"
)
_LETTER = "letters.id, letters.file, letters.case_number, letters.state, letters.reason"


def _found(db: Database, index: str, match: str, limit: int) -> Iterator[tables.Row]:
    best = f"SELECT rowid AS found, rank AS score FROM {index} WHERE {index} MATCH ? ORDER BY rank LIMIT ?"
    sql = f"SELECT {_LETTER} FROM ({best}) JOIN letters ON letters.id = found ORDER BY score"
    return tables.rows(db, sql, match, limit)


def _printed(db: Database, row: tables.Row, sought: Sequence[Term]) -> Hit:
    return _hit(row, _Piece(Where.TEXT, "", text_of(db, row["id"]) or ""), sought)


def _noted(db: Database, row: tables.Row, sought: Sequence[Term]) -> Hit:
    """The hit in the piece of writing that holds most of the terms."""
    pieces = tuple(_pieces(db, row))
    told = max(pieces, key=lambda piece: len({one.term for one in held(piece.text, sought)}))
    return _hit(row, told, sought)


def _hit(row: tables.Row, piece: _Piece, sought: Sequence[Term]) -> Hit:
    shown, place = snippet(piece.text, sought)
    span = place if piece.where is Where.TEXT else piece.span
    state = LetterState(row["state"])
    return Hit(row["id"], row["file"], row["case_number"], state, piece.where, piece.about, shown, span)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that can be searched: where it stands, what it is about, and its place in the letter, if any."""

    where: Where
    about: str
    text: str
    span: Span | None = None


def _pieces(db: Database, row: tables.Row) -> Iterator[_Piece]:
    """What people wrote about a letter, and its name."""
    yield _Piece(Where.NOTE, "", row["reason"])
    for one in tables.rows(db, "SELECT * FROM highlights WHERE letter_id = ? AND memo <> ''", row["id"]):
        yield _Piece(Where.MEMO, one["id"], one["memo"], Span(one["start"], one["end"]))
    for one in tables.rows(db, "SELECT * FROM acknowledgements WHERE letter_id = ?", row["id"]):
        yield _Piece(Where.NOTE, one["finding"], one["reason"])
    for one in tables.rows(
        db, "SELECT path, kept FROM field_values WHERE letter_id = ? AND kept <> ?", row["id"], GONE
    ):
        entry = read_entry(one["kept"])
        if entry.state is State.CORRECTED:
            yield _Piece(Where.VALUE, one["path"], str(entry.value or ""), entry.span)
    yield _Piece(Where.NAME, "", _name(row["file"], row["case_number"]))


def text_of(db: Database, letter_id: int) -> str | None:
    """The letter's text without its geometry; None where it was not read."""
    packed = tables.scalar(db, "SELECT text FROM readings WHERE letter_id = ?", letter_id)
    return None if packed is None else unpack_string(packed)


def _named(words: str) -> str:
    """The search for letters whose names hold all these parts; empty where one of them is too short to be sought."""
    parts = words.split()
    if any(len(part) < _NAMED_FROM for part in parts):
        return ""
    quoted = (part.replace('"', '""') for part in parts)
    return " AND ".join(f'"{part}"' for part in quoted)


def _name(file: str, case_number: str) -> str:
    return f"{file}\n{case_number}"
