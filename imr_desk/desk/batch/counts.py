"""How many values of each field wait in the letters of a query, counted field by field beside the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.letter.batch import BATCH_FIELDS, BatchField
from imr_desk.store.file.errors import StoreError
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

COUNTED = 10_000
"""A field of which more values wait is only said to have more."""


class BatchCounts(QObject):
    """Knows, as far as counted, of how many values the batch check would ask."""

    counted = Signal()
    """One field more."""

    def __init__(self, reader: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._query = QueueQuery()
        self._counts: dict[str, int] = {}
        self.uncounted = 0
        """How many letters of an older store nobody has looked through yet."""

    def __getitem__(self, field: BatchField) -> int:
        """How many of the field's values wait, `COUNTED` at most; 0 as long as they have not been counted."""
        return self._counts.get(field.pattern, 0)

    def __iter__(self) -> Iterator[BatchField]:
        """The fields of which something waits, in the order of the form."""
        return (field for field in BATCH_FIELDS if self[field])

    @property
    def complete(self) -> bool:
        """Whether every field has been counted."""
        return len(self._counts) == len(BATCH_FIELDS)

    def count(self, query: QueueQuery) -> None:
        """Count what waits now in the letters of a query."""
        self._query = query
        self._counts.clear()
        self._reader.ask(lambda store: store.uncounted(), self._on_uncounted, _shrug)
        for field in BATCH_FIELDS:
            self._reader.ask(partial(_counted, query, field), partial(self._on_counted, query, field), _shrug)

    def _on_uncounted(self, letters: int) -> None:
        self.uncounted = letters
        self.counted.emit()

    def _on_counted(self, query: QueueQuery, field: BatchField, count: int) -> None:
        if query == self._query:
            self._counts[field.pattern] = count
            self.counted.emit()


def _counted(query: QueueQuery, field: BatchField, store: Store) -> int:
    return store.waiting_count(query, field, COUNTED)


def _shrug(error: StoreError) -> None:
    """A field that cannot be counted is not offered; the store's trouble is told where letters are listed."""
    del error
