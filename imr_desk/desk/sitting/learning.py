"""What the store has learned from verified letters, as of the letter on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.sitting.session import Session
from imr_desk.store.kept.stored import Alias, TrackRecord
from imr_desk.store.store import Store

Learned = tuple[Mapping[str, TrackRecord], tuple[Alias, ...]]


class Learning(QObject):
    """Holds the rules' track records and the taught names; asks the store anew with each letter that is shown."""

    learned = Signal()
    """Records or names are other than before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._learned: Learned = ({}, ())
        session.letter_shown.connect(self.refresh)

    @property
    def aliases(self) -> tuple[Alias, ...]:
        return self._learned[1]

    def record_of(self, rule: str) -> TrackRecord | None:
        """The rule's record; None where no verified letter has met it."""
        return self._learned[0].get(rule)

    def refresh(self) -> None:
        """Ask the store."""
        self._session.keeper.ask(_learned, self._on_answered, lambda _error: None)

    def _on_answered(self, learned: Learned) -> None:
        if learned != self._learned:
            self._learned = learned
            self.learned.emit()


def _learned(store: Store) -> Learned:
    return store.track_records(), store.aliases()
