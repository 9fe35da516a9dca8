"""Recognising the print on pages that are pictures only, by Tesseract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from math import inf, sqrt
from time import process_time

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.pdf.composer import PrintedLine, PrintedWord
from imr_desk.pdf.errors import named
from imr_desk.pdf.ocr_setup import LANGUAGE, missing_command, tessdata
from imr_desk.pdf.reading_order import Line, in_reading_order

try:
    import tesserocr
except ImportError:
    tesserocr = None

_SHRUNK = 7 / 8
_COARSEST, _FINEST = 150, 200
"""Dots an inch. Scans are drawn a little smaller than they are: of 150, 175, 200 and 250 dots an inch, the fewest
characters are misread of scans of 150 at 150, of scans of 200 at 175, and of scans of 300 at 200."""
_SAUVOLA = "2"
"""Black is what is darker than its surroundings (Tesseract's `thresholding_method`), not than one level all over."""
_MOST_PIXELS = 16_000_000
"""A larger picture is drawn at a coarser scale; a letter page has 3.7 million."""
_POINTS_PER_INCH = 72
_RULES = "|_"
"""What ruled lines are taken for."""
_CAPITAL_AMONG_SMALL = re.compile("(?<=[a-z])[IJ](?=[a-z])")
"""Is an l in any English word: Tesseract's most frequent misreading of these letters (`IlIness`, `IlJness`)."""
_BULLETS = frozenset("*+¢«")
"""What a bullet at the beginning of a line is taken for."""
SECONDS_A_PAGE = 30.0
"""An ordinary page takes one; a page of grey dots, in which everything looks like print, many."""

_HINDERED, _LEAST_SHARE = 0.5, 0.02
"""Who gets less than half of a processor is hindered by other programs; nobody gets less than a fiftieth for long."""


class Recogniser:
    """Tesseract with the data of English print, loaded when the first page comes; for one thread."""

    def lines(self, page: pymupdf.Page, seconds: float = SECONDS_A_PAGE) -> list[PrintedLine]:
        """The lines printed on the page, boxes on the page as displayed; none where it takes longer than `seconds`.

        Raises `PdfError` where the page cannot be drawn.
        """
        with named():
            picture, scale = _drawn(page)
        if picture.is_unicolor:
            return []
        tesseract = self._tesseract
        tesseract.SetImageBytes(picture.samples, picture.width, picture.height, 1, picture.stride)
        tesseract.SetSourceResolution(round(scale * _POINTS_PER_INCH))
        in_time = _recognised(tesseract, seconds)
        found = [line for line in _lines(tesseract.GetIterator(), 1 / scale) if line] if in_time else []
        tesseract.Clear()
        return in_reading_order(found)

    @cached_property
    def _tesseract(self) -> tesserocr.PyTessBaseAPI:
        return tesserocr.PyTessBaseAPI(
            path=f"{tessdata()}/", lang=LANGUAGE, psm=tesserocr.PSM.AUTO, variables={"thresholding_method": _SAUVOLA}
        )


def _recognised(tesseract: tesserocr.PyTessBaseAPI, seconds: float) -> bool:
    """Whether that took no more than so many seconds of work.

    Tesseract counts by the clock: where other programs have left it little of them, it is given longer, once.
    """
    begun = process_time()
    if tesseract.Recognize(round(seconds * 1000)):
        return True
    share = (process_time() - begun) / seconds
    return share < _HINDERED and bool(tesseract.Recognize(round(seconds * 1000 / max(share, _LEAST_SHARE))))


def recogniser() -> Recogniser | None:
    """What recognises scans on this machine; None where a part of it is not installed."""
    return None if missing_command() else Recogniser()


def _drawn(page: pymupdf.Page) -> tuple[pymupdf.Pixmap, float]:
    """The page in grey, and the pixels a point that it was drawn at."""
    dpi = min(max(_SHRUNK * _resolution(page), _COARSEST), _FINEST)
    scale = min(dpi / _POINTS_PER_INCH, sqrt(_MOST_PIXELS / max(1.0, abs(page.rect))))
    return page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False), scale


def _resolution(page: pymupdf.Page) -> float:
    """Dots an inch of the page's largest picture; endless where it is drawn in lines."""
    pictures = [(picture["width"] * picture["height"], picture["bbox"]) for picture in page.get_image_info()]
    dots, box = max(pictures, default=(inf, page.rect))
    return _POINTS_PER_INCH * sqrt(dots / max(1.0, abs(pymupdf.Rect(box))))


def _lines(results: tesserocr.PyResultIterator, scale: float) -> Iterator[Line]:
    """What was recognised, line by line, in points; a line that was none, but a rule, comes without words."""
    line: Line = []
    for place in tesserocr.iterate_level(results, tesserocr.RIL.WORD):
        if place.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
            yield line
            line = []
        string = _string(place)
        if string:
            bullet = not line and string in _BULLETS
            line.append(PrintedWord(_box(place).scaled(scale), "•" if bullet else string))
    yield line


def _string(place: tesserocr.PyResultIterator) -> str:
    """The word as it should read; empty where there is none."""
    if place.Empty(tesserocr.RIL.WORD):
        return ""
    string = place.GetUTF8Text(tesserocr.RIL.WORD).strip().strip(_RULES)
    return _CAPITAL_AMONG_SMALL.sub("l", string)


def _box(place: tesserocr.PyResultIterator) -> Rect:
    """The word's box in pixels: as wide as its ink, as high as its line's letters reach from the baseline."""
    x0, y0, x1, y1 = place.BoundingBox(tesserocr.RIL.WORD)
    row = place.RowAttributes()
    (_, left), (_, right) = place.Baseline(tesserocr.RIL.WORD)
    bottom = (left + right) / 2 - row["descenders"]
    return Rect(x0, min(y0, bottom - row["row_height"]), x1, max(y1, bottom))
