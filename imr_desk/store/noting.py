"""What a store remembers beside its letters: its labels, and notes of the desk."""

from __future__ import annotations

from imr_desk.letter.highlight import LabelSet
from imr_desk.store import settings
from imr_desk.store.file import moment
from imr_desk.store.kept.history import Act
from imr_desk.store.store_file import StoreFile


class Noting(StoreFile):
    """What a store remembers beside its letters: its labels, and notes of the desk."""

    def label_set(self) -> LabelSet:
        """The labels that this store is annotated with."""
        with self._reading() as db:
            return settings.label_set(db)

    def put_label_set(self, label_set: LabelSet, who: str) -> None:
        """Put another label set in the old one's place; highlights keep their label ids."""
        with self._writing() as db:
            settings.put_label_set(db, label_set, Act(moment.now(), who, None, "Change the labels"))

    def remembered(self, key: str) -> str | None:
        """What the desk noted under this key, or None."""
        with self._reading() as db:
            return settings.remembered(db, key)

    def remember(self, key: str, value: str) -> None:
        """Note something for the desk; no part of the letters' history."""
        with self._writing() as db:
            settings.remember(db, key, value)
