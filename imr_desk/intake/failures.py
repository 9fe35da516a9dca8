"""What a person is told of a letter that a worker process could not finish with."""

from __future__ import annotations

from typing import assert_never

from imr_desk.intake.request import CharBoxes, Limits, Pdf, Read, Render, Task, Unlock
from imr_desk.letter.reading import Failure, FailureKind

_ADVICE = "Nothing else is affected. Fetch or scan the letter again."


def too_slow(pdf: Pdf, task: Task, limits: Limits) -> Failure:
    """The task ran over its time and its process was ended."""
    said = f"{_attempt(pdf.file, task)} within {limits.seconds(task):g} seconds. {_ADVICE}"
    return Failure(pdf.file, FailureKind.TOO_SLOW, said)


def crashed(pdf: Pdf, task: Task) -> Failure:
    """The process ended in the middle of the task."""
    return Failure(pdf.file, FailureKind.CRASHED, f"{_attempt(pdf.file, task)}: the PDF reader broke down. {_ADVICE}")


def too_much_memory(file: str, task: Task) -> Failure:
    """The task asked for more memory than it may have."""
    said = f"{_attempt(file, task)} in the memory that one letter may take. {_ADVICE}"
    return Failure(file, FailureKind.TOO_MUCH_MEMORY, said)


def unforeseen(file: str, task: Task, error: Exception) -> Failure:
    """An error that nobody has thought of."""
    said = f"{_attempt(file, task)}: {type(error).__name__}, {error}. {_ADVICE}"
    return Failure(file, FailureKind.CRASHED, said)


def _attempt(file: str, task: Task) -> str:
    match task:
        case Read():
            return f"“{file}” could not be read"
        case Render():
            return f"Page {task.page} of “{file}” could not be drawn"
        case CharBoxes():
            return f"The characters of “{file}” could not be found"
        case Unlock():
            return f"“{file}” could not be unlocked"
        case _:
            assert_never(task)
