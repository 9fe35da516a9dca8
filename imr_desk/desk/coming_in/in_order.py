"""Letting things go on in the order in which they were begun, whichever is done first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class InOrder(Generic[T]):
    """Holds what is done until all that was begun before it is; so many at most, then the slowest loses its place."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._begun: dict[int, T | None] = {}
        self._last = 0

    def begin(self) -> int:
        """The next place."""
        self._last += 1
        self._begun[self._last] = None
        return self._last

    def leave(self, place: int) -> None:
        """Nothing comes from this place, or later than its turn: nobody is to wait for it."""
        self._begun.pop(place, None)

    def done(self, place: int, thing: T) -> None:
        """This place is done; where it was left, its turn is now."""
        if place not in self._begun:
            self._begun = {place: thing, **self._begun}
        else:
            self._begun[place] = thing

    def ready(self) -> Iterator[T]:
        """What may go on now; it is held no more."""
        while self._begun:
            first = next(iter(self._begun))
            thing = self._begun[first]
            if thing is not None:
                del self._begun[first]
                yield thing
            elif len(self._begun) > self._room:
                self.leave(first)
            else:
                return

    def clear(self) -> None:
        """Hold nothing any more."""
        self._begun.clear()
