"""What charts are drawn from: the letters, their fields and the work on them, counted."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.store import backlog
from imr_desk.store.figures import judging, tallies
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.figures.tallies import Groups, Tally
from imr_desk.store.kept import work
from imr_desk.store.kept.stored import TrackRecord
from imr_desk.store.kept.work import WorkDone
from imr_desk.store.learned import Learned


class Counted(Learned):
    """What charts are drawn from: letters counted by their facts, fields by how they fared, work by day."""

    def tallies(self, dimension: Dimension, verified: bool, groups: Groups | None = None) -> tuple[Tally, ...]:
        """How many letters have which outcome, by value, or by the group that `groups` puts a value in."""
        with self._reading() as db:
            return tuple(tallies.tallies(db, dimension, verified, groups))

    def uncounted(self) -> int:
        """How many letters of an older store are in none of these figures yet."""
        with self._reading() as db:
            return backlog.count(db)

    def count_some(self, most: int) -> int:
        """Bring so many of those at most into the figures; how many are left."""
        with self._writing() as db:
            backlog.settle_some(db, most)
            return backlog.count(db)

    def field_records(self) -> Mapping[str, TrackRecord]:
        """How often the parser's value of each field, by its pattern, was kept over the verified letters."""
        with self._reading() as db:
            return judging.field_records(db)

    def work(self) -> tuple[WorkDone, ...]:
        """Who did how much on which day."""
        with self._reading() as db:
            return tuple(work.done(db))
