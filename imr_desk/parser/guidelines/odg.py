"""References outside the MTUS: the Official Disability Guidelines, ACOEM, and all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_desk.letter.span import Span
from imr_desk.parser.guidelines.acoem import ACOEM, NUMBERED_CHAPTER, acoem_reference, chapter_before
from imr_desk.parser.guidelines.reference import (
    Reference,
    listed_parts,
    pages_in,
    split_outside_parentheses,
    stripped,
)
from imr_desk.parser.words.printed import printed, span_of, to_next
from imr_desk.parser.words.vocabulary import load_vocabulary

_SOURCE = printed(
    r"(?P<ODG>\bOfficial Disability Guidelines?(?:\s*\(ODG\))?"
    r"|\(?\bODG\b(?:'s\b)?\)?(?: guidelines?\b)?(?:\s*\(Official Disability Guidelines?\))?)"
    rf"|(?P<ACOEM>{ACOEM})"
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
_COLON = re.compile(r"(?<=[a-z)]):\s+")


def other_references(text: str, clause: Span) -> Iterator[Reference]:
    """The sources that a clause names, each with what is named of it; words before the first are a source too."""
    sources = list(_SOURCE.finditer(text, clause.start, clause.end))
    chapter = chapter_before(text, clause)
    if not chapter:
        yield from _unnamed(text, Span(clause.start, sources[0].start() if sources else clause.end))
    for source, body in to_next(sources, clause.end):
        name = str(source.lastgroup)
        if source is not sources[-1] and not _names_any(text, body):
            continue
        if name == "ODG":
            yield from _odg(text, name, span_of(source), body)
        else:
            yield acoem_reference(text, span_of(source), body, chapter if source is sources[0] else None)


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
        parts = list(listed_parts(text, Span(chapter.end(), region.end) if chapter else region))
        if parts and not chapter:
            parts[:1] = _at_colon(text, parts[0])
        title = next(stripped(text, span_of(chapter, "title")), None) if chapter else (parts.pop(0) if parts else None)
        of_first = year if region.start == rest.start else None
        yield Reference(source, at, title, of_first, tuple(parts), pages_in(text, region))


def _at_colon(text: str, part: Span) -> list[Span]:
    """An unlisted chapter and its section: `<chapter>: <section>`."""
    colon = _COLON.search(text, part.start, part.end)
    return [Span(part.start, colon.start()), Span(colon.end(), part.end)] if colon else [part]


def _by_chapter(text: str, rest: Span) -> Iterator[Span]:
    """The stretches of the names after a source, each but the first from a chapter's name on."""
    opening = _chapter().match(text, rest.start, rest.end)
    start, named = rest.start, opening.end() if opening else rest.start
    for part in listed_parts(text, Span(named, rest.end)):
        chapter = _kind_named(text, part) if part.start > named else None
        if chapter:
            yield Span(start, part.start)
            start, named = part.start, chapter.end()
    yield Span(start, rest.end)


def _unnamed(text: str, body: Span) -> Iterator[Reference]:
    """A source that is no guideline of a known house; a chapter of one without its name keeps its sections."""
    if not re.search(r"\w{2}", body.of(text)):
        return
    if _chapter().match(text, body.start, body.end):
        yield from _odg(text, "other", None, body)
        return
    chapters = list(NUMBERED_CHAPTER.finditer(text, body.start, body.end))
    before = Span(body.start, chapters[0].start()) if chapters else body
    title = next(split_outside_parentheses(text, before, "," if not chapters else ""), None)
    named = (Span(chapter.start(), after.end) for chapter, after in to_next(chapters, body.end))
    sections = tuple(section for part in named for section in stripped(text, part))
    yield Reference("other", None, title, None, sections, pages_in(text, body))


def _kind_named(text: str, part: Span) -> re.Match[str] | None:
    """The chapter's name that the part begins with, where it is called a chapter or a section, or opens a new list."""
    match = _chapter().match(text, part.start, part.end)
    if not match or re.search(r"\b(?:chapter|section)\b", match[0], re.IGNORECASE):
        return match
    return match if match.end() == part.end and ";" in text[part.start - 2 : part.start] else None


@lru_cache(maxsize=1)
def _chapter() -> re.Pattern[str]:
    words = {word for choice in load_vocabulary().choices("odg_chapters") for word in (choice.value, *choice.aliases)}
    names = "|".join(
        re.escape(word).replace("\\ ", " ").replace("\\-", "~?") for word in sorted(words, key=len, reverse=True)
    )
    kind = r"(?: (?:Chapter|section|Disorders|Complaints)\b)?"
    return printed(rf"{_LEAD}(?P<title>(?:{names}){_EXTENT}?{kind}{_EXTENT}?)(?![A-Za-z])(?=\W|$)")
