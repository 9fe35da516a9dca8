"""Spans as pages and rectangles for other programs, and found again from what they hand back."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.span import Span, covering
from imr_desk.letter.text import LetterText

Json = dict[str, Any]
_SLACK = 0.02
"""Points by which a rectangle may have lost from rounding."""


def place_json(span: Span, text: LetterText) -> Json:
    """The span's page from 1, one `[x0, y0, x1, y1]` a printed line in PDF points, and its offsets.

    A rectangle on another page than the first gives its page as a fifth number, as do the others then.
    """
    places = text.places(span)
    page = places[0].page if places else text.page_at(span.start)
    several = any(place.page != page for place in places)
    rects = [[*_rounded(place.rect), *([place.page] if several else [])] for place in places]
    return {"page": page, "rects": rects, "start": span.start, "end": span.end}


def span_in(leaf: Mapping[str, Any], text: LetterText | None) -> Span | None:
    """The span that the leaf is about: by its offsets, else by the words in its rectangles, else by its words alone.

    None where it has no place, or where its words alone stand more than once (or not at all) in the text. Words alone
    tell a place only in labels made elsewhere: what a rule of ours found without a place has none.
    """
    if "start" in leaf:
        return Span(leaf["start"], leaf["end"])
    if text is None or not leaf.get("text"):
        return None
    if leaf.get("rects"):
        return _within(_covered(_places(leaf["rects"], leaf["page"]), text), leaf["text"], text)
    if "rule" in leaf:
        return None
    found = list(re.finditer(_loosely(leaf["text"]), text.text))
    return Span(*found[0].span()) if len(found) == 1 else None


def _covered(places: Iterable[Place], text: LetterText) -> Span | None:
    spans = [
        word.span
        for place in places
        for word in text.words
        if word.page == place.page and place.rect.grown(_SLACK).intersects(_middle(word.rect))
    ]
    return covering(*spans) if spans else None


def _within(span: Span | None, words: str, text: LetterText) -> Span | None:
    """The part of the span that reads as the words; the whole of it where none does."""
    if span is None:
        return None
    match = re.compile(_loosely(words)).search(text.text, span.start, span.end)
    return Span(*match.span()) if match else span


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _places(rects: Iterable[Sequence[float]], page: int) -> list[Place]:
    return [Place(int(rect[4]) if len(rect) > 4 else page, Rect(*rect[:4])) for rect in rects]


def _middle(rect: Rect) -> Rect:
    """The line through the middle of a word's box: boxes of neighbouring lines overlap, these do not."""
    middle = (rect.y0 + rect.y1) / 2
    return Rect(rect.x0 + _SLACK, middle - _SLACK, rect.x1 - _SLACK, middle + _SLACK)


def _rounded(rect: Rect) -> list[float]:
    """To hundredths of a point, outwards."""
    low = [math.floor(edge * 100) / 100 for edge in (rect.x0, rect.y0)]
    high = [math.ceil(edge * 100) / 100 for edge in (rect.x1, rect.y1)]
    return [*low, *high]
