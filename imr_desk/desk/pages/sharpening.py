"""Exact places for what a person marked within a word: its characters' boxes, looked up in the PDF again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from queue import SimpleQueue
from typing import Self

from imr_desk.intake.request import CharBoxes, FoundBoxes, Pdf, Reply
from imr_desk.intake.worker import Workers
from imr_desk.letter.reading import Reading
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.store.store import Store


class Sharpener:
    """Looks characters up in a worker process, which is started when the first letter needs one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._workers: Workers | None = None
        self._replies: SimpleQueue[Reply] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._workers is not None:
            self._workers.close()

    def sharpened(self, letter: StoredLetter) -> StoredLetter:
        """The letter, knowing the characters of every word that its values and highlights take only in part."""
        reading = letter.outcome
        if not isinstance(reading, Reading):
            return letter
        missing = reading.text.cut_words(_spans(letter)) - reading.text.char_boxes.keys()
        if not missing:
            return letter
        return replace(letter, outcome=replace(reading, text=self._with_boxes(letter, reading.text, missing)))

    def _with_boxes(self, letter: StoredLetter, text: LetterText, words: frozenset[int]) -> LetterText:
        """The text as it was where the PDF does not open: a part of a word then stands in its share of its box."""
        if self._workers is None:
            self._workers = Workers(1, self._replies.put)
        try:
            pdf = Pdf(letter.file, self._store.pdf(letter.id))
        except StoreDamaged:
            return text
        self._workers.submit(pdf, CharBoxes({index: text.words[index] for index in words}))
        found = self._replies.get().outcome
        return text.with_char_boxes(found.by_word) if isinstance(found, FoundBoxes) else text


def _spans(letter: StoredLetter) -> Iterator[Span]:
    yield from (entry.span for entry in letter.record.entries.values() if entry.span is not None)
    yield from (highlight.span for highlight in letter.highlights)
