"""Page pictures in shared memory: drawn in a worker process, seen in this one without a copy."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imr_desk.pdf.page_image import PageImage

_SHARED = Path("/dev/shm")
"""Where Linux keeps shared memory; writing past its end would kill the process, and containers make it small."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a worker process says of a picture: its shape, and where its pixels are.

    They are in the shared memory of that name, or where that has no room, here.
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


@dataclass(frozen=True, eq=False)
class Picture:
    """A drawn page: `width` by `height` pixels of three bytes (RGB), rows `stride` bytes apart.

    `scale` is the pixels a point that it was really drawn at: less than asked for where a page is too huge to draw.
    `pixels`, of `height * stride` bytes, lies in shared memory and is zero-copy for
    `QImage(pixels, width, height, stride, Format_RGB888)`. Keep the picture as long as the QImage and whatever shares
    its pixels, then `release()` it: the QImage does not notice that its memory is gone.
    """

    width: int
    height: int
    stride: int
    scale: float
    pixels: memoryview = field(repr=False)
    _segment: SharedMemory | None = field(default=None, repr=False)

    def release(self) -> None:
        """Give the memory back; may be called again."""
        self.pixels.release()
        if self._segment is not None:
            self._segment.close()


def lay_down(image: PageImage, name: str) -> tuple[Drawn, SharedMemory | None]:
    """Puts an image where another process can take it up.

    The memory is to be kept until that has happened: Windows frees it with its last user.
    """
    shape = (image.width, image.height, image.stride, image.scale)
    size = image.height * image.stride
    if not _room_for(size):
        return Drawn(*shape, pixels=bytes(image.pixels)), None
    segment = Segment(name, create=True, size=size)
    segment.first(size)[:] = image.pixels
    return Drawn(*shape, name=name), segment


def take_up(drawn: Drawn) -> Picture:
    """The picture that another process has laid down; nobody else can take it up afterwards."""
    segment = Segment(drawn.name) if drawn.name else None
    if segment is not None:
        segment.unlink()
    pixels = segment.first(drawn.height * drawn.stride) if segment else memoryview(drawn.pixels)
    return Picture(drawn.width, drawn.height, drawn.stride, drawn.scale, pixels, segment)


def sweep(name: str) -> None:
    """Frees what a process may have laid down under this name before it was lost."""
    with suppress(FileNotFoundError):
        segment = Segment(name)
        segment.close()
        segment.unlink()


def _room_for(size: int) -> bool:
    return sys.platform != "linux" or shutil.disk_usage(_SHARED).free > size
