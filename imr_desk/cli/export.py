"""`imr-desk export`: what persons made of the letters, out of a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imr_desk.cli.printing import print_lines, say
from imr_desk.cli.sharp import Sharpener
from imr_desk.exchange.annotation import labelled_json
from imr_desk.exchange.lines import line, write_whole
from imr_desk.letter.review import LetterState
from imr_desk.store.errors import StoreDamaged
from imr_desk.store.queue import QueueQuery
from imr_desk.store.store import Store
from imr_desk.store.stored import StoredLetter

WINDOW = 1000


def run(path: Path, out: Path | None, *, everything: bool) -> int:
    """Print or write the letters in the order they came in; 1 where a damaged one had to be left out."""
    damaged: list[StoreDamaged] = []
    with Store.open(path) as store, Sharpener(store) as sharpener:
        query = QueueQuery(frozenset() if everything else frozenset({LetterState.VERIFIED}))
        lines = map(_line, map(sharpener.sharpened, _letters(store, query, damaged)))
        if out is None:
            print_lines(lines)
        else:
            write_whole(out, lines)
    return 1 if damaged else 0


def _line(letter: StoredLetter) -> str:
    return line(labelled_json(letter))


def _letters(store: Store, query: QueueQuery, damaged: list[StoreDamaged]) -> Iterator[StoredLetter]:
    for letter_id in _ids(store, query):
        try:
            yield store.letter(letter_id)
        except StoreDamaged as error:
            damaged.append(error)
            say(str(error))


def _ids(store: Store, query: QueueQuery) -> Iterator[int]:
    for offset in range(0, store.queue_count(query), WINDOW):
        yield from (row.id for row in store.queue(query, offset, WINDOW))
