"""Letters as scanners and fax machines leave them: pictures of pages, askew and noisy, with no text in them."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from random import Random

import pymupdf

from imr_desk.letter.geometry import Rect
from imr_desk.samples.paper.typesetter import PAGE_HEIGHT, PAGE_WIDTH

_POINTS_PER_INCH = 72
_PAPER, _INK = 225, 20
"""Grey levels that leave room for noise above."""


@dataclass(frozen=True, slots=True)
class Scan:
    """How a letter was scanned.

    `skew` is in degrees clockwise, `noise` the greatest grey level added to a pixel (0..30), `specks` their number in
    a thousand pixels; a `fax` knows only black and white.
    """

    dpi: int = 200
    skew: float = 0.0
    noise: int = 0
    specks: float = 0.0
    fax: bool = False

    def moved(self, rect: Rect) -> Rect:
        """Where a box of the page, in points, has come to lie: the box around its turned corners."""
        turn = _turn(self.skew)
        box = pymupdf.Rect(rect.x0, rect.y0, rect.x1, rect.y1) * turn
        return Rect(box.x0, box.y0, box.x1, box.y1)


def scanned(pdf: bytes, scan: Scan, seed: int) -> bytes:
    """The PDF's pages as pictures; the same bytes for the same PDF, scan and seed."""
    rng = Random(f"{seed} {scan}")
    with pymupdf.open(stream=pdf) as source, pymupdf.open() as copy:
        for page in source:
            picture = _dirtied(_picture(page, scan), scan, rng)
            sheet = copy.new_page(width=PAGE_WIDTH, height=PAGE_HEIGHT)
            stream = picture.tobytes("png") if scan.fax else picture.tobytes("jpeg", jpg_quality=60)
            sheet.insert_image(sheet.rect, stream=stream)
        return bytes(copy.tobytes(garbage=3, deflate=True, no_new_id=True))


def _turn(degrees: float) -> pymupdf.Matrix:
    """Turns a page, in points, about its middle; clockwise as seen."""
    x, y, turned = PAGE_WIDTH / 2, PAGE_HEIGHT / 2, radians(degrees)
    c, s = cos(turned), sin(turned)
    return pymupdf.Matrix(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)


def _picture(page: pymupdf.Page, scan: Scan) -> pymupdf.Pixmap:
    """The page in grey, turned, cut to its own size."""
    zoom = scan.dpi / _POINTS_PER_INCH
    matrix = _turn(scan.skew) * pymupdf.Matrix(zoom, zoom)
    turned = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
    sheet = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, round(PAGE_WIDTH * zoom), round(PAGE_HEIGHT * zoom)))
    sheet.clear_with(255)
    sheet.copy(turned, pymupdf.IRect(turned.irect) & pymupdf.IRect(sheet.irect))
    return sheet


def _dirtied(picture: pymupdf.Pixmap, scan: Scan, rng: Random) -> pymupdf.Pixmap:
    pixels = bytearray(_noisy(bytes(picture.samples), scan.noise, rng))
    for _ in range(int(len(pixels) * scan.specks / 1000)):
        pixels[rng.randrange(len(pixels))] = rng.choice([0, 255])
    shades = _BLACK_AND_WHITE if scan.fax else _ALL_SHADES
    return pymupdf.Pixmap(pymupdf.csGRAY, picture.width, picture.height, pixels.translate(shades), False)


def _noisy(pixels: bytes, most: int, rng: Random) -> bytes:
    """The pixels, paled and with noise added; no sum exceeds a byte, so all are added as one great number."""
    levels = bytes(_INK + level * (_PAPER - _INK) // 255 for level in range(256))
    grains = bytes(level * (most + 1) // 256 for level in range(256))
    noise = rng.randbytes(len(pixels)).translate(grains)
    total = int.from_bytes(pixels.translate(levels)) + int.from_bytes(noise)
    return total.to_bytes(len(pixels))


_ALL_SHADES = bytes(range(256))
_BLACK_AND_WHITE = bytes(0 if level < 150 else 255 for level in range(256))
