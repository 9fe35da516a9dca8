"""Changes on their way into the store: sent one at a time, kept and tried again when a save fails."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from imr_desk.desk.keeper import Keeper
from imr_desk.letter.change import LetterChange
from imr_desk.store.errors import StoreError

RETRY_AFTER = 3000
"""Milliseconds between two tries of a failed save."""


@dataclass(frozen=True, slots=True)
class Saved:
    """All that was done is on disk."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Some changes are on their way."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The store would not take a change; it is kept, and tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Sent:
    letter_id: int
    change: LetterChange


class Outbox(QObject):
    """Knows what has been done and is not yet on disk."""

    saving_changed = Signal()

    def __init__(self, keeper: Keeper, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self._waiting: deque[_Sent] = deque()
        self._saving: Saved | Saving | NotSaved = Saved()
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_AFTER)
        self._retry.timeout.connect(self._send_next)

    @property
    def saving(self) -> Saved | Saving | NotSaved:
        return self._saving

    def put(self, letter_id: int, change: LetterChange) -> None:
        """Send a change after all those before it."""
        self._waiting.append(_Sent(letter_id, change))
        if len(self._waiting) == 1:
            self._send_next()

    def pending(self, letter_id: int) -> tuple[LetterChange, ...]:
        """The letter's changes that are not on disk yet, oldest first."""
        return tuple(sent.change for sent in self._waiting if sent.letter_id == letter_id)

    def try_again(self) -> None:
        """Send what failed now, not when its time comes."""
        if isinstance(self._saving, NotSaved):
            self._retry.stop()
            self._send_next()

    def _send_next(self) -> None:
        if not self._waiting:
            self._set(Saved())
            return
        if isinstance(self._saving, Saved):
            self._set(Saving())
        first = self._waiting[0]
        self._keeper.ask(
            lambda store: store.commit(first.letter_id, first.change, self._who), self._on_stored, self._on_failed
        )

    def _on_stored(self, _: None) -> None:
        self._waiting.popleft()
        self._send_next()

    def _on_failed(self, error: StoreError) -> None:
        self._set(NotSaved(str(error)))
        self._retry.start()

    def _set(self, saving: Saved | Saving | NotSaved) -> None:
        if saving != self._saving:
            self._saving = saving
            self.saving_changed.emit()
