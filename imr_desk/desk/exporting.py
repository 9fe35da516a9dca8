"""Letters out of a store into a file: the verified ones, or all, one line of JSON each. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from imr_desk.desk.sharp import Sharpener
from imr_desk.exchange.annotation import labelled_json
from imr_desk.exchange.lines import line, write_whole
from imr_desk.letter.review import LetterState
from imr_desk.store.errors import StoreDamaged
from imr_desk.store.queue import QueueQuery
from imr_desk.store.store import Store
from imr_desk.store.stored import StoredLetter

VERIFIED = QueueQuery(frozenset({LetterState.VERIFIED}))
ALL = QueueQuery(frozenset())
_WINDOW = 1000


@dataclass
class Exported:
    """What came of an export so far: how many letters went out, and why others were left out."""

    letters: int = 0
    left_out: list[str] = field(default_factory=list)


def lines_of(store: Store, query: QueueQuery, exported: Exported) -> Iterator[str]:
    """Each letter on one line, in the order they came in; what becomes of them is counted in `exported`."""
    with Sharpener(store) as sharpener:
        for letter in _letters(store, query, exported):
            exported.letters += 1
            yield line(labelled_json(sharpener.sharpened(letter)))


def export(path: Path, out: Path, query: QueueQuery, told: Callable[[int], None]) -> Exported:
    """Write the letters of the store at `path` to `out`, whole or not at all; `told` hears the count as it grows.

    Raises StoreError where the store does not open, OSError where the file cannot be written.
    """
    exported = Exported()

    def counted(store: Store) -> Iterator[str]:
        for each in lines_of(store, query, exported):
            told(exported.letters)
            yield each

    with Store.open(path) as store:
        write_whole(out, counted(store))
    return exported


def _letters(store: Store, query: QueueQuery, exported: Exported) -> Iterator[StoredLetter]:
    for offset in range(0, store.queue_count(query), _WINDOW):
        for row in store.queue(query, offset, _WINDOW):
            try:
                yield store.letter(row.id)
            except StoreDamaged as error:
                exported.left_out.append(str(error))
