"""Page pictures that have been drawn, kept as long as they fit into a bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

from imr_desk.intake.picture import Picture


@dataclass(frozen=True, slots=True)
class Key:
    """Which picture: the letter by the SHA-256 of its bytes, the page from 1, the device pixels a point."""

    sha256: str
    page: int
    scale: float


class PictureCache:
    """The pictures used last, up to `limit` bytes; the memory of those pushed out goes back at once."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[Key, tuple[QImage, Picture]] = OrderedDict()

    def get(self, key: Key) -> QImage | None:
        """The picture, to be painted at once and not kept: its memory may be given back later."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        self._kept.move_to_end(key)
        return kept[0]

    def knows(self, sha256: str) -> bool:
        """Whether there is any picture of this letter."""
        return any(key.sha256 == sha256 for key in self._kept)

    def nearest(self, key: Key) -> QImage | None:
        """The picture of the same page whose scale is nearest."""
        others = [other for other in self._kept if (other.sha256, other.page) == (key.sha256, key.page)]
        return self.get(min(others, key=lambda other: abs(other.scale - key.scale))) if others else None

    def put(self, key: Key, picture: Picture) -> None:
        """Keep a picture; the oldest make room. One that is larger than all the room is kept alone."""
        self._drop(key)
        seen = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
        self._kept[key] = (seen, picture)
        self._size += _bytes(picture)
        while self._size > self._limit and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Give all memory back."""
        for key in list(self._kept):
            self._drop(key)

    def _drop(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            seen, picture = kept
            self._size -= _bytes(picture)
            seen.swap(QImage())
            picture.release()


def _bytes(picture: Picture) -> int:
    return picture.height * picture.stride
