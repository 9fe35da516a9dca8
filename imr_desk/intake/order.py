"""What goes over the pipe to a worker process, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from imr_desk.intake.picture import Canvas, Drawn
from imr_desk.intake.request import FoundBoxes, Pdf, Task, Unlocked
from imr_desk.letter.reading import Failure, Reading


@dataclass(frozen=True, slots=True)
class Order:
    """A task on a letter, with the letter itself unless the process is hoped to have it open still."""

    file: str
    sha256: str
    task: Task
    seconds: float
    canvas: Canvas
    pdf: Pdf | None = None


class Sign(Enum):
    """What a process says beside outcomes."""

    READY = auto()
    WANTS_BYTES = auto()
    """The letter is not open here; the order is to be sent again with it."""


@dataclass(frozen=True, slots=True)
class Recognising:
    """The process begins to recognise a scanned page, from 1, of so many; the answer is still to come."""

    page: int
    pages: int


Answer = Reading | Drawn | FoundBoxes | Unlocked | Failure | Recognising | Sign
