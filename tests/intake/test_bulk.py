"""Reading many letters: in order, failures in place, a few at a time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

from imr_desk.intake.bulk import read_each
from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Failure, FailureKind, Reading
from tests.pdf.paper import plain

GONE = Failure("gone.pdf", FailureKind.VANISHED, "“gone.pdf” is no longer there.")


def letter(number: int) -> Pdf:
    """A letter whose reading takes the longer the lower its number is."""
    return Pdf(f"{number}.pdf", plain(f"number {number}", pages=40 - 8 * number))


def test_letters_come_in_order_with_what_failed_in_its_place() -> None:
    letters = [letter(0), GONE, letter(1), Pdf("notes.pdf", b"only notes"), letter(2)]
    found = list(read_each(letters, 2))
    assert [one for one, _ in found] == letters
    files = [outcome.source.file if isinstance(outcome, Reading) else outcome.kind for _, outcome in found]
    assert files == ["0.pdf", FailureKind.VANISHED, "1.pdf", FailureKind.NOT_A_PDF, "2.pdf"]


def test_letters_are_fetched_only_as_they_are_read() -> None:
    fetched = 0

    def letters() -> Iterator[Pdf]:
        nonlocal fetched
        for number in range(100):
            fetched += 1
            yield Pdf(f"{number}.pdf", plain(f"number {number}"))

    before = set(multiprocessing.active_children())
    reading = read_each(letters())
    next(reading)
    assert fetched < 10
    reading.close()  # type: ignore[attr-defined]
    assert not set(multiprocessing.active_children()) - before, "stopping half-way leaves no process behind"
