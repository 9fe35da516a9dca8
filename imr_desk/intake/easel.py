"""Where a worker process lays down its pictures for the other side to take up."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from imr_desk.intake.picture import Canvas, Drawn, Segment
from imr_desk.pdf.page_image import PageImage

SHARED = Path("/dev/shm")
"""Where Linux keeps shared memory; writing past its end would kill the process, and containers make it small."""


class Easel:
    """The process's own hold on the shared memory that it has drawn into.

    Drawing again into memory that both sides hold already spares the system from finding and clearing a page picture's
    1,500 pages of memory, which takes longer than all else on the way.
    """

    def __init__(self) -> None:
        self._segments: dict[str, Segment] = {}

    def lay_down(self, image: PageImage, canvas: Canvas) -> Drawn:
        """Put an image where the other side can take it up."""
        shape = (image.width, image.height, image.stride, image.scale)
        size = image.height * image.stride
        segment = self._segments.get(canvas.spare)
        if segment is None or segment.size < size:
            if not _room_for(size):
                return Drawn(*shape, pixels=bytes(image.pixels))
            segment = self._segments[canvas.fresh] = Segment(canvas.fresh, create=True, size=size)
        segment.first(size)[:] = image.pixels
        return Drawn(*shape, name=segment.name)

    def forget(self, names: tuple[str, ...]) -> None:
        """Let go of memory that will not be offered again."""
        for segment in [self._segments.pop(name) for name in names if name in self._segments]:
            segment.close()

    def close(self) -> None:
        """Let go of all memory; what the other side has taken up stays there, and has no name any more."""
        for segment in self._segments.values():
            with suppress(FileNotFoundError):
                segment.unlink()
        self.forget(tuple(self._segments))


def _room_for(size: int) -> bool:
    return sys.platform != "linux" or shutil.disk_usage(SHARED).free > size
