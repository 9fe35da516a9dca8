"""Small letters for tests: a text becomes a `LetterText` whose every character is ten points wide."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future

from imr_desk.letter.entry import Entry, Found
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Matched, Reading, Source, TextLayer
from imr_desk.letter.record import blank_record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word


def letter_text(text: str) -> LetterText:
    """The text laid out line by line, pages parted by form feeds."""
    words: list[Word] = []
    pages: list[Page] = []
    start, line = 0, 0
    for number, page in enumerate(text.split("\f"), start=1):
        offset = start
        for row, printed in enumerate(page.split("\n")):
            for match in re.finditer(r"\S+", printed):
                box = Rect(10.0 * match.start(), 20.0 * row, 10.0 * match.end(), 20.0 * row + 12)
                words.append(Word(Span(offset + match.start(), offset + match.end()), number, line, box))
            offset += len(printed) + 1
            line += 1
        pages.append(Page(number, 612, 792, Span(start, start + len(page))))
        start += len(page) + 1
    return LetterText(text, tuple(pages), tuple(words))


def found(text: str, words: str, value: object = None, confidence: float = 0.99) -> Entry:
    """The machine's entry for words that stand in the text."""
    start = text.index(words)
    kept = words if value is None else value
    assert isinstance(kept, str | int | float | bool)
    return Entry(Found(kept, Span(start, start + len(words)), "test", confidence))


def reading(text: str, entries: Mapping[str, Entry], file: str = "letter.pdf") -> Reading:
    """A reading of the text with these entries, all other single fields absent."""
    laid_out = letter_text(text)
    source = Source(file, hashlib.sha256(text.encode()).hexdigest(), len(laid_out.pages), TextLayer.EMBEDDED)
    record = blank_record().changed(dict(entries))
    return Reading(source, laid_out, Matched("D3", ("headings",)), (), record)


class Inline(Executor):
    """Does at once, on the caller's thread, what it is given: the manual lane of the desk's tests."""

    def submit(self, task, /, *args, **kwargs):  # type: ignore[no-untyped-def, override]
        future: Future[object] = Future()
        try:
            future.set_result(task(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001  (an executor hands every error to its future)
            future.set_exception(error)
        return future


class Lane(Executor):
    """Does what it is given when the test says so, in order."""

    def __init__(self) -> None:
        self._tasks: list[Callable[[], None]] = []

    def submit(self, task, /, *args, **kwargs):  # type: ignore[no-untyped-def, override]
        future: Future[object] = Future()
        self._tasks.append(lambda: future.set_result(task(*args, **kwargs)))
        return future

    @property
    def waiting(self) -> int:
        """How much there is to do."""
        return len(self._tasks)

    def run_one(self) -> None:
        """Do the next thing alone."""
        self._tasks.pop(0)()

    def run(self) -> None:
        """Do everything, and what comes of it."""
        while self._tasks:
            self.run_one()
