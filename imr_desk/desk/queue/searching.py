"""Searches over all letters beside the work: on a thread and a connection of their own, as fast as one types."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import Hits
from imr_desk.store.store import Store

SHOWN = 200
"""Hits that are shown, however many there are."""
TYPING_PAUSE = 150
"""Milliseconds without a key before a search begins."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search for some words brought."""

    words: str
    hits: Hits


@dataclass(frozen=True, slots=True)
class NotSearched:
    """The store did not answer, and why."""

    words: str
    reason: str


Answer = Searched | NotSearched


class Searching(QObject):
    """Looks for the words last asked for; answers to any others are dropped."""

    answered = Signal(object)
    """`Searched`, or `NotSearched`."""
    _done = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._store: Store | None = None
        self._executor = ThreadPoolExecutor(1, "search")
        self._words = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_PAUSE)
        self._soon.timeout.connect(self.look)
        self._done.connect(self._deliver)

    def look_for(self, words: str) -> None:
        """Search for these words, once no key has been pressed for a moment."""
        self._words = words
        self._soon.start()

    def look(self) -> None:
        """Search now for the words last asked for."""
        self._soon.stop()
        self._executor.submit(self._search, self._words)

    def close(self) -> None:
        """Let the store go."""
        self._soon.stop()
        self._executor.submit(self._let_go)
        self._executor.shutdown(wait=True)

    def _search(self, words: str) -> None:
        """On the thread of its own; what nobody waits for any more is not begun."""
        if words == self._words:
            self._done.emit(self._answer(words))

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()

    def _answer(self, words: str) -> Answer:
        try:
            if self._store is None:
                self._store = Store.open(self._path)
            return Searched(words, self._store.search(words, SHOWN))
        except StoreError as error:
            return NotSearched(words, str(error))

    def _deliver(self, answer: Answer) -> None:
        if answer.words == self._words:
            self.answered.emit(answer)
