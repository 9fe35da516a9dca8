"""Transactions: all of a change or nothing of it, on disk when the block is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction that takes the write lock at once: a snapshot turned writer would not wait for its turn."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """One unchanging view of the store for several queries."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()
