"""The letters of an older store, counted for charts and batch check while the person works."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.pieces import PieceSize, timed
from imr_desk.store.file.errors import StoreError

PIECE = 0.02
"""Seconds of computing that a piece is to take; what the disk takes besides is the same for any piece."""
REST = 20
"""Milliseconds between two pieces, which belong to the person."""
TELL_EVERY = 2.0
"""Seconds between two tellings of how far it is."""
AFTER_TROUBLE = 5000
"""Milliseconds before it is tried again where the store was held or full."""


class Backlog(QObject):
    """Asks the store for a piece of counting after another, as long as there is some."""

    progressed = Signal()
    """Some letters more are counted, or all."""

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._piece = PieceSize(PIECE, first=1)
        self._told = 0.0
        self.of = 0
        """How many letters were to be counted."""
        self.left = 0
        """How many of them still are."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._count)

    def begin(self) -> None:
        """Look whether there is anything to count, and count it."""
        self._keeper.ask(lambda store: store.uncounted(), self._on_found, self._on_failed)

    def _on_found(self, letters: int) -> None:
        self.of = self.left = letters
        if letters:
            self._tell()
            self._rest_for(REST)

    def _count(self) -> None:
        most = self._piece.now
        self._keeper.ask(
            lambda store: timed(lambda: store.count_some(most)),
            lambda told: self._on_counted(most, *told),
            self._on_failed,
        )

    def _on_counted(self, most: int, left: int, seconds: float) -> None:
        self.left = left
        self._piece.note(most, seconds)
        if left:
            self._rest_for(REST)
        if not left or time.monotonic() - self._told > TELL_EVERY:
            self._tell()

    def _on_failed(self, error: StoreError) -> None:
        """The store's trouble is told where something is saved; figures can wait."""
        del error
        self._rest_for(AFTER_TROUBLE)

    def _rest_for(self, milliseconds: int) -> None:
        self._rest.start(milliseconds)

    def _tell(self) -> None:
        self._told = time.monotonic()
        self.progressed.emit()
