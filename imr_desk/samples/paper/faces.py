"""The four faces that letters are set in, and how wide their characters are."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

import pymupdf


class Face(Enum):
    """A typeface by PyMuPDF's name of one of the fonts that every PDF reader has."""

    TIMES = "tiro"
    TIMES_BOLD = "tibo"
    ARIAL = "helv"
    ARIAL_BOLD = "hebo"


def width(words: str, face: Face, size: float) -> float:
    """How wide the words are set, in points."""
    return size * sum(_advance(face, char) for char in words)


def above(face: Face, size: float) -> float:
    """How far the face reaches above its base line, in points."""
    return size * float(_font(face).ascender)


def below(face: Face, size: float) -> float:
    """How far the face reaches below its base line, in points."""
    return -size * float(_font(face).descender)


@lru_cache(maxsize=len(Face))
def _font(face: Face) -> pymupdf.Font:
    return pymupdf.Font(face.value)


@lru_cache(maxsize=2048)
def _advance(face: Face, char: str) -> float:
    return float(_font(face).glyph_advance(ord(char)))
