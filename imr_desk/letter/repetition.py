"""What letters of one kind repeat: lines and sentences by their fingerprints, and those that most letters print."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imr_desk.letter.span import Span, trimmed

FEWEST = 5
"""Fewer letters tell nothing of what is common."""
SHARE = 0.5
"""What more than this share of the letters print is common to them."""
SHORTEST = 3
"""Words that a line or sentence has at least; shorter ones repeat by chance."""

_LINE = re.compile(r"[^\n\f]+")
_BLOCK = re.compile(r"(?:[^\n\f]|\n(?!\n))+")
_SENTENCE_END = re.compile(r"[.!?:]\s+(?=[A-Z\"“(])")
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?(?=\s*#)"
)
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Common:
    """The fingerprints that most of so many letters share."""

    letters: int
    fingerprints: frozenset[str]


@dataclass(frozen=True, slots=True)
class TooFew:
    """There are only so many letters: nothing can be said."""

    letters: int


def fingerprint(words: str) -> str:
    """Words as they compare between letters: without regard to case, line breaks, numbers and dates."""
    plain = re.sub(r"\d+", "#", " ".join(words.split()).casefold().translate(_ALIKE))
    return _MONTH.sub("#", plain)


def passages(text: str) -> Iterator[Span]:
    """Every line and every sentence that is long enough to compare."""
    for span in (*_spans(_LINE, text), *_sentences(text)):
        if len(span.of(text).split()) >= SHORTEST:
            yield span


def fingerprints(text: str) -> frozenset[str]:
    """The fingerprints of a letter's lines and sentences."""
    return frozenset(fingerprint(span.of(text)) for span in passages(text))


def common(letters: Iterable[frozenset[str]]) -> Common | TooFew:
    """What more than half of the letters print, each given by its fingerprints."""
    seen: Counter[str] = Counter()
    count = 0
    for count, of_one in enumerate(letters, start=1):  # noqa: B007  (how many there were is asked for below)
        seen.update(of_one)
    if count < FEWEST:
        return TooFew(count)
    return Common(count, frozenset(one for one, times in seen.items() if times > SHARE * count))


def repeated(text: str, shared: Common) -> tuple[Span, ...]:
    """The places of a letter that most letters print too, in order and apart from each other."""
    places = sorted(span for span in passages(text) if fingerprint(span.of(text)) in shared.fingerprints)
    joined: list[Span] = []
    for span in places:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def without(spans: Sequence[Span], kept: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of spans, which are in order and apart, beside those that are kept out."""
    left = list(spans)
    for hole in kept:
        first = bisect_left(left, hole.start, key=lambda span: span.end)
        last = bisect_left(left, hole.end, key=lambda span: span.start)
        left[first:last] = [piece for span in left[first:last] for piece in _beside(span, hole)]
    return tuple(left)


def _beside(span: Span, hole: Span) -> Iterator[Span]:
    if span.start < hole.start:
        yield Span(span.start, min(span.end, hole.start))
    if hole.end < span.end:
        yield Span(max(span.start, hole.end), span.end)


def _sentences(text: str) -> Iterator[Span]:
    for block in _spans(_BLOCK, text):
        start = block.start
        for end in _SENTENCE_END.finditer(text, block.start, block.end):
            yield Span(start, end.start() + 1)
            start = end.end()
        yield trimmed(text, Span(start, block.end))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (trimmed(text, Span(*match.span())) for match in pattern.finditer(text))
