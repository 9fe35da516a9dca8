"""References outside the MTUS: the Official Disability Guidelines, ACOEM, and all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_desk.letter.span import Span
from imr_desk.parser.guidelines.reference import (
    Reference,
    joined_topics,
    pages_in,
    split_outside_parentheses,
    stripped,
    without_pages,
)
from imr_desk.parser.words.printed import printed, span_of, to_next
from imr_desk.parser.words.vocabulary import load_vocabulary

_SOURCE = printed(
    r"(?P<ODG>\bOfficial Disability Guidelines?(?:\s*\(ODG\))?"
    r"|\(?\bODG\b\)?(?: guidelines?\b)?(?:\s*\(Official Disability Guidelines?\))?)"
    r"|(?P<ACOEM>\b(?:ACOEM|American College of Occupational (?:and|&) Environmental Medicine)\b(?:\s*\(ACOEM\))?)"
)
_PUBLISHER = printed(
    r"(?:[\s,;:.()-]*(?:Treatment (?:Index|in Workers'? Comp(?:ensation)?)|TWC|Work Loss Data Institute|Integrated|"
    r"\(?\d+\w{2} (?:Annual )?Edition\)?|(?:on~?line|web)(?: version| edition)?|Guidelines?\b(?=\s*[,:;(-])|"
    r"(?P<year>20\d\d)(?!\d)))+\)?(?=[\s,;:.-])"
)
_EXTENT = (
    r"(?:\s*\((?:acute|chronic|acute (?:&|and) chronic|not including[^)]*|on~?line version|web|updated[^)]*|"
    r"trauma[^)]*)\))"
)
_LEAD = r"[\s,;:.\u2013\u2014-]*(?:(?:Chapter|Section)\s*:\s*)?"
_EDITION = r"(?:[\s,;(.-]*(?:\d(?:st|nd|rd|th)|second|third) ed(?:ition|\.)?\)?(?=[\s,;.)]))?"
_UNLISTED_ACOEM = printed(rf"(?:[\s,;:.-]*(?:Occupational Medicine )?(?:Practice )?Guidelines?\b)?{_EDITION}")
_NAMED_CHAPTER = printed(r"\b(?:Disorders|Complaints)\b")
_NUMBERED_CHAPTER = printed(r"\bChapter \d+\b")


def other_references(text: str, clause: Span) -> Iterator[Reference]:
    """The sources that a clause names, each with what is named of it; words before the first are a source too."""
    sources = list(_SOURCE.finditer(text, clause.start, clause.end))
    yield from _unnamed(text, Span(clause.start, sources[0].start() if sources else clause.end))
    for source, body in to_next(sources, clause.end):
        name = str(source.lastgroup)
        if source is not sources[-1] and not _names_any(text, body):
            continue
        yield from _odg(text, name, span_of(source), body) if name == "ODG" else _acoem(text, span_of(source), body)


def _names_any(text: str, body: Span) -> bool:
    """Whether a name follows the source: one that another source follows at once is named twice."""
    publisher = _PUBLISHER.match(text, body.start, body.end)
    return bool(re.search(r"[A-Za-z]{4}", text[publisher.end() if publisher else body.start : body.end]))


def _odg(text: str, source: str, at: Span | None, body: Span) -> Iterator[Reference]:
    """One reference a chapter: `<chapter> Chapter, <section>, ...`; other words are a title up to the first comma."""
    publisher = _PUBLISHER.match(text, body.start, body.end)
    year = span_of(publisher, "year") if publisher and publisher["year"] else None
    rest = Span(publisher.end(), body.end) if publisher else body
    for region in _by_chapter(text, rest):
        chapter = _chapter().match(text, region.start, region.end)
        parts = list(_parts(text, Span(chapter.end(), region.end) if chapter else region))
        title = next(stripped(text, span_of(chapter, "title")), None) if chapter else (parts.pop(0) if parts else None)
        of_first = year if region.start == rest.start else None
        yield Reference(source, at, title, of_first, tuple(parts), pages_in(text, region))


def _by_chapter(text: str, rest: Span) -> Iterator[Span]:
    """The stretches of the names after a source, each but the first from a chapter's name on."""
    opening = _chapter().match(text, rest.start, rest.end)
    start, named = rest.start, opening.end() if opening else rest.start
    for part in _parts(text, Span(named, rest.end)):
        chapter = _kind_named(text, part) if part.start > named else None
        if chapter:
            yield Span(start, part.start)
            start, named = part.start, chapter.end()
    yield Span(start, rest.end)


def _acoem(text: str, at: Span, body: Span) -> Iterator[Reference]:
    """The title is the first part, and with a chapter's number its name; what follows are sections."""
    lead = _UNLISTED_ACOEM.match(text, body.start, body.end)
    rest = Span(lead.end() if lead else body.start, body.end)
    parts = list(_parts(text, rest))
    by_name = next((place for place, part in enumerate(parts[:3], 1) if _NAMED_CHAPTER.search(part.of(text))), 1)
    named = 2 if len(parts) > 1 and _NUMBERED_CHAPTER.fullmatch(parts[0].of(text)) else by_name
    title = Span(parts[0].start, parts[min(named, len(parts)) - 1].end) if parts else None
    yield Reference("ACOEM", at, title, None, tuple(parts[named:]), pages_in(text, rest))


def _unnamed(text: str, body: Span) -> Iterator[Reference]:
    """A source that is no guideline of a known house; a chapter of one without its name keeps its sections."""
    if not re.search(r"\w{2}", body.of(text)):
        return
    if _chapter().match(text, body.start, body.end):
        yield from _odg(text, "other", None, body)
        return
    chapters = list(_NUMBERED_CHAPTER.finditer(text, body.start, body.end))
    before = Span(body.start, chapters[0].start()) if chapters else body
    title = next(split_outside_parentheses(text, before, "," if not chapters else ""), None)
    named = (Span(chapter.start(), after.end) for chapter, after in to_next(chapters, body.end))
    sections = tuple(section for part in named for section in stripped(text, part))
    yield Reference("other", None, title, None, sections, pages_in(text, body))


def _parts(text: str, body: Span) -> Iterator[Span]:
    """Sections between commas and semicolons; one that stands in parentheses alone without them."""
    for piece in without_pages(text, body):
        for part in joined_topics(text, list(split_outside_parentheses(text, piece, ",;"))):
            words = part.of(text)
            alone = words.startswith("(") and words.endswith(")")
            yield Span(part.start + 1, part.end - 1) if alone else part


def _kind_named(text: str, part: Span) -> re.Match[str] | None:
    """The chapter's name that the part begins with, where it is called a chapter or a section."""
    match = _chapter().match(text, part.start, part.end)
    return match if match and re.search(r"\b(?:chapter|section)\b", match[0], re.IGNORECASE) else None


@lru_cache(maxsize=1)
def _chapter() -> re.Pattern[str]:
    words = {word for choice in load_vocabulary().choices("odg_chapters") for word in (choice.value, *choice.aliases)}
    names = "|".join(
        re.escape(word).replace("\\ ", " ").replace("\\-", "~?") for word in sorted(words, key=len, reverse=True)
    )
    kind = r"(?: (?:Chapter|section|Disorders|Complaints)\b)?"
    return printed(rf"{_LEAD}(?P<title>(?:{names}){_EXTENT}?{kind}{_EXTENT}?)(?![A-Za-z])(?=\W|$)")
