"""Random samples of the letters, drawn, kept and judged."""

from __future__ import annotations

from imr_desk.store.file import moment
from imr_desk.store.kept.history import Act
from imr_desk.store.kept.stored import Sample, SecondLook, Verdict
from imr_desk.store.listing import Listing
from imr_desk.store.queue import queue, samples
from imr_desk.store.queue.query import QueueQuery


class Sampling(Listing):
    """Random samples of the letters, to be looked at again by a second pair of eyes."""

    def draw_sample(self, query: QueueQuery, size: int, seed: int, told: str, who: str) -> Sample:
        """Draw so many of the query's letters and keep them as a sample; `told` says of which letters."""
        with self._writing() as db:
            among = tuple(queue.ids(db, query, [range(queue.count(db, query))]))
            number = samples.put(db, among, size, seed, Act(moment.now(), who, None, told))
            return next(one for one in samples.all_of(db) if one.id == number)

    def samples(self) -> tuple[Sample, ...]:
        """Every sample, the latest first."""
        with self._reading() as db:
            return tuple(samples.all_of(db))

    def judge(self, sample_id: int, letter_id: int, verdict: Verdict, who: str) -> None:
        """Note what a second look at a letter of a sample found."""
        with self._writing() as db:
            samples.judge(db, sample_id, letter_id, verdict, Act(moment.now(), who, letter_id, ""))

    def second_look(self, letter_id: int) -> SecondLook | None:
        """What the last second look at a letter found; None where there was none."""
        with self._reading() as db:
            return samples.last_look(db, letter_id)
