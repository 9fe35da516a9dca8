"""Opening, making and copying store files: connections that have every commit on disk before they return."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from imr_desk.store import schema
from imr_desk.store.file import errors
from imr_desk.store.file.faults import worded
from imr_desk.store.file.writing import writing
from imr_desk.store.refusal import refuse_unless_ours, refuse_unless_writable

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program that is writing."""


def opened(path: Path) -> Database:
    """A connection to the store at `path`, brought up to this version; raises StoreError and then writes nothing."""
    refuse_unless_ours(path)
    refuse_unless_writable(path)
    with worded(path):
        db = _connected(path)
        try:
            _brought_up(db)
        except BaseException:
            db.close()
            raise
    return db


def made(path: Path) -> Database:
    """A connection to a new, empty store at `path`, which appears whole or not at all.

    Raises StoreExists where there is a file, else StoreError.
    """
    with _drafted(path) as draft, closing(_connected(draft, make=True)) as db:
        _brought_up(db)
    return opened(path)


def copied(db: Database, path: Path) -> None:
    """A copy of the open store at `path`, as of one moment, while others go on writing; whole or not at all."""
    with _drafted(path) as draft, closing(_connected(draft, make=True)) as copy:
        db.conn.backup(copy.conn)


@contextmanager
def _drafted(path: Path) -> Iterator[Path]:
    """A path to write a file at, which then takes its place at `path`; nothing is left behind where that fails."""
    if path.exists():
        raise errors.StoreExists(f"There is already a file {path}. It was left as it is; choose another name.")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with worded(path):
            yield draft
        draft.rename(path)
    except OSError as error:
        raise errors.StoreReadOnly(f"{path} could not be written ({error.strerror}). Choose another folder.") from error
    finally:
        draft.unlink(missing_ok=True)


def _connected(path: Path, *, make: bool = False) -> Database:
    """A connection that waits for others, checks foreign keys, and has every commit on disk before it returns."""
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if make else 'rw'}"
    db = Database(sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT, isolation_level=None), execute_plugins=False)
    db.conn.text_factory = _decoded
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _decoded(text: bytes) -> str:
    """Text, also where a flipped bit has left it no text: its row's hash tells which row that is."""
    return text.decode("utf-8", "surrogateescape")


def _brought_up(db: Database) -> None:
    if not schema.migrations.pending(db):
        return
    with writing(db):
        schema.migrations.apply(db)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {schema.VERSION}")
