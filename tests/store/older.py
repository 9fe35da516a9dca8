"""A store as an earlier version of the program left it."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from imr_desk.store.schema import _INDEXES

_THIRD = ("facts", "work", "field_records", "waiting", "reissued", "sampled", "samples", "name_search")


def as_version_3(path: Path) -> None:
    """Take out of a store what its fourth version added; nobody may have it open."""
    with Database(path) as older:
        older.execute("DROP TABLE uncounted")
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'uncounted'")
        older.execute("PRAGMA user_version = 3")
        older.conn.commit()


def as_version_2(path: Path) -> None:
    """Take out of a store what its third version added, too; nobody may have it open."""
    as_version_3(path)
    with Database(path) as older:
        older.execute("DROP TRIGGER reissued_follow")
        for table in _THIRD:
            older.execute(f"DROP TABLE {table}")
        indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'letters_by_%'"
        for (index,) in older.execute(indexes).fetchall():
            older.execute(f"DROP INDEX {index}")
        for statement in _INDEXES:
            if " ON letters " in statement:
                older.execute(statement)
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'station'")
        older.execute("PRAGMA user_version = 2")
        older.conn.commit()
