"""A few words around a hit, on one line, with the words that were searched for marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imr_desk.letter.sought import Held, Term, best, held
from imr_desk.letter.span import Span
from imr_desk.store.kept.stored import Snippet

BEFORE, AFTER = 48, 96
"""Characters shown before the best place and from there on."""
_EDGE = 16
"""At most so many characters are left off for the sake of a whole word."""


def snippet(text: str, sought: Sequence[Term]) -> tuple[Snippet, Span | None]:
    """The words around the best place of the terms, and that place; the text's beginning where they stand nowhere."""
    places = held(text, sought)
    place = best(places, AFTER)
    if place is None:
        return _cut(text, 0, (), Span(0, 0)), None
    start = _word_start(text, place.span.start - BEFORE, place.span.start)
    return _cut(text, start, places, place.span), place.span


def _cut(text: str, start: int, places: Sequence[Held], place: Span) -> Snippet:
    end = _word_end(text, place.start + AFTER, place.end)
    shown: list[str] = ["…" if text[:start].strip() else ""]
    marked: list[Span] = []
    at = start
    for span in (one.span for one in places if start <= one.span.start and one.span.end <= end):
        shown += [_line(text[at : span.start])]
        begin = sum(map(len, shown))
        shown += [_line(span.of(text))]
        marked.append(Span(begin, begin + len(shown[-1])))
        at = span.end
    shown += [_line(text[at:end]).rstrip(), "…" if text[end:].strip() else ""]
    return Snippet("".join(shown), tuple(marked))


def _word_start(text: str, at: int, no_later: int) -> int:
    """The next start of a word from `at` on."""
    if at <= 0:
        return 0
    blank = re.compile(r"\s+").search(text, at, min(at + _EDGE, no_later))
    return blank.end() if blank else at


def _word_end(text: str, at: int, no_earlier: int) -> int:
    """The last end of a word before `at`."""
    if max(at, no_earlier) >= len(text):
        return len(text)
    end = max(text.rfind(" ", at - _EDGE, at), text.rfind("\n", at - _EDGE, at))
    return max(no_earlier, end if end >= 0 else at)


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
