"""Where print stands on a page: rectangles in PDF points, origin at the top left of the displayed page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in PDF points with `x0 <= x1` and `y0 <= y1`."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies in the box, its edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def intersects(self, other: Rect) -> bool:
        """Whether the two boxes share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def grown(self, by: float) -> Rect:
        """The box with every edge moved outwards by `by` points."""
        return Rect(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def scaled(self, factor: float) -> Rect:
        """The box in pixels of `factor` a point."""
        return Rect(self.x0 * factor, self.y0 * factor, self.x1 * factor, self.y1 * factor)


def enclosing(rects: Iterable[Rect]) -> Rect:
    """The smallest box around all; at least one is needed."""
    boxes = tuple(rects)
    if len(boxes) == 1:
        return boxes[0]
    return Rect(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page; pages count from 1."""

    page: int
    rect: Rect
