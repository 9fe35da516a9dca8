"""Pictures of pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.pdf.document import Document
from imr_desk.pdf.errors import named

MOST_PIXELS = 40_000_000
"""A larger picture is drawn at a coarser scale; a letter page at four times a screen's resolution has half as many."""


@dataclass(frozen=True, eq=False)
class PageImage:
    """A drawn page or a part of it: `height` rows of `width` RGB pixels, rows `stride` bytes apart.

    `scale` is the pixels a point that it was really drawn at.
    """

    width: int
    height: int
    stride: int
    scale: float
    pixels: memoryview
    owner: object = field(repr=False)
    """What the pixels belong to; they go when it goes."""


def render(document: Document, page: int, scale: float, clip: Rect | None = None) -> PageImage:
    """The page, from 1, as displayed, at `scale` pixels a point; `clip` in points of the displayed page.

    Raises `PdfError` where the page cannot be drawn.
    """
    with named():
        leaf = document[page - 1]
        area = leaf.rect if clip is None else pymupdf.Rect(clip.x0, clip.y0, clip.x1, clip.y1) & leaf.rect
        scale = min(scale, sqrt(MOST_PIXELS / max(1.0, abs(area))))
        picture = leaf.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=area, alpha=False)
        return PageImage(picture.width, picture.height, picture.stride, scale, picture.samples_mv, picture)
