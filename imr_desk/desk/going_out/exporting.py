"""Letters out of a store into a file: the verified ones, or all, a letter a line. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imr_desk.desk.pages.sharpening import Sharpener
from imr_desk.exchange.annotation import labelled_json
from imr_desk.exchange.lines import line, write_whole
from imr_desk.letter.review import LetterState
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

VERIFIED = QueueQuery(frozenset({LetterState.VERIFIED}))
ALL = QueueQuery(frozenset())
_WINDOW = 1000


def lines_of(store: Store, query: QueueQuery, left_out: list[str]) -> Iterator[str]:
    """Each letter on one line, in the order they came in; why a damaged one is left out is added to `left_out`."""
    with Sharpener(store) as sharpener:
        for letter in _letters(store, query, left_out):
            yield line(labelled_json(sharpener.sharpened(letter)))


def export_letters(store: Path, out: Path, query: QueueQuery = VERIFIED) -> tuple[int, tuple[str, ...]]:
    """Write the letters that are meant to `out`, whole or not at all; how many, and why others were left out.

    Raises StoreError where the store does not open, OSError where the file cannot be written.
    """
    left_out: list[str] = []
    written = 0

    def counted(lines: Iterator[str]) -> Iterator[str]:
        nonlocal written
        for each in lines:
            written += 1
            yield each

    with Store.open(store) as opened:
        write_whole(out, counted(lines_of(opened, query, left_out)))
    return written, tuple(left_out)


def _letters(store: Store, query: QueueQuery, left_out: list[str]) -> Iterator[StoredLetter]:
    for offset in range(0, store.queue_count(query), _WINDOW):
        for row in store.queue(query, offset, _WINDOW):
            try:
                yield store.letter(row.id)
            except StoreDamaged as error:
                left_out.append(str(error))
