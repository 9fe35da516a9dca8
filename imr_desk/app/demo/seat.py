"""A seat at the desk, left orderly however the work there ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.program import build


@contextmanager
def seated(store: Path, answers: Answers, size: tuple[int, int]) -> Iterator[Clerk]:
    """A clerk at a desk of that size on a store, who stands up at the end; where something goes wrong, at once."""
    clerk = Clerk(build(store, answers), answers)
    clerk.desk.window.resize(*size)
    try:
        clerk.sit_down()
        yield clerk
        clerk.stand_up()
    finally:
        if clerk.sits:
            clerk.desk.clear_away()
