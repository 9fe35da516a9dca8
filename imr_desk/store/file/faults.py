"""SQLite's errors, worded for the person and turned into the store's own."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.store.file import errors

_Worded = tuple[type[errors.StoreError], str]

_BY_CODE: dict[int, _Worded] = {
    sqlite3.SQLITE_BUSY: (
        errors.StoreLocked,
        "{path} is held by another program. Nothing was changed; close the other program and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        errors.StoreReadOnly,
        "{path} cannot be written to. Nothing was changed; ask for the right to write to it and its folder, "
        "or copy it to a folder of your own.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        errors.StoreDamaged,
        "{path} is damaged. Nothing was changed; run `imr-desk check` on it, or go back to a backup.",
    ),
    sqlite3.SQLITE_NOTADB: (errors.NotAStore, "{path} is not a store of IMR Desk. It was left as it is."),
    sqlite3.SQLITE_FULL: (
        errors.StoreFull,
        "There is no room left on the disk of {path}. Nothing was changed; make room and try again.",
    ),
}
_BY_CODE |= {
    sqlite3.SQLITE_LOCKED: _BY_CODE[sqlite3.SQLITE_BUSY],
    sqlite3.SQLITE_PERM: _BY_CODE[sqlite3.SQLITE_READONLY],
    sqlite3.SQLITE_CANTOPEN: _BY_CODE[sqlite3.SQLITE_READONLY],
    sqlite3.SQLITE_FORMAT: _BY_CODE[sqlite3.SQLITE_NOTADB],
}
_ELSE: _Worded = (errors.StoreError, "{path} could not be used ({error}). Nothing was changed; try again.")

_ROOM = 64 * 1024
"""Bytes that SQLite wants beside a store, for what programs that use it tell each other."""


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Let SQLite's errors leave the block as StoreError, with a sentence that names the store."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        code = sqlite3.SQLITE_FULL if _for_want_of_room(error, path) else _code(error)
        kind, sentence = _BY_CODE.get(code, _ELSE)
        raise kind(sentence.format(path=path, error=error)) from error


def _for_want_of_room(error: Exception, path: Path) -> bool:
    """Whether a full disk explains it: SQLite says only that it could not write, where that was beside the store."""
    beside = path.parent
    return _code(error) == sqlite3.SQLITE_IOERR and beside.exists() and shutil.disk_usage(beside).free < _ROOM


def _code(error: Exception) -> int:
    """SQLite's primary code; words of SQLite's own that cannot be decoded quote a damaged file."""
    if isinstance(error, UnicodeDecodeError):
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
