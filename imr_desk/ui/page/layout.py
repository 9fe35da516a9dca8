"""Where the pages of a letter lie, one below the other, at a zoom: plain geometry, in logical pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import assert_never

from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.text import Page

GAP = 16.0
"""Pixels of ground above, between, below and beside the pages."""
SMALLEST, LARGEST = 0.2, 6.0
"""Pixels a point."""
MOST_PIXELS = 12_000_000
"""Of one page's picture; what is zoomed in further is stretched. Four such pictures are kept at once with ease."""


@dataclass(frozen=True, slots=True)
class FitWidth:
    """As large as the widest page allows without scrolling sideways."""


@dataclass(frozen=True, slots=True)
class FitPage:
    """As large as the largest page allows without scrolling at all."""


@dataclass(frozen=True, slots=True)
class Exactly:
    """So many pixels a point."""

    scale: float


Zoom = FitWidth | FitPage | Exactly


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a page, in points from its top left corner; pages count from 1."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on the ground: its number and its rectangle in pixels."""

    number: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class PageLayout:
    """All sheets from top to bottom, on a ground of `width` by `height` pixels."""

    sheets: tuple[Sheet, ...]
    scale: float
    width: float
    height: float

    def visible(self, top: float, bottom: float) -> tuple[Sheet, ...]:
        """The sheets of which something lies between two heights."""
        first = bisect_right(self.sheets, top, key=lambda sheet: sheet.rect.y1)
        last = bisect_left(self.sheets, bottom, key=lambda sheet: sheet.rect.y0)
        return self.sheets[first:last]

    def point_at(self, x: float, y: float) -> Point | None:
        """The page point nearest to a pixel; None where there are no pages. It may lie beside its page."""
        if not self.sheets:
            return None
        sheet = min(self.sheets, key=lambda one: max(one.rect.y0 - y, y - one.rect.y1, 0.0))
        return Point(sheet.number, (x - sheet.rect.x0) / self.scale, (y - sheet.rect.y0) / self.scale)

    def pixel_of(self, point: Point) -> tuple[float, float]:
        """Where a page point lies; IndexError where there is no such page."""
        corner = self.sheets[point.page - 1].rect
        return corner.x0 + point.x * self.scale, corner.y0 + point.y * self.scale

    def rect_of(self, place: Place) -> Rect:
        """The pixels of a box of a page; IndexError where there is no such page."""
        corner, box = self.sheets[place.page - 1].rect, place.rect.scaled(self.scale)
        return Rect(corner.x0 + box.x0, corner.y0 + box.y0, corner.x0 + box.x1, corner.y0 + box.y1)


NO_PAGES = PageLayout((), 1.0, 0.0, 0.0)


def lay_out(pages: Sequence[Page], zoom: Zoom, width: float, height: float) -> PageLayout:
    """The pages centred one below the other in a window of `width` by `height` pixels."""
    if not pages:
        return replace(NO_PAGES, width=width, height=height)
    scale = scale_for(pages, zoom, width, height)
    ground = max(width, max(page.width for page in pages) * scale + 2 * GAP)
    top, sheets = GAP, []
    for page in pages:
        wide, high = page.width * scale, page.height * scale
        left = float(round((ground - wide) / 2))
        sheets.append(Sheet(page.number, Rect(left, top, left + wide, top + high)))
        top = float(round(top + high + GAP))
    return PageLayout(tuple(sheets), scale, ground, top)


def scale_for(pages: Sequence[Page], zoom: Zoom, width: float, height: float) -> float:
    """Pixels a point that the zoom comes to in a window of that size."""
    across = (width - 2 * GAP) / max(page.width for page in pages)
    down = (height - 2 * GAP) / max(page.height for page in pages)
    match zoom:
        case FitWidth():
            return bounded(across)
        case FitPage():
            return bounded(min(across, down))
        case Exactly(scale):
            return bounded(scale)
    assert_never(zoom)


def third_above(layout: PageLayout, place: Place, height: float) -> float:
    """Where a window of that height begins so that a box stands about a third down in it."""
    return layout.rect_of(place).y0 - height / 3


def around(layout: PageLayout, place: Place | None, height: float) -> tuple[Sheet, ...]:
    """The sheets seen in a window of that height in which a box stands a third down; without one, the first."""
    wanted = third_above(layout, place, height) if place else 0.0
    top = max(0.0, min(wanted, layout.height - height))
    return layout.visible(top, top + height)


def drawn_at(page: Page, scale: float, ratio: float) -> float:
    """The device pixels a point to draw a page at: as it is shown, as far as memory allows."""
    return min(scale * ratio, sqrt(MOST_PIXELS / max(1.0, page.width * page.height)))


def bounded(scale: float) -> float:
    """The scale within what can be shown."""
    return min(max(scale, SMALLEST), LARGEST)
