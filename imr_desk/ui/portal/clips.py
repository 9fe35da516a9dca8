"""Pieces cut out of pages: the lines of some spans with a line of context, and how pieces lie one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from imr_desk.letter.geometry import Place, Rect, enclosing
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page
from imr_desk.ui.page.layout import Point

CONTEXT = 12.0
"""Points above and below the wanted lines within which other lines are shown too: about a line."""
AROUND = 4.0
"""Points of paper above the first line and below the last."""
BESIDE = 8.0
"""Points of paper beside the column of print."""
BETWEEN = 10.0
"""Pixels between one piece and the next."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A piece of a page, in points."""

    page: Page
    rect: Rect


def clips_of(text: LetterText, spans: Iterable[Span]) -> tuple[Clip, ...]:
    """The pieces that show these spans, page by page, as wide as the print; pieces that meet are one."""
    by_page: dict[int, list[Rect]] = {}
    for span in spans:
        for page, rect in _lines(text.places(span)):
            by_page.setdefault(page, []).append(rect)
    return tuple(clip for page, rects in sorted(by_page.items()) for clip in _clips(text, page, rects))


def _lines(places: Sequence[Place]) -> Iterator[tuple[int, Rect]]:
    """What a span covers, once for each page."""
    for page in dict.fromkeys(place.page for place in places):
        yield page, enclosing(place.rect for place in places if place.page == page)


def _clips(text: LetterText, number: int, rects: list[Rect]) -> Iterator[Clip]:
    page = text.pages[number - 1]
    words = [text.words[index].rect for index in text.words_in(page.span)]
    column = enclosing(words)
    left, right = max(0.0, column.x0 - BESIDE), min(page.width, column.x1 + BESIDE)
    for top, bottom in _met(sorted((rect.y0 - CONTEXT, rect.y1 + CONTEXT) for rect in rects)):
        lines = enclosing(word for word in words if top < (word.y0 + word.y1) / 2 < bottom)
        yield Clip(page, Rect(left, max(0.0, lines.y0 - AROUND), right, min(page.height, lines.y1 + AROUND)))


def _met(heights: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Stretches from top to bottom, those that touch each other joined."""
    top, bottom = heights[0]
    for next_top, next_bottom in heights[1:]:
        if next_top > bottom:
            yield top, bottom
            top = next_top
        bottom = max(bottom, next_bottom)
    yield top, bottom


@dataclass(frozen=True)
class Pasted:
    """Pieces pasted one below the other at a scale, in pixels."""

    clips: tuple[Clip, ...]
    scale: float

    @property
    def tops(self) -> tuple[float, ...]:
        """Where each piece begins, and below the last where the next one would."""
        heights = (round(clip.rect.height * self.scale) + BETWEEN for clip in self.clips)
        return tuple(accumulate(heights, initial=0.0))

    @property
    def width(self) -> int:
        return round(max((clip.rect.width for clip in self.clips), default=0.0) * self.scale)

    @property
    def height(self) -> int:
        return round(max(0.0, self.tops[-1] - BETWEEN))

    def page_corner(self, place: int) -> tuple[float, float]:
        """Where the top left corner of a piece's page would lie."""
        rect = self.clips[place].rect
        return -rect.x0 * self.scale, self.tops[place] - rect.y0 * self.scale

    def point_at(self, x: float, y: float) -> Point | None:
        """The point of a page that is seen at a pixel; None between the pieces."""
        for place, clip in enumerate(self.clips):
            left, top = self.page_corner(place)
            at = Point(clip.page.number, (x - left) / self.scale, (y - top) / self.scale)
            if clip.rect.contains(at.x, at.y):
                return at
        return None
