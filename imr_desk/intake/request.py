"""What is asked of a worker process and what it answers: plain values that cross the border between processes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NewType, assert_never

from imr_desk.intake.picture import Picture
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Failure, Reading
from imr_desk.letter.text import Word

Ticket = NewType("Ticket", int)
"""Names one submitted task; tickets rise in the order of submission."""


@dataclass(frozen=True, eq=False)
class Pdf:
    """A letter's bytes, the name to call it by in messages, and the password that opens it, if it needs one."""

    file: str
    data: bytes
    password: str | None = None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hex; workers know an open document by it."""
        return hashlib.sha256(self.data).hexdigest()

    def hashed(self) -> Pdf:
        """Itself, its hash made now and not by the thread that first asks for it."""
        _ = self.sha256
        return self


@dataclass(frozen=True, slots=True)
class Read:
    """Read the letter; the outcome is a `Reading`."""


@dataclass(frozen=True, slots=True)
class Render:
    """Draw a page, from 1, at `scale` pixels a point, or the part of it in `clip`; the outcome is a `Picture`."""

    page: int
    scale: float
    clip: Rect | None = None


@dataclass(frozen=True, slots=True)
class CharBoxes:
    """Find the box of every character of these words, keyed by their index in the text; the outcome is `FoundBoxes`.

    For the words that some span cuts: `CharBoxes({i: text.words[i] for i in text.cut_words(spans)})`.
    """

    words: Mapping[int, Word]


@dataclass(frozen=True, slots=True)
class Unlock:
    """Copy a letter that was opened with its password, so that it opens without; the outcome is `Unlocked`.

    For the store: what it keeps must open without the person who knows the password.
    """


Task = Read | Render | CharBoxes | Unlock


@dataclass(frozen=True, slots=True)
class FoundBoxes:
    """The character boxes of words, by index: what `LetterText.with_char_boxes` takes."""

    by_word: Mapping[int, tuple[Rect, ...]]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The PDF without its password; always the same bytes for the same letter."""

    data: bytes


Outcome = Reading | Picture | FoundBoxes | Unlocked | Failure


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a task; a `Failure` names the letter and says in a sentence what happened to it."""

    ticket: Ticket
    pdf: Pdf
    task: Task
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Progress:
    """A scan is being read: its page, from 1, is now being recognised, of so many."""

    ticket: Ticket
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may cost before its worker is ended: seconds by kind of task, and memory in MiB.

    The seconds are those that its process works, however few in a minute other programs leave it; by the clock a task
    may take ten times as long. Windows counts by the clock alone, and just so long. Each page of a scan that is
    recognised may take the time for reading once more.
    Memory is held by the operating system on Linux; macOS takes the limit but does not enforce it and Windows has
    none for a single process, so that there only the seconds hold. The nicer its process is, the further a task stands
    behind other work where processors are few; Windows knows nothing of that.
    """

    read: float = 60.0
    render: float = 15.0
    char_boxes: float = 15.0
    memory: int = 1536
    nice: int = 0

    def seconds(self, task: Task) -> float:
        """How long the task may be worked at."""
        match task:
            case Read() | Unlock():
                return self.read
            case Render():
                return self.render
            case CharBoxes():
                return self.char_boxes
            case _:
                assert_never(task)


USUAL_LIMITS = Limits()
"""A letter is read in 0.05 s and a page drawn in 0.01 s on an ordinary machine."""
FOR_WINDOW, BEHIND_WINDOW = Limits(nice=5), Limits(nice=10)
"""Where processors are few, the window comes first, then what it has drawn, then letters that nobody looks at yet."""
