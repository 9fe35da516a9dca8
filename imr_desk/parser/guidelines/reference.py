"""A reference as a guideline block prints it, and how printed lists of its parts are split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from imr_desk.letter.span import Span
from imr_desk.parser.words.printed import printed, span_of
from imr_desk.parser.words.vocabulary import load_vocabulary

PAGES = printed(
    r"(?:,|\(|;)?\s*(?:\bPage\(s\)|\bpages?\b|\bpgs?\b|\bpp\b)\s*[.:]*\s*(?P<pages>\d+(?:\s*(?:~|,|;|&|and|to)\s*\d+(?![\d)]|\.\d))*)\)?"
)
_SECTION_NUMBER = re.compile(r"[,;]\s+(?:and\s+)?(?=\d+(?:\.\d+)*\.?\s+[A-Z])")
_AND = re.compile(r"[\s,;]*\band\b")
_OPEN, _CLOSED = "([", ")]"
_ALONE = re.compile(r"\((?P<words>(?:[^()]|\([^()]*\))*)\)(?:\s*\((?:19|20)\d\d\))?")
"""Words in parentheses of their own, a year after them or not."""
_LABEL = printed(r"(?:Topics?|Sections?)\s*:\s*")
_ALIKE_TOPIC = 92.0


@dataclass(frozen=True, slots=True)
class Reference:
    """One source: `MTUS`, `ODG`, `ACOEM` or `other`, with the places of its parts."""

    source: str
    source_span: Span | None
    title: Span | None = None
    year: Span | None = None
    sections: tuple[Span, ...] = ()
    pages: tuple[Span, ...] = ()


def pages_in(text: str, within: Span) -> tuple[Span, ...]:
    """The printed page lists."""
    return tuple(span_of(match, "pages") for match in PAGES.finditer(text, within.start, within.end))


def without_pages(text: str, within: Span) -> Iterator[Span]:
    """The stretches between page lists."""
    start = within.start
    for match in PAGES.finditer(text, within.start, within.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, within.end)


def split_outside_parentheses(text: str, within: Span, signs: str) -> Iterator[Span]:
    """The parts between the signs, those within parentheses not counted; ends and an `and` before trimmed."""
    depth, start = 0, within.start
    for at in range(within.start, within.end):
        sign = text[at]
        depth = max(0, depth + (sign in _OPEN) - (sign in _CLOSED))
        if depth == 0 and sign in signs:
            yield from stripped(text, _after_and(text, Span(start, at)))
            start = at + 1
    yield from stripped(text, _after_and(text, Span(start, within.end)))


def _after_and(text: str, part: Span) -> Span:
    match = _AND.match(text, part.start, part.end)
    return Span(match.end(), part.end) if match else part


def stripped(text: str, span: Span) -> Iterator[Span]:
    """The span without blanks, commas and full stops at its ends; nothing where nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n\f\t,;:/-\u2013\u2014."))
    end = span.start + len(words.rstrip(" \n\f\t,;:/-\u2013\u2014."))
    if start < end:
        yield Span(start, end)


def sections_in(text: str, within: Span) -> tuple[Span, ...]:
    """The sections of an MTUS list: numbered ones at their numbers, others at commas, known topics whole."""
    numbered = [
        within.start,
        *(match.end() for match in _SECTION_NUMBER.finditer(text, within.start, within.end)),
        within.end,
    ]
    found: list[Span] = []
    for start, end in pairwise(numbered):
        if re.match(r"\s*\d+(?:\.\d+)*\.?\s+[A-Z]", text[start:end]):
            found.extend(stripped(text, Span(start, end)))
        else:
            parts = list(split_outside_parentheses(text, Span(start, end), ",;"))
            found.extend(joined_topics(text, parts))
    return tuple(found)


def joined_topics(text: str, parts: list[Span]) -> Iterator[Span]:
    """Parts at commas, but topics that hold a comma of their own whole; what begins small goes on with a great one."""
    while parts:
        taken = next(
            (n for n in range(min(4, len(parts)), 1, -1) if _is_topic(text, parts[0].start, parts[n - 1].end)), 1
        )
        while taken < len(parts) and _goes_on(text, parts[0], parts[taken - 1], parts[taken]):
            taken += 1
        yield Span(parts[0].start, parts[taken - 1].end)
        del parts[:taken]


def _goes_on(text: str, first: Span, before: Span, part: Span) -> bool:
    """Whether a part is more of the topic before it: `Exercises, aquatic`."""
    return text[first.start].isupper() and text[part.start].islower() and ";" not in text[before.end : part.start]


def listed_parts(text: str, body: Span) -> Iterator[Span]:
    """Sections between commas and semicolons; one that stands in parentheses alone without them."""
    for piece in without_pages(text, body):
        for named in joined_topics(text, list(split_outside_parentheses(text, piece, ",;"))):
            label = _LABEL.match(text, named.start, named.end)
            part = Span(label.end(), named.end) if label else named
            alone = _ALONE.fullmatch(text, part.start, part.end)
            yield span_of(alone, "words") if alone else part


def known_topics(text: str, topic: Span) -> list[Span]:
    """The parts of a list at its commas where each is a topic by its own name, else the whole."""
    parts = list(joined_topics(text, list(split_outside_parentheses(text, topic, ","))))
    return parts if all(_plain_name(part.of(text)) in _names() for part in parts) else [topic]


def _plain_name(words: str) -> str:
    """The name of a topic without what stands in parentheses."""
    return " ".join(re.sub(r"\([^()]*\)", " ", words).casefold().split())


def _is_topic(text: str, start: int, end: int) -> bool:
    words = " ".join(text[start:end].casefold().split())
    near = process.extractOne(words, _topics(), scorer=fuzz.ratio, score_cutoff=_ALIKE_TOPIC)
    return near is not None


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(_plain_name(choice.value) for choice in load_vocabulary().choices("topics"))


@lru_cache(maxsize=1)
def _topics() -> tuple[str, ...]:
    names = (choice.value for choice in load_vocabulary().choices("topics"))
    return tuple(name.casefold() for name in names if "," in _plain_name(name))
