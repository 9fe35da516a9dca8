"""Whether a store is still as it was written: every row against its hash, every letter made sense of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from imr_desk.store import settings
from imr_desk.store.file import tables
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept import history, lookup
from imr_desk.store.queue import samples

Step = Callable[[int, int], None]
"""Told after each letter how many have been checked, and how many there are."""


def damages(db: Database, step: Step) -> Iterator[str]:
    """A sentence for each thing that is not as it was written; none where the store is whole."""
    for row in tables.rows(db, "PRAGMA integrity_check"):
        if row["integrity_check"] != "ok":
            yield f"SQLite reports: {row['integrity_check']}."
    for row in tables.rows(db, "PRAGMA foreign_key_check"):
        yield f"A row of {row['table']} belongs to a letter that is not there."
    ids = [row["id"] for row in tables.rows(db, "SELECT id FROM letters ORDER BY id")]
    for done, letter_id in enumerate(ids, start=1):
        yield from _of_letter(db, letter_id)
        step(done, len(ids))
    yield from _complaint(lambda: settings.check(db))
    yield from _complaint(lambda: history.check(db))
    yield from _complaint(lambda: samples.check(db))


def _of_letter(db: Database, letter_id: int) -> Iterator[str]:
    yield from _complaint(lambda: lookup.load(db, letter_id))
    yield from _complaint(lambda: lookup.load_pdf(db, letter_id))


def _complaint(look: Callable[[], object]) -> Iterator[str]:
    try:
        look()
    except (StoreError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield str(error)
