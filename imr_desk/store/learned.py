"""What the store's verified letters teach: records of rules, names of drugs, specialties and chapters."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.store.figures import learning
from imr_desk.store.kept.stored import Alias, TrackRecord
from imr_desk.store.noting import Noting


class Learned(Noting):
    """What the store's verified letters teach; brought up with every change of them."""

    def track_records(self) -> Mapping[str, TrackRecord]:
        """Each parser rule's record over the verified letters."""
        with self._reading() as db:
            return learning.track_records(db)

    def aliases(self) -> tuple[Alias, ...]:
        """The names of drugs, specialties and chapters that people taught by correcting, by list and name."""
        with self._reading() as db:
            return tuple(learning.aliases(db))

    def remove_alias(self, listing: str, value: str) -> bool:
        """Offer a taught name no more; False where it was not offered."""
        with self._writing() as db:
            return learning.remove_alias(db, listing, value)
