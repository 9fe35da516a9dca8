"""What goes over the pipe to a worker process, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from imr_desk.intake.picture import Drawn
from imr_desk.intake.request import FoundBoxes, Pdf, Task
from imr_desk.letter.reading import Failure, Reading


@dataclass(frozen=True, slots=True)
class Order:
    """A task on a letter, with the letter itself unless the process is hoped to have it open still.

    A picture goes into the shared memory of the name given: the side that asks chooses it, so that it can be freed
    even if the process is lost.
    """

    file: str
    sha256: str
    task: Task
    seconds: float
    picture_name: str
    pdf: Pdf | None = None


class Sign(Enum):
    """What a process says beside outcomes."""

    READY = auto()
    WANTS_BYTES = auto()
    """The letter is not open here; the order is to be sent again with it."""


Answer = Reading | Drawn | FoundBoxes | Failure | Sign
