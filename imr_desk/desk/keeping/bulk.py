"""A change to many letters, made piece by piece: the store serves others in between, and a person can stop it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.pieces import PieceSize, timed
from imr_desk.letter.change import Addressed
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import Changed, Wish
from imr_desk.store.store import Store

PIECE = 0.03
"""Seconds of computing that a piece is to take; what the disk takes besides is the same for any piece."""
FIRST_PIECE = 50
"""Letters of the first piece, which shows how many fit."""


@dataclass(frozen=True, slots=True)
class BulkEnd:
    """What was changed, how many letters were come to, and of how many.

    `left_out` has a sentence for each letter that is damaged; `trouble` tells why it ended before its time.
    """

    changes: tuple[Addressed, ...]
    done: int
    of: int
    left_out: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def left(self) -> int:
        """How many letters nobody has come to."""
        return self.of - self.done


@dataclass(frozen=True, slots=True)
class CutShort:
    """A change to many letters in whose midst the program ended."""

    title: str
    done: int
    of: int


class Bulk(QObject):
    """One change to many letters at a time; each piece is one transaction, and told of once it is on disk."""

    progressed = Signal()
    """It has begun, gone on or ended."""
    changed = Signal(object)
    """These changes are in the store: a tuple of `Addressed`."""
    ended = Signal(object)
    """No further letter is come to: `BulkEnd`."""
    cut_short = Signal(object)
    """What was found on looking back: `CutShort`."""

    def __init__(self, keeper: Keeper, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._who = who
        self._key = f"desk.bulk.{who}"
        self._ids: Sequence[int] = ()
        self._wish: Wish = lambda _: None
        self._made: list[Addressed] = []
        self._left_out: list[str] = []
        self._piece = PieceSize(PIECE, FIRST_PIECE)
        self._stopped = False
        self.title = ""
        self.done = 0
        """How many letters were come to."""
        self.running = False

    @property
    def of(self) -> int:
        """How many letters are meant."""
        return len(self._ids)

    def begin(self, title: str, ids: Sequence[int], wish: Wish) -> None:
        """Change each of these letters as is wished for it; nothing else may be running."""
        self.title, self._ids, self._wish = title, ids, wish
        self._made, self._left_out = [], []
        self._piece, self.done, self._stopped, self.running = PieceSize(PIECE, FIRST_PIECE), 0, False, True
        self.progressed.emit()
        self._go_on()

    def stop(self) -> None:
        """Come to no further letter; those that are changed stay so."""
        self._stopped = True

    def look_back(self) -> None:
        """Tell of a change that the program did not live to finish, once."""
        self._keeper.ask(lambda store: _forgotten(store, self._key), self._tell)

    def _go_on(self) -> None:
        if self._stopped or self.done == self.of:
            self._end()
            return
        ids, wish, who = self._ids[self.done : self.done + self._piece.now], self._wish, self._who
        done = self.done + len(ids)
        note = self._key, json.dumps([self.title, done, self.of]) if done < self.of else ""
        self._keeper.ask(
            lambda store: timed(lambda: store.change_each(ids, wish, who, note)),
            lambda told: self._on_changed(len(ids), *told),
            self._on_failed,
        )

    def _on_changed(self, letters: int, made: Changed, seconds: float) -> None:
        self.done += letters
        self._piece.note(letters, seconds)
        self._made += made.changes
        self._left_out += made.left_out
        if made.changes:
            self.changed.emit(made.changes)
        self.progressed.emit()
        self._go_on()

    def _on_failed(self, error: StoreError) -> None:
        self._end(str(error))

    def _end(self, trouble: str = "") -> None:
        self.running = False
        if 0 < self.done < self.of:
            self._keeper.ask(lambda store: store.remember(self._key, ""), failed=lambda _: None)
        self.progressed.emit()
        self.ended.emit(BulkEnd(tuple(self._made), self.done, self.of, tuple(self._left_out), trouble))

    def _tell(self, noted: str) -> None:
        if noted:
            title, done, of = json.loads(noted)
            self.cut_short.emit(CutShort(title, done, of))


def _forgotten(store: Store, key: str) -> str:
    """What was noted under the key, and is not any more."""
    noted = store.remembered(key) or ""
    if noted:
        store.remember(key, "")
    return noted
