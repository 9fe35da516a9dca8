"""Where the pictures of a worker process are taken up, and their memory comes back to be drawn into again."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from itertools import count
from threading import Lock

from imr_desk.intake.picture import Canvas, Drawn, Picture, Segment

_SPARE = 4
"""Pictures' worth of memory kept for the next ones; the rest is given back to the system."""
_numbers = count()


class Gallery:
    """The memory that one worker process draws into, seen from outside; for several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._spare: list[Segment] = []
        self._offered: Segment | None = None
        self._gone: list[str] = []
        self._room = _SPARE

    def canvas(self) -> Canvas:
        """What the next picture may be drawn into."""
        with self._lock:
            if self._offered is None and self._spare:
                self._offered = self._spare.pop()
            gone, self._gone = tuple(self._gone), []
            spare = self._offered.name if self._offered else ""
            return Canvas(f"imr{os.getpid()}-{next(_numbers)}", spare, gone)

    def take_up(self, drawn: Drawn) -> Picture:
        """The picture that the process has laid down."""
        shape = (drawn.width, drawn.height, drawn.stride, drawn.scale)
        if not drawn.name:
            return Picture(*shape, memoryview(drawn.pixels))
        segment = self._offered_or_new(drawn.name)
        return Picture(*shape, segment.first(drawn.height * drawn.stride), partial(self._give_back, segment))

    def close(self, canvas: Canvas) -> None:
        """The process is lost: free what is spare now or later, and what it may have laid down unseen."""
        with self._lock:
            self._room = 0
            self._trim(0)
        with suppress(FileNotFoundError):
            _nameless(canvas.fresh).close()

    def _offered_or_new(self, name: str) -> Segment:
        """The memory of that name; if it is new, what was spare is too small and can go."""
        with self._lock:
            if self._offered and self._offered.name == name:
                segment, self._offered = self._offered, None
                return segment
            self._trim(0)
        return _nameless(name)

    def _give_back(self, segment: Segment) -> None:
        with self._lock:
            self._spare.append(segment)
            self._trim(self._room)

    def _trim(self, room: int) -> None:
        """Give back to the system what is more than there is room for, the oldest first; with no room, all of it."""
        if self._offered and not room:
            self._spare.append(self._offered)
            self._offered = None
        while len(self._spare) > room:
            segment = self._spare.pop(0)
            self._gone.append(segment.name)
            segment.close()


def _nameless(name: str) -> Segment:
    """The memory of that name, which nobody else can find any more: it goes with its last user."""
    segment = Segment(name)
    segment.unlink()
    return segment
