"""How long the batch check waits for its values in a large store: `python -m tests.benchmarks.large_batch`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from imr_desk.letter.batch import batch_field
from imr_desk.letter.entry import Entry, Found
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.store.file import tables
from imr_desk.store.kept import values
from imr_desk.store.queue import waiting
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.benchmarks.large_queue import LETTERS, filled, timed
from tests.tables import tables_of

STACK = 500
COUNTED = 10_000
PATHS = ("patient.age", "header.case_number", "items[0].request", "items[1].request", "items[0].category")


def with_values(store: Store, letters: int) -> None:
    """Give every letter some values; one in ten is not sure."""
    chance = random.Random(2)
    with tables_of(store.path) as db:
        for letter_id in range(1, letters + 1):
            for path in PATHS:
                sure = chance.choice([0.7, *[0.99] * 9])
                entry = Entry(Found(chance.randrange(20, 70), Span(10, 12), "rule", sure))
                record = Record({path: entry})
                values.write_values(db, letter_id, [path], record, record)
        for row in list(tables.rows(db, "SELECT id, file, state FROM letters")):
            _, record = values.read_records(db, row["id"], row["file"])
            waiting.bring_up(db, row["id"], LetterState(row["state"]), record)


def queries() -> Iterator[tuple[str, QueueQuery]]:
    """What the queue may be showing."""
    yield "all letters", QueueQuery()
    yield "to review", QueueQuery(frozenset({LetterState.TO_REVIEW}))
    yield "in review: none", QueueQuery(frozenset({LetterState.IN_REVIEW}))
    yield "some hundreds, by words", QueueQuery(words="16-001")


def main(letters: int) -> None:
    """Print the milliseconds of the first stack, the one after, and the count, the slower of two tries."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.imrdesk")
        filled(path, letters)
        started = time.perf_counter()
        with Store.open(path) as store:
            with_values(store, letters)
            print(f"values put in: {time.perf_counter() - started:.1f} s, {path.stat().st_size / 2**20:.0f} MiB")
            for name, query in queries():
                for field in map(batch_field, ("patient.age", "items[0].request", "items[0].category")):
                    first = store.waiting(query, field, None, STACK)
                    last = first[-1] if first else None
                    spent = (
                        timed(lambda q=query, f=field: store.waiting(q, f, None, 30)),
                        timed(lambda q=query, f=field: store.waiting(q, f, None, STACK)),
                        timed(lambda q=query, f=field, a=last: store.waiting(q, f, a, STACK)),
                        timed(lambda q=query, f=field: store.waiting_count(q, f, COUNTED)),
                    )
                    shown = "".join(f"{one:8.1f}" for one in spent)
                    print(f"{shown} ms  {name}, {field.pattern} ({len(first)}): a page, a stack, the next, count")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
