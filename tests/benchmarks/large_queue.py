"""How long the queue takes to open, sort, filter, scroll: `python -m tests.benchmarks.large_queue`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from imr_desk.letter.review import LetterState
from imr_desk.store import tables
from imr_desk.store.queue import Order, QueueQuery
from imr_desk.store.store import Store

LETTERS = 200_000
WINDOW = 128
STATES = (*[LetterState.TO_REVIEW] * 6, *[LetterState.VERIFIED] * 3, LetterState.POSTPONED, LetterState.UNREADABLE)


def filled(path: Path, letters: int) -> None:
    """A store of that many rows of the queue, without the letters that belong to them."""
    chance = random.Random(1)
    with Store.create(path) as store, store._writing() as db:
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
            tables.add(db, "letters", {**_REST, **row, **about, **counts, **more})


_REST = {name: "" for name in ("reason", "reviewed_by", "reviewed_at", "assignee", "failure", "failure_message")}
_REST |= {"priority": 0}  # type: ignore[dict-item]


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
    yield "words, count", lambda: store.queue_count(QueueQuery(words="16-0012"))
    yield "words, first window", lambda: store.queue(QueueQuery(words="16-0012"), 0, WINDOW)
    by_case = QueueQuery(review, order=Order.CASE_NUMBER)
    yield "place of a letter", lambda: store.queue_place(by_case, letters // 2)
    yield "next to review", lambda: store.next_to_review(by_case, letters // 2)
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
