"""Which files are refused, and why: looked at so that they stay untouched and nothing is put beside them."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from imr_desk.store import schema
from imr_desk.store.file import errors, tables
from imr_desk.store.file.faults import worded

PATIENCE = 1.0
"""Seconds to wait for a look at a store that another program holds."""
_HEADER = struct.Struct(">16s H 10x I 28x I 4x I 24x I")
"""Magic, page size, size in pages, user version, application id, SQLite's version: https://sqlite.org/fileformat.html"""
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first bytes of a SQLite file tell."""

    bytes_in_all: int
    version: int
    application_id: int


def refuse_unless_ours(path: Path) -> None:
    """Raise NotAStore, StoreTooNew, StoreDamaged, StoreLocked or StoreReadOnly where we cannot use the file."""
    header = _header(path)
    if header is None or header.application_id != schema.APPLICATION_ID:
        raise errors.NotAStore(f"{path} is not a store of IMR Desk. It was left as it is.")
    if header.bytes_in_all > path.stat().st_size and not _log(path).exists():
        raise errors.StoreDamaged(f"{path} has been cut short. It was left as it is; go back to a backup.")
    if header.version > schema.VERSION:
        raise _too_new(path)
    with worded(path):
        _look_inside(path)


def refuse_unless_writable(path: Path) -> None:
    """Raise StoreReadOnly where the file, or its folder, may not be written to."""
    if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        raise errors.StoreReadOnly(
            f"{path} cannot be written to. It was left as it is; ask for the right to write to it and its folder, "
            "or copy it to a folder of your own."
        )


def _look_inside(path: Path) -> None:
    """Refuse a store whose tables cannot be read or are not those that we make, or of a later version after all.

    Without a write-ahead log nothing at all is put beside the file; with one the file is still not written to, since
    a connection that may only read never empties the log into it. The log may hold a later version than the file.
    """
    alone = "" if _log(path).exists() else "&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode=ro{alone}"
    with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as connection:
        db = Database(connection, execute_plugins=False)
        version = tables.scalar(db, "PRAGMA user_version")
        if version > schema.VERSION:
            raise _too_new(path)
        if version == schema.VERSION and schema.declared(db) != schema.as_made():
            raise errors.StoreDamaged(
                f"The tables of {path} are not those of IMR Desk: it is damaged, or another program changed it. "
                "It was left as it is; go back to a backup."
            )


def _too_new(path: Path) -> errors.StoreTooNew:
    return errors.StoreTooNew(
        f"{path} was written by a later version of IMR Desk. It was left as it is; open it with that version."
    )


def _header(path: Path) -> _Header | None:
    """What the file's first bytes tell, read without SQLite, which would put files beside it; None if not SQLite's."""
    try:
        with path.open("rb") as file:
            first = file.read(_HEADER.size)
    except FileNotFoundError:
        raise errors.NotAStore(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise errors.NotAStore(f"{path} is a folder, not a store of IMR Desk.") from None
    except OSError as error:
        raise errors.StoreReadOnly(
            f"{path} cannot be read ({error.strerror}). Ask for the right to read it."
        ) from error
    if len(first) < _HEADER.size or not first.startswith(_MAGIC):
        return None
    _, page_size, pages, version, application_id, _ = _HEADER.unpack(first)
    return _Header(pages * (65536 if page_size == 1 else page_size), version, application_id)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
