"""Whether the boxes that a field is shown with enclose its words and no others."""

from __future__ import annotations

from imr_desk.letter.geometry import Rect
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Word
from imr_desk.quality.intervals import Share

_AROUND = 80
"""Words before and after the span that its boxes might reach by mistake."""


def places_right(record: Record, text: LetterText) -> Share:
    """How many of the record's places, of all that have words, enclose exactly their words."""
    spans = [entry.span for entry in record.entries.values() if entry.span is not None and len(entry.span)]
    return Share(sum(encloses(span, text) for span in spans), len(spans))


def encloses(span: Span, text: LetterText) -> bool:
    """Whether the span's boxes touch all of its words, and hold the middle of no other."""
    own, places = text.words_in(span), text.places(span)
    near = range(max(0, own.start - _AROUND), min(len(text.words), own.stop + _AROUND))
    touched = {
        index
        for place in places
        for index in near
        if text.words[index].page == place.page and _is_in(text.words[index], place.rect, own=index in own)
    }
    return bool(own) and touched == set(own)


def _is_in(word: Word, rect: Rect, *, own: bool) -> bool:
    """A word of the span may be cut by it; another one is in the box where its middle is."""
    middle_x, middle_y = (word.rect.x0 + word.rect.x1) / 2, (word.rect.y0 + word.rect.y1) / 2
    return word.rect.intersects(rect) if own else rect.contains(middle_x, middle_y)
