"""Page pictures in shared memory: drawn in a worker process, seen in this one without a copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.shared_memory import SharedMemory


@dataclass(eq=False)
class Picture:
    """A drawn page: `width` by `height` pixels of three bytes (RGB), rows `stride` bytes apart.

    `scale` is the pixels a point that it was really drawn at: less than asked for where a page is too huge to draw.
    `pixels`, of `height * stride` bytes, lies in shared memory and is zero-copy for
    `QImage(pixels, width, height, stride, Format_RGB888)`. Keep the picture as long as the QImage and whatever shares
    its pixels, then `release()` it: the next picture is drawn into the same memory, and the QImage does not notice.
    """

    width: int
    height: int
    stride: int
    scale: float
    pixels: memoryview = field(repr=False)
    _give_back: Callable[[], None] | None = field(default=None, repr=False)

    def release(self) -> None:
        """Give the memory back; may be called again, from any thread."""
        self.pixels.release()
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            give_back()


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a process may draw into: the spare memory if it is large enough, else new memory of the fresh name.

    The asking side chooses the names, so that it can free what a lost process has laid down. It will not offer again
    what is gone.
    """

    fresh: str
    spare: str = ""
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a process says of a picture: its shape, and where its pixels are.

    They are in the shared memory of that name, or where there is no room for it, here.
    """

    width: int
    height: int
    stride: int
    scale: float
    name: str = ""
    pixels: bytes = b""


class Segment(SharedMemory):
    """Shared memory that may be dropped while something still looks at it; it then lives as long as that does."""

    def first(self, size: int) -> memoryview:
        """The first bytes of it; all of it may be more, the system rounds up."""
        assert self.buf is not None, "the memory has been given back"
        return self.buf[:size]

    def __del__(self) -> None:
        with suppress(BufferError):
            super().__del__()
