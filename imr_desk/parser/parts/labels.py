"""Headings and labels of any template, found in the text though misspelt or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from imr_desk.letter.span import Span
from imr_desk.parser.parts.template import plain, wordings
from imr_desk.parser.words.printed import lines

ALIKE = 84.0
"""From this likeness on (rapidfuzz ratio of the letters, 0..100) printed words are taken for a misspelt label."""

LONGEST = 120
"""Characters that a heading or label has at most."""

LONGEST_SMALL = 75
"""The same of a heading in small letters."""

MOST_WORDS = 14
_COLON = re.compile(r"\s*:")
_WORD_START = re.compile(r"(?<!\S)\S")


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading or label: what it names, its place with the colon, and whether it is spelt as known."""

    name: str
    span: Span
    exact: bool


def headings(text: str) -> tuple[Mark, ...]:
    """The section headings, in the order of the text; a heading fills a line, or two."""
    found: list[Mark] = []
    rows = [line.span for line in lines(text) if not text[line.span.start].islower()]
    for place, row in enumerate(rows):
        both = Span(row.start, rows[min(place + 1, len(rows) - 1)].end)
        mark = _heading(text, row) or (_heading(text, both) if row.of(text).isupper() else None)
        if mark and not (found and found[-1].span.overlaps(mark.span)):
            found.append(mark)
    return tuple(found)


def labels(text: str, within: Span, names: Collection[str]) -> tuple[Mark, ...]:
    """The labels of these names, in the order of the text."""
    known = {words: name for words, name in wordings("labels").items() if name in names}
    found: list[Mark] = []
    for colon in _COLON.finditer(text, within.start, within.end):
        start = found[-1].span.end if found else within.start
        if mark := _label_before(text, colon, known, start):
            found.append(mark)
    return tuple(found)


def blocks(marks: Sequence[Mark], end: int) -> Iterator[tuple[Mark, Span]]:
    """Each heading or label with the stretch from it to the next one, the last to `end`."""
    stops = [mark.span.start for mark in marks[1:]]
    for mark, stop in zip(marks, [*stops, end], strict=False):
        yield mark, Span(mark.span.end, max(mark.span.end, stop))


def _heading(text: str, span: Span) -> Mark | None:
    words = span.of(text).rstrip(": ")
    if len(words) > (LONGEST if words.isupper() else LONGEST_SMALL) or words[-1:] == ".":
        return None
    known = wordings("headings")
    if part := known.get(plain(words)):
        return Mark(part, span, exact=True)
    part = _nearest(words, known) if words.isupper() else None
    return Mark(part, span, exact=False) if part else None


def _label_before(text: str, colon: re.Match[str], known: Mapping[str, str], start: int) -> Mark | None:
    """The label that ends at this colon: exact anywhere, misspelt only where it opens a line."""
    window = Span(max(start, colon.start() - LONGEST), max(start, colon.start()))
    key = plain(window.of(text))
    spelt = key.endswith(tuple(known))
    starts = [match.start() for match in _WORD_START.finditer(text, window.start, window.end)][-MOST_WORDS:]
    for at in starts if spelt else ():
        if name := known.get(plain(text[at : colon.start()])):
            return Mark(name, Span(at, colon.end()), exact=True)
    for at in filter(lambda place: _opens_line(text, place), starts):
        if name := _nearest(text[at : colon.start()], known):
            return Mark(name, Span(at, colon.end()), exact=False)
    return None


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "\n\f"


def _nearest(words: str, known: Mapping[str, str]) -> str | None:
    """What the words name, one or two letters wrong."""
    key = plain(words)
    alike = [label for label in known if abs(len(label) - len(key)) <= 2]
    near = process.extractOne(key, alike, scorer=fuzz.ratio, score_cutoff=ALIKE) if len(key) > 4 else None
    return known[near[0]] if near else None
