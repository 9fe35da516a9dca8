"""A store as an earlier version of the program left it."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

_LATER = ("facts", "work", "field_records", "waiting")


def as_version_2(path: Path) -> None:
    """Take out of a store what its third version added."""
    with Database(path) as older:
        for table in _LATER:
            older.execute(f"DROP TABLE {table}")
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'station'")
        older.execute("PRAGMA user_version = 2")
        older.conn.commit()
