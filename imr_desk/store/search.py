"""Full-text search: letters by their words, and by what persons wrote about them, with the place of each hit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from imr_desk.letter.entry import State
from imr_desk.letter.span import Span
from imr_desk.letter.text import collapsed
from imr_desk.store import tables
from imr_desk.store.packing import unpack_string
from imr_desk.store.stored import Hit, StoredLetter

AROUND = 60
"""Characters shown before and after a hit."""


def index_text(db: Database, letter_id: int, old: str | None, new: str | None) -> None:
    """Make a letter's text searchable in the place of the old one; None where there is (was) none.

    The index keeps no copy of the texts, so that it must be told what to forget.
    """
    if old is not None:
        db.execute("INSERT INTO text_search (text_search, rowid, text) VALUES ('delete', ?, ?)", [letter_id, old])
    if new is not None:
        db.execute("INSERT INTO text_search (rowid, text) VALUES (?, ?)", [letter_id, new])


def index_notes(db: Database, letter: StoredLetter) -> None:
    """Make what persons wrote about a letter searchable, with its file name and case number."""
    notes = "\n".join(_notes(letter))
    if tables.scalar(db, "SELECT notes FROM note_search WHERE rowid = ?", letter.id) != notes:
        db.execute("INSERT OR REPLACE INTO note_search (rowid, notes) VALUES (?, ?)", [letter.id, notes])


def expression(words: str) -> str:
    """The search for letters that hold all these words, or words that begin so; empty where there is none in it."""
    searched = (word.replace('"', '""') for word in words.split() if any(map(str.isalnum, word)))
    return " AND ".join(f'"{word}"*' for word in searched)


def hits(db: Database, words: str, limit: int) -> Iterator[Hit]:
    """The letters that hold all the words, the best first: in their text, then in what persons wrote about them."""
    match = expression(words)
    if not match:
        return
    seen: set[int] = set()
    for row in (*_found(db, "text_search", match, limit), *_found(db, "note_search", match, limit)):
        if len(seen) < limit and row["id"] not in seen:
            seen.add(row["id"])
            yield _hit(db, row, words)


def _found(db: Database, index: str, match: str, limit: int) -> Iterator[tables.Row]:
    snippet = "snippet(note_search, 0, '', '', '…', 16)" if index == "note_search" else "NULL"
    sql = (
        f"SELECT letters.id, letters.file, letters.case_number, {snippet} AS note FROM {index} "
        f"JOIN letters ON letters.id = {index}.rowid WHERE {index} MATCH ? ORDER BY rank LIMIT ?"
    )
    return tables.rows(db, sql, match, limit)


def _hit(db: Database, row: tables.Row, words: str) -> Hit:
    if row["note"] is not None:
        return Hit(row["id"], row["file"], row["case_number"], row["note"].replace("\n", " "), None)
    text = text_of(db, row["id"]) or ""
    place = _first(text, words.split())
    return Hit(row["id"], row["file"], row["case_number"], _around(text, place), place)


def text_of(db: Database, letter_id: int) -> str | None:
    """The letter's text without its geometry; None where it was not read."""
    packed = tables.scalar(db, "SELECT text FROM readings WHERE letter_id = ?", letter_id)
    return None if packed is None else unpack_string(packed)


def _first(text: str, words: Sequence[str]) -> Span:
    """Where the first of the words stands first; the text's beginning where it is spelled otherwise there."""
    places = (re.search(rf"(?<!\w){re.escape(word)}\w*", text, re.IGNORECASE) for word in words)
    return next((Span(*place.span()) for place in places if place), Span(0, 0))


def _around(text: str, place: Span) -> str:
    start, end = max(0, place.start - AROUND), min(len(text), place.end + AROUND)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{collapsed(text[start:end])}{after}"


def _notes(letter: StoredLetter) -> Iterator[str]:
    yield letter.file
    yield str(letter.record.at("header.case_number").value or "")
    yield letter.reason
    yield from (one.memo for one in letter.highlights)
    yield from letter.acknowledged.values()
    yield from (str(entry.value or "") for entry in letter.record.entries.values() if entry.state is State.CORRECTED)
