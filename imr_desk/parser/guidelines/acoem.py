"""References to the practice guidelines of ACOEM: a chapter by its name or number, before the publisher or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from imr_desk.letter.span import Span
from imr_desk.parser.guidelines.chapters import EDITION, chapter_titles, year_in
from imr_desk.parser.guidelines.reference import Reference, listed_parts, pages_in
from imr_desk.parser.words.printed import printed, span_of

ACOEM = r"\b(?:ACOEM|American College of Occupational (?:and|&) Environmental Medicine)\b(?:\s*\(ACOEM\))?"
NUMBERED_CHAPTER = printed(r"\bChapter \d+\b")
_LEAD = printed(rf"(?:[\s,;:.-]*(?:Occupational Medicine )?(?:Practice )?Guidelines?\b)?{EDITION}")
_ENCLOSED = printed(r"[\s,;:]*\((?P<inner>(?=[^()]*\b(?:edition|ed\.|chapter \d))(?:[^()]|\([^()]*\))*)\)")
_EDITION_ALONE = printed(rf"{EDITION}[\s)]*")
_NUMBER_ALONE = printed(r"Chapter \d+\)?")
_NAMED_CHAPTER = printed(r"\b(?:Disorders|Complaints)\b")


def chapter_before(text: str, clause: Span) -> Span | None:
    """The chapter that a clause names before the publisher: `Elbow Complaints Chapter (ACOEM ...`."""
    match = _before().match(text, clause.start, clause.end)
    return span_of(match, "title") if match else None


def acoem_reference(text: str, at: Span, body: Span, title: Span | None = None) -> Reference:
    """What is cited after the publisher's name, or of the chapter named before it; editions are no part of it."""
    lead = _LEAD.match(text, body.start, body.end)
    rest = Span(lead.end() if lead else body.start, body.end)
    parts = [part for area in _opened(text, rest) for part in listed_parts(text, area)]
    editions = [part for part in parts if _EDITION_ALONE.fullmatch(text, part.start, part.end)]
    years = (year_in(text, area) for area in (Span(body.start, rest.start), *editions))
    named = [part for part in parts if part not in editions]
    if title is None and named:
        length = _title_length(text, named)
        title, named = Span(named[0].start, named[length - 1].end), named[length:]
    sections = [part for part in named if not _NUMBER_ALONE.fullmatch(text, part.start, part.end)]
    return Reference("ACOEM", at, title, next(filter(None, years), None), tuple(sections), pages_in(text, rest))


def _opened(text: str, rest: Span) -> Iterator[Span]:
    """What stands in the parentheses that tell chapter and edition, and what follows them."""
    enclosed = _ENCLOSED.match(text, rest.start, rest.end)
    if enclosed:
        yield span_of(enclosed, "inner")
    yield Span(enclosed.end() if enclosed else rest.start, rest.end)


def _title_length(text: str, parts: Sequence[Span]) -> int:
    """How many parts the title takes: a chapter's number and its name, or all up to a name that holds commas."""
    if len(parts) > 1 and NUMBERED_CHAPTER.fullmatch(text, parts[0].start, parts[0].end):
        return 2
    return next((place for place, part in enumerate(parts[:3], 1) if _NAMED_CHAPTER.search(part.of(text))), 1)


@cache
def _before() -> Pattern[str]:
    return printed(
        rf"[\s,]*(?:the )?(?P<title>{chapter_titles()})(?: Chapter)?[\s,]*(?:\(|,|(?:of|in|from) )"
        rf"[\s,]*(?:the )?(?={ACOEM})"
    )
