"""The letters as a queue: by window, sorted and filtered in SQL, searched, counted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from imr_desk.letter.batch import BatchField
from imr_desk.letter.review import LetterState
from imr_desk.store.counted import Counted
from imr_desk.store.file import moment, tables
from imr_desk.store.kept.stored import FieldValue, Hits, QueueRow
from imr_desk.store.queue import queue, search, waiting
from imr_desk.store.queue.query import QueueQuery


class Listing(Counted):
    """The letters as a queue: by window, sorted and filtered in SQL, searched, counted."""

    def queue(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """A window of the queue: at most `limit` rows from `offset` on."""
        with self._reading() as db:
            return tuple(queue.window(db, query, offset, limit))

    def queue_count(self, query: QueueQuery) -> int:
        """How many letters the query means."""
        with self._reading() as db:
            return queue.count(db, query)

    def queue_place(self, query: QueueQuery, letter_id: int) -> int | None:
        """The letter's offset in the queue, or None where the query does not mean it."""
        with self._reading() as db:
            return queue.place(db, query, letter_id)

    def queue_ids(self, query: QueueQuery, *ranges: range) -> tuple[int, ...]:
        """The numbers of the letters at these places of the queue, in its order."""
        with self._reading() as db:
            return tuple(queue.ids(db, query, ranges))

    def waiting(
        self, query: QueueQuery, field: BatchField, after: FieldValue | None, limit: int
    ) -> tuple[FieldValue, ...]:
        """The field's values that nobody stands behind yet, in the query's open letters, the least sure first."""
        with self._reading() as db:
            return tuple(waiting.waiting(db, query, field, after, limit))

    def waiting_count(self, query: QueueQuery, field: BatchField, most: int) -> int:
        """How many of the field's values wait in the query's open letters; counted as far as `most`."""
        with self._reading() as db:
            return waiting.count(db, query, field, most)

    def values_at(self, places: Sequence[tuple[int, str]]) -> tuple[FieldValue, ...]:
        """What these letters have at these batch fields now; those that have nothing there are left out."""
        with self._reading() as db:
            return tuple(waiting.values_at(db, places))

    def next_to_review(self, query: QueueQuery, after: int | None, who: str) -> int | None:
        """The letter that `who` is to look at after this one; None where none is left."""
        with self._reading() as db:
            return queue.next_to_review(db, query, after, who)

    def search(self, words: str, limit: int) -> Hits:
        """The letters that hold all these words (see `letter.sought`) in their text or in what people wrote."""
        with self._reading() as db:
            return search.hits(db, words, limit)

    def people(self) -> tuple[str, ...]:
        """Everybody whom a letter is assigned to or who decided on one, by name."""
        with self._reading() as db:
            return tuple(sorted(queue.people(db), key=str.casefold))

    def counts(self) -> Mapping[LetterState, int]:
        """How many letters there are in each state; every state is named."""
        with self._reading() as db:
            found = {row["state"]: row["n"] for row in tables.rows(db, _COUNTS)}
        return MappingProxyType({state: found.get(state.value, 0) for state in LetterState})

    def states_of(self, letter_ids: Sequence[int]) -> Mapping[LetterState, int]:
        """How many of these letters are in which state; only states that one of them is in are named."""
        with self._reading() as db:
            found = tables.rows(db, _STATES_OF, json.dumps([*letter_ids]))
            return MappingProxyType({LetterState(row["state"]): row["n"] for row in found})

    def verified_today(self) -> int:
        """How many letters were verified since midnight, local time."""
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        with self._reading() as db:
            return int(tables.scalar(db, _VERIFIED_SINCE, LetterState.VERIFIED, moment.written(midnight)))


_STATES_OF = (
    "SELECT state, count(*) AS n FROM json_each(?) AS chosen JOIN letters ON letters.id = chosen.value GROUP BY state"
)
_COUNTS = "SELECT state, count(*) AS n FROM letters GROUP BY state"
_VERIFIED_SINCE = "SELECT count(*) FROM letters WHERE state = ? AND reviewed_at >= ?"
