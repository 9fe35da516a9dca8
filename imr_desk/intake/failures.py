"""What a person is told of a letter that a worker process could not finish."""

from __future__ import annotations

from typing import assert_never

from imr_desk.intake.request import CharBoxes, Limits, Pdf, Read, Render, Task
from imr_desk.letter.reading import Failure, FailureKind

_ASIDE = "It was put aside and nothing else is affected; fetch or scan the letter again."


def too_slow(pdf: Pdf, task: Task, limits: Limits) -> Failure:
    """The task ran over its time and its process was ended."""
    seconds = f"{limits.seconds(task):g} s"
    return Failure(pdf.file, FailureKind.TOO_SLOW, f"It took longer than {seconds} {_purpose(pdf, task)}. {_ASIDE}")


def crashed(pdf: Pdf, task: Task) -> Failure:
    """The process ended in the middle of the task."""
    said = f"The file makes the PDF reader fail; it was impossible {_purpose(pdf, task)}. {_ASIDE}"
    return Failure(pdf.file, FailureKind.CRASHED, said)


def too_much_memory(file: str) -> Failure:
    """The task asked for more memory than it may have."""
    said = f"“{file}” needs more memory than one letter may take. {_ASIDE}"
    return Failure(file, FailureKind.TOO_MUCH_MEMORY, said)


def unexpected(file: str, error: Exception) -> Failure:
    """An error that nobody has thought of."""
    said = f"“{file}” could not be read: an unforeseen {type(error).__name__} ({error}). {_ASIDE}"
    return Failure(file, FailureKind.CRASHED, said)


def _purpose(pdf: Pdf, task: Task) -> str:
    match task:
        case Read():
            return f"to read “{pdf.file}”"
        case Render():
            return f"to draw page {task.page} of “{pdf.file}”"
        case CharBoxes():
            return f"to find characters in “{pdf.file}”"
        case _:
            assert_never(task)
