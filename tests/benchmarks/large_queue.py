"""How long the queue takes to open, sort, filter, scroll: `python -m tests.benchmarks.large_queue`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from imr_desk.letter.review import LetterState
from imr_desk.store.file import tables
from imr_desk.store.queue import queue_tables, search
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.store.store import Store
from tests.tables import tables_of

LETTERS = 200_000
WINDOW = 128
WORDS = [f"w{Random(place).getrandbits(24):x}" for place in range(3000)]
"""What the letters are written in, beside three words that all of them have."""
STATES = (*[LetterState.TO_REVIEW] * 6, *[LetterState.VERIFIED] * 3, LetterState.POSTPONED, LetterState.UNREADABLE)


def filled(path: Path, letters: int) -> None:
    """A store of that many rows of the queue, without the letters that belong to them."""
    chance = Random(1)
    Store.create(path).close()
    with tables_of(path) as db:
        for number in range(1, letters + 1):
            case = f"CM{chance.randrange(13, 18)}-{chance.randrange(10**7):07}"
            row = {
                "id": number,
                "sha256": f"{number:064x}",
                "file": f"{case}.pdf",
                "added": "2026-01-01T00:00:00+00:00",
            }
            when = f"20{chance.randrange(13, 18)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            about = {"case_number": case, "decision_date": when, "template": chance.choice(["D1", "D2", "D3"])}
            counts = {
                "items": chance.randrange(1, 26),
                "attention": chance.randrange(20),
                "pages": chance.randrange(2, 30),
            }
            more = {"state": chance.choice(STATES).value, "open_errors": chance.choice([0, 0, 0, 1])}
            work = {"priority": chance.choice([0] * 8 + [1, 2]), "assignee": chance.choice(["", "", "ann", "ben"])}
            tables.add(db, "letters", {**_REST, **row, **about, **counts, **more, **work})
            db.execute("INSERT INTO name_search (rowid, name) VALUES (?, ?)", [number, f"{case}.pdf\n{case}"])
            search.index_text(db, number, None, f"medical necessity of {' '.join(chance.choices(WORDS, k=40))}")
        db.execute(queue_tables.FILL_REISSUED)


_REST = {name: "" for name in ("reason", "reviewed_by", "reviewed_at", "failure", "failure_message")}


def tasks(store: Store, letters: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a person does, and the store's part of it."""
    review = frozenset({LetterState.TO_REVIEW, LetterState.IN_REVIEW})
    yield "count all", lambda: store.queue_count(QueueQuery())
    yield "count those to review", lambda: store.queue_count(QueueQuery(review))
    for order in Order:
        yield f"sort by {order}, first window", lambda o=order: store.queue(QueueQuery(order=o), 0, WINDOW)
        query = QueueQuery(review, order=order, descending=True)
        yield f"to review by {order}, downwards", lambda q=query: store.queue(q, 0, WINDOW)
        yield f"by {order}, last window", lambda o=order: store.queue(QueueQuery(order=o), letters - WINDOW, WINDOW)
        yield f"to review by {order}, middle", lambda q=query: store.queue(q, letters // 4, WINDOW)
    for words in ("16-0012", WORDS[7], "medical"):
        query = QueueQuery(words=words)
        yield f"with {words}, count", lambda q=query: store.queue_count(q)
        yield f"with {words}, first window", lambda q=query: store.queue(q, 0, WINDOW)
        yield f"search for {words}", lambda w=words: store.search(w, 200)
    urgent = QueueQuery(review, assignee="ann", urgency=1, traits=frozenset({Trait.OPEN_ERRORS}), order=Order.PRIORITY)
    for name, query in {
        "ann's urgent ones with checks": urgent,
        "nobody's": QueueQuery(assignee=""),
        "re-issued": QueueQuery(traits=frozenset({Trait.SAME_CASE})),
    }.items():
        yield f"{name}, count", lambda q=query: store.queue_count(q)
        yield f"{name}, first window", lambda q=query: store.queue(q, 0, WINDOW)
        yield f"{name}, place of a letter", lambda q=query: store.queue_place(q, letters // 2)
        yield f"{name}, next", lambda q=query: store.next_to_review(q, letters // 2, "ann")
    yield "numbers of all letters", lambda: store.queue_ids(QueueQuery(), range(letters))
    yield "people", store.people
    by_case = QueueQuery(review, order=Order.CASE_NUMBER)
    yield "place of a letter", lambda: store.queue_place(by_case, letters // 2)
    yield "next to review", lambda: store.next_to_review(by_case, letters // 2, "ann")
    yield "counts by state", store.counts
    yield "verified today", store.verified_today


def main(letters: int) -> None:
    """Print the milliseconds of each task, the slower of two tries."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.imrdesk")
        started = time.perf_counter()
        filled(path, letters)
        print(f"{letters} letters put in: {time.perf_counter() - started:.1f} s, {path.stat().st_size / 2**20:.0f} MiB")
        started = time.perf_counter()
        with Store.open(path) as store:
            print(f"{1000 * (time.perf_counter() - started):8.1f} ms  open")
            for name, task in tasks(store, letters):
                print(f"{max(timed(task), timed(task)):8.1f} ms  {name}")


def timed(task: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    task()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
