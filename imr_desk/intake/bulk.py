"""Reading many letters at once, in worker processes, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from imr_desk.intake.request import USUAL_LIMITS, Limits, Outcome, Pdf, Read, Reply
from imr_desk.intake.worker import Workers
from imr_desk.letter.reading import Failure, Reading

_AHEAD = 2
"""Letters under way for each process, so that none waits for the next letter to be loaded."""


def read_each(
    letters: Iterable[Pdf | Failure], count: int = 1, limits: Limits = USUAL_LIMITS
) -> Iterator[tuple[Pdf | Failure, Reading | Failure]]:
    """Each letter with its reading, in the order given, `count` processes at work.

    A `Failure` that comes in (a file that could not be loaded) goes out as it is, in its place. Only a few letters
    are held at once, so that the letters may come lazily: `read_each(found_in(paths))`.
    """
    awaited: dict[Pdf, Future[Outcome]] = {}

    def settle(reply: Reply) -> None:
        awaited.pop(reply.pdf).set_result(reply.outcome)

    with Workers(count, settle, limits) as workers:

        def begin(letter: Pdf | Failure) -> Future[Outcome]:
            future: Future[Outcome] = Future()
            if isinstance(letter, Failure):
                future.set_result(letter)
            else:
                awaited[letter] = future
                workers.submit(letter, Read())
            return future

        under_way: deque[tuple[Pdf | Failure, Future[Outcome]]] = deque()
        for letter in letters:
            under_way.append((letter, begin(letter)))
            if len(under_way) > _AHEAD * count:
                yield _settled(*under_way.popleft())
        while under_way:
            yield _settled(*under_way.popleft())


def _settled(letter: Pdf | Failure, future: Future[Outcome]) -> tuple[Pdf | Failure, Reading | Failure]:
    outcome = future.result()
    assert isinstance(outcome, Reading | Failure)
    return letter, outcome
