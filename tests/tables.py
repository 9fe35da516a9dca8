"""The tables of a store, looked at and written to behind its back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from imr_desk.store.file.writing import writing
from imr_desk.store.opening import opened


@contextmanager
def tables_of(path: Path) -> Iterator[Database]:
    """A connection of its own to the store, all that is done on it one transaction."""
    with closing(opened(path)) as db, writing(db):
        yield db
