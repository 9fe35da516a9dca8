"""What the store's letters of one kind have in common, counted beside the work and kept until the store has grown."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from imr_desk.letter.repetition import Common, TooFew, common, fingerprints
from imr_desk.store.file.errors import StoreError
from imr_desk.store.store import Store

SAMPLE = 300
"""So many letters, those that came in last, tell what is common."""
GROWTH = 0.1
"""After the store has grown by this share it is counted anew."""
_BREATH = 0.002
"""Seconds that the window has to itself between one letter and the next."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """The store could not be read, and why."""

    reason: str


Counting = Common | TooFew | NotCounted


@dataclass(frozen=True, slots=True)
class _Known:
    """A count, and how many letters the template had then."""

    letters: int
    counting: Counting


class Repetition(QObject):
    """Counts on a thread and a store connection of its own, one template after another."""

    counted = Signal()
    """It is known what letters of some template have in common."""
    _answered = Signal(str, object)

    def __init__(self, store: Path, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._executor = executor or ThreadPoolExecutor(1, "repetition")
        self._known: dict[str, _Known] = {}
        self._asked: set[str] = set()
        self._closing = Event()
        self._answered.connect(self._on_answered)

    def of(self, template: str) -> Counting | None:
        """What is known of a template's letters; None before it has been counted."""
        known = self._known.get(template)
        return known.counting if known else None

    def ask(self, template: str) -> None:
        """Count, where that has not been done or the store has grown since; `counted` tells when it is known."""
        if template in self._asked or self._closing.is_set():
            return
        self._asked.add(template)

        def answer(job: Future[_Known]) -> None:
            self._answered.emit(template, job)

        job = self._executor.submit(_count, self._store, template, self._known.get(template), self._closing)
        job.add_done_callback(answer)

    def close(self) -> None:
        """Stop counting."""
        self._closing.set()
        self._executor.shutdown()

    def _on_answered(self, template: str, job: Future[_Known]) -> None:
        self._asked.discard(template)
        known = job.result()
        if known is not self._known.get(template):
            self._known[template] = known
            self.counted.emit()


def _count(path: Path, template: str, known: _Known | None, closing: Event) -> _Known:
    try:
        with Store.open(path) as store:
            letters = store.letters_of(template)
            if known is not None and letters < known.letters * (1 + GROWTH):
                return known
            return _Known(letters, common(_unhurried(store, template, closing)))
    except StoreError as error:
        return _Known(0, NotCounted(str(error)))


def _unhurried(store: Store, template: str, closing: Event) -> Iterator[frozenset[str]]:
    """The fingerprints of each letter, with a breath in between; no more of them once the desk is closing."""
    for text in store.texts(template, SAMPLE):
        if closing.wait(_BREATH):
            return
        yield fingerprints(text)
