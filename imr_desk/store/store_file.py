"""The store as a file: made, opened, backed up, looked over; every reading and writing of it is one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlite_utils import Database

from imr_desk.store import integrity, opening
from imr_desk.store.file import writing
from imr_desk.store.file.faults import worded
from imr_desk.store.letters import Check


class StoreFile:
    """An open store file: one connection, used by the thread that made it.

    Several on one file are fine, in one program or in many: readers never wait, writers take turns.
    """

    def __init__(self, path: Path, db: Database, check: Check | None) -> None:
        self.path = path
        self.check = check
        """What finds fault with a record; None where the findings made at reading stand."""
        self._db = db

    @classmethod
    def create(cls, path: Path, check: Check | None = None) -> Self:
        """Make a new store and open it; raises StoreError, StoreExists where there is a file.

        `check` finds the errors that the queue counts; without it those found at reading stand.
        """
        return cls(path, opening.made(path), check)

    @classmethod
    def open(cls, path: Path, check: Check | None = None) -> Self:
        """Open a store; raises StoreError (NotAStore, StoreLocked, ...) and then has written nothing."""
        return cls(path, opening.opened(path), check)

    def close(self) -> None:
        """Let the file go; all that was committed is on disk already."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def back_up(self, path: Path) -> None:
        """Copy the store to a new file, as of this moment; it appears there whole or not at all."""
        opening.copied(self._db, path)

    def damages(self, step: integrity.Step = lambda _done, _all: None) -> Iterator[str]:
        """A sentence for each thing that is not as it was written; `step` is told after each letter."""
        with self._reading() as db:
            yield from integrity.damages(db, step)

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with worded(self.path), writing.reading(self._db):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with worded(self.path), writing.writing(self._db):
            yield self._db
