"""`imr-desk read-again`: letters of a store read once more, as after Tesseract was installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track

from imr_desk.checks.check import check
from imr_desk.cli.printing import say
from imr_desk.desk.coming_in.rereading import LeftAlone, Reread, Why, read_again
from imr_desk.desk.keeping.person import person
from imr_desk.letter.review import DONE
from imr_desk.store.kept.stored import QueueRow
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

_WINDOW = 1000
_LEFT = {
    Why.CLOSED: "verified or rejected: {count}",
    Why.MARKED: "marked by people on words that are read differently now: {count}",
    Why.UNREADABLE: "not readable any more, so the reading before stands: {count}",
}


def run(path: Path, workers: int, *, everything: bool) -> int:
    """Read the letters of which nothing was known again, or all that are open; 0 unless the store fails."""
    with Store.open(path, check) as store:
        ids = [row.id for row in _rows(store) if row.state not in DONE and (everything or not row.template)]
        lines = read_again(store, ids, person(), workers)
        done = list(track(lines, "Letters", len(ids), console=Console(stderr=True), transient=True))
    for sentence in _sentences(done):
        say(sentence)
    return 0


def _sentences(done: list[Reread | LeftAlone]) -> Iterator[str]:
    read = [one for one in done if isinstance(one, Reread)]
    fields, look = sum(one.fields for one in read), sum(one.to_look_at for one in read)
    yield f"Letters read again: {len(read)}. Fields that read differently: {fields}; that newly need a look: {look}."
    for why, words in _LEFT.items():
        count = sum(isinstance(one, LeftAlone) and one.why is why for one in done)
        if count:
            yield f"Left as they were, {words.format(count=count)}."


def _rows(store: Store) -> Iterator[QueueRow]:
    offset = 0
    while rows := store.queue(QueueQuery(), offset, _WINDOW):
        yield from rows
        offset += len(rows)
