"""Changes on their way into the store: sent one parcel at a time, kept and tried again when a save fails."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.store.file.errors import StoreConflict, StoreError

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
class Parcel:
    """Changes that go into the store together; `step` is the number of the step that they are of."""

    step: int
    changes: tuple[Addressed, ...]

    @property
    def letters(self) -> frozenset[int]:
        return frozenset(letter_id for letter_id, _ in self.changes)


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Changes that the store will never take, since others changed the same first."""

    conflict: StoreConflict
    steps: frozenset[int]
    letters: frozenset[int]


class Outbox(QObject):
    """Knows what has been done and is not yet on disk."""

    saving_changed = Signal()
    overtaken = Signal(object)
    """Some parcels were given up: `Overtaken`."""

    def __init__(self, keeper: Keeper, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self._waiting: deque[Parcel] = deque()
        self._under_way = False
        self._saving: Saved | Saving | NotSaved = Saved()
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_AFTER)
        self._retry.timeout.connect(self._send_next)

    @property
    def saving(self) -> Saved | Saving | NotSaved:
        return self._saving

    def put(self, parcel: Parcel) -> None:
        """Send a parcel after all those before it."""
        self._waiting.append(parcel)
        if len(self._waiting) == 1:
            self._send_next()

    def pending(self, letter_id: int) -> tuple[LetterChange, ...]:
        """The letter's changes that are not on disk yet, oldest first."""
        return tuple(change for parcel in self._waiting for id, change in parcel.changes if id == letter_id)

    def try_again(self) -> None:
        """Send what failed now, not when its time comes."""
        if isinstance(self._saving, NotSaved):
            self._retry.stop()
            self._send_next()

    def _send_next(self) -> None:
        if self._under_way:
            return
        if not self._waiting:
            self._set(Saved())
            return
        if isinstance(self._saving, Saved):
            self._set(Saving())
        first = self._waiting[0]
        self._under_way = True
        self._keeper.ask(lambda store: store.commit_all(first.changes, self._who), self._on_stored, self._on_failed)

    def _on_stored(self, _: None) -> None:
        self._under_way = False
        self._waiting.popleft()
        self._send_next()

    def _on_failed(self, error: StoreError) -> None:
        self._under_way = False
        if isinstance(error, StoreConflict):
            self._give_up(error)
            self._send_next()
        else:
            self._set(NotSaved(str(error)))
            self._retry.start()

    def _give_up(self, error: StoreConflict) -> None:
        """Let the first parcel go, and those behind it that may build on what it says of its letters."""
        letters: set[int] = set(self._waiting[0].letters)
        steps: set[int] = set()
        kept: deque[Parcel] = deque()
        for parcel in self._waiting:
            if parcel.letters & letters:
                letters |= parcel.letters
                steps.add(parcel.step)
            else:
                kept.append(parcel)
        self._waiting = kept
        self.overtaken.emit(Overtaken(error, frozenset(steps), frozenset(letters)))

    def _set(self, saving: Saved | Saving | NotSaved) -> None:
        if saving != self._saving:
            self._saving = saving
            self.saving_changed.emit()
