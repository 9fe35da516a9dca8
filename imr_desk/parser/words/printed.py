"""Patterns for printed words: they match over line ends, page ends and either kind of quote or hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from imr_desk.letter.span import Span

HYPHEN = "[-\u2010\u2011\u2012\u2013\u2014\u00ad]"
_STANDS_FOR = {
    "~?": rf"(?:{HYPHEN}\s*|\s+)?",
    " ": r"(?:\s+)",
    "~": rf"(?:{HYPHEN}\s*)",
    "'": "['`\u00b4\u2018\u2019\u2032\ufffd]",
    '"': '["\u201c\u201d]',
}
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|~\?|[ ~'\"]", re.DOTALL)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:[\"\u201d\u2019)\]]*)(?=\s+[\"\u201c(]?[A-Z0-9])|(?<=[a-z0-9)])\.(?=[A-Z][a-z])"
)
_BROKEN = re.compile(rf"(?<=\w)({HYPHEN})[ ]*[\n\f]\s*(?=\w)")
_LINE = re.compile(r"\S(?:[^\n\f]*\S)?")
_NO_END = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|vs|etc|e\.g|i\.e|St|No|al|Inc|pg|pp|approx|(?<!\b[Zz]one\s)(?<!\b[Gg]rade\s)(?<!\b[Tt]ype\s)"
    r"(?<!\b[Ss]tage\s)(?<!\b[Ll]evel\s)(?<!\bhepatitis\s)(?<!\b[Vv]itamin\s)[A-Z]"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$|(?:^|[.:;,]\s)\s*\(?\d{1,2}\.$"
)
"""What ends in a full stop but no sentence: abbreviations (`zone V` is none), and the number of an entry in a list."""


@cache
def printed(pattern: str) -> re.Pattern[str]:
    r"""The pattern compiled, letter case aside: a blank is any white space, `~` a hyphen, at a line's end or not; with
    `~?` two words may be joined by a hyphen, parted by a blank, or written as one.

    >>> printed("non~certified").search("non-\ncertified").span()
    (0, 14)
    """
    return re.compile(_TOKEN.sub(_meant, pattern), re.IGNORECASE | re.DOTALL)


def _meant(token: re.Match[str]) -> str:
    words = token[0]
    return words.replace(" ", r"\s") if words.startswith("[") else _STANDS_FOR.get(words, words)


def span_of(match: re.Match[str], group: int | str = 0) -> Span:
    """Where a group of the match stands; the whole match unless named."""
    return Span(*match.span(group))


def without_footers(text: str, footer: re.Pattern[str]) -> str:
    """The text with the same offsets, the last line of a page blank where the pattern fills it."""
    return "\f".join(_without_footer(page, footer) for page in text.split("\f"))


def _without_footer(page: str, footer: re.Pattern[str]) -> str:
    body = page.rstrip()
    start = body.rfind("\n") + 1
    if not footer.fullmatch(body[start:].strip()):
        return page
    return page[:start] + " " * (len(body) - start) + page[len(body) :]


def to_next(matches: Sequence[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], Span]]:
    """Each match with the words from its end to the next one's start, the last one's to `end`."""
    starts = [match.start() for match in matches[1:]]
    for match, stop in zip(matches, [*starts, end], strict=False):
        yield match, Span(match.end(), max(match.end(), stop))


def worded(text: str, span: Span) -> str:
    """The span's words as a value: white space collapsed, what a line's end parts after a hyphen joined again."""
    return " ".join(_BROKEN.sub(r"\1", span.of(text)).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its span without the white space around it, and what parts it from the line before."""

    span: Span
    after_gap: bool
    opens_page: bool


def lines(text: str, within: Span | None = None) -> tuple[Line, ...]:
    """The lines that hold any words, in order."""
    area = within or Span(0, len(text))
    found: list[Line] = []
    end = area.start
    for match in _LINE.finditer(text, area.start, area.end):
        between = text[end : match.start()]
        found.append(Line(span_of(match), between.count("\n") > 1, "\f" in between))
        end = match.end()
    return tuple(found)


@lru_cache(maxsize=64)
def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a stretch of text, in order; a missing blank after a full stop parts them too."""
    return tuple(_sentences(text, within))


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for match in _SENTENCE_END.finditer(text, within.start, within.end):
        if _NO_END.search(text[max(start, match.end() - 12) : match.end()]):
            continue
        yield from _whole(text, start, match.end())
        start = match.end()
    yield from _whole(text, start, within.end)


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
