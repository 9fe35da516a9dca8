"""References to the state's own schedule (MTUS): `<chapter> <year>, Section(s): ...`, or topics with pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_desk.letter.span import Span
from imr_desk.parser.guidelines.chapters import EDITION, chapter_titles, year_in
from imr_desk.parser.guidelines.reference import (
    Reference,
    known_topics,
    pages_in,
    sections_in,
    split_outside_parentheses,
    without_pages,
)
from imr_desk.parser.words.printed import printed, span_of, to_next

_YEAR = r"\s*,?\s*\(?(?P<year>(?:19|20)\d\d)\)?"
_GUIDELINES = r"(?: Medical)?(?: Treatment)?(?: Guidelines?)?"
_LEAD = (
    r"[\s,:;]*(?:(?:ACOEM|American College of Occupational and Environmental Medicine)(?: \(ACOEM\))?(?: Practice)?"
    rf"(?: Guidelines?\b)?{EDITION}[\s,:-]*(?:Chapter \d+[\s,:-]*)?)?"
)
_UNLISTED = printed(rf"{_LEAD}(?P<title>[A-Z][^.;:()]{{2,70}}?){_YEAR}(?!\d)")
_LATER_UNLISTED = printed(rf"[,;.]? and (?P<title>[A-Z](?:(?!, and )[-A-Za-z,&' ]){{4,60}}?){_YEAR}(?!\d)")
_OWN_NAME = printed(r"\b(?:Complaints|Guidelines|General Approaches)\b")
_STATES_OWN = printed(r"\bTreatment\b.*\bGuidelines?$|\bTreatment Guidelines?\b|\bComplaints\b")
_EFFECTIVE = printed(r"\s*\((?:Effective|Revised|Updated)[^)]*\)")
_SECTIONS = printed(r"(?<![\s,;:.])[\s,;:.]*(?:Guidelines?[\s,;:.]*)?\bSections?(?:\(s\))?\s*[:.]?")
_SUB_TOPIC = re.compile(r"\s*\d+\)")


def mtus_references(text: str, source: Span | None, clause: Span) -> Iterator[Reference]:
    """The chapters that a clause cites, each with what is named of it."""
    chapters = list(_chapters(text, clause))
    if not chapters:
        yield _unknown_chapter(text, source, clause)
    for chapter, after in to_next(chapters, clause.end):
        body = _past(text, _EFFECTIVE, after)
        title = span_of(chapter, "title")
        year = span_of(chapter, "year") if chapter["year"] else year_in(text, Span(chapter.start(), title.start))
        yield Reference("MTUS", source, title, year, _sections(text, body), pages_in(text, body))


def _chapters(text: str, clause: Span) -> Iterator[re.Match[str]]:
    """The chapter titles: the first at the clause's start, later ones after a comma or `and` and surely chapters."""
    match = _listed().match(text, clause.start, clause.end) or _UNLISTED.match(text, clause.start, clause.end)
    later = [match] * len(_LATER)
    while match:
        yield match
        at = match.end()
        later = [
            one if one is None or one.start() >= at else search(text, Span(at, clause.end))
            for one, search in zip(later, _LATER, strict=True)
        ]
        match = min((one for one in later if one), key=_place, default=None)


def opens_with_chapter(text: str, clause: Span) -> bool:
    """Whether the clause opens with a chapter that is the state's own by its name."""
    match = _listed().match(text, clause.start, clause.end)
    return match is not None and bool(_STATES_OWN.search(match[0]))


def _next_listed(text: str, rest: Span) -> re.Match[str] | None:
    found = _listed_later().finditer(text, rest.start, rest.end)
    return next((one for one in found if one["year"] or _OWN_NAME.search(one["title"])), None)


def _next_unlisted(text: str, rest: Span) -> re.Match[str] | None:
    return _LATER_UNLISTED.search(text, rest.start, rest.end)


_LATER = (_next_listed, _next_unlisted)
"""How a later chapter is looked for."""


def _place(chapter: re.Match[str]) -> tuple[int, int]:
    """Where a chapter's name is complete, and where it begins: of two that end together the longer is its name."""
    return chapter.end("year" if chapter["year"] else "title"), chapter.start()


def _sections(text: str, body: Span) -> tuple[Span, ...]:
    label = _SECTIONS.match(text, body.start, body.end)
    if label:
        return (
            sections_in(text, Span(label.end(), body.end))
            if not pages_in(text, body)
            else tuple(
                section
                for part in without_pages(text, Span(label.end(), body.end))
                for section in sections_in(text, part)
            )
        )
    return tuple(_topics(text, body))


def _topics(text: str, body: Span) -> Iterator[Span]:
    """Topics without a label of their own; `4) ...` goes on with the topic before it."""
    topics: list[Span] = []
    for part in without_pages(text, body):
        for topic in split_outside_parentheses(text, part, ";"):
            if topics and _SUB_TOPIC.match(text, topic.start):
                topics[-1] = Span(topics[-1].start, topic.end)
            else:
                topics += known_topics(text, topic)
    return (topic for topic in topics if _is_named(topic.of(text)))


def _is_named(words: str) -> bool:
    return bool(re.search(r"[A-Za-z]{3}", words)) and words.casefold() != "guidelines"


def _unknown_chapter(text: str, source: Span | None, clause: Span) -> Reference:
    """A chapter that is not listed and bears no year: its title runs to the first comma or label."""
    label = _SECTIONS.search(text, clause.start, clause.end)
    before = Span(clause.start, label.start() if label else clause.end)
    first = next(
        (part for piece in without_pages(text, before) for part in split_outside_parentheses(text, piece, ",;")), None
    )
    sections = sections_in(text, Span(label.end(), clause.end)) if label else ()
    return Reference("MTUS", source, first, None, sections, pages_in(text, clause))


def _past(text: str, pattern: re.Pattern[str], body: Span) -> Span:
    match = pattern.match(text, body.start, body.end)
    return Span(match.end(), body.end) if match else body


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    return printed(rf"{_LEAD}(?P<title>{chapter_titles()})(?![A-Za-z])(?:{_YEAR}(?!\d))?(?: Guidelines?\b)?")


@lru_cache(maxsize=1)
def _listed_later() -> re.Pattern[str]:
    joint = r"(?:,|;|\.)?\s*(?:\band|,|;|&) (?:the )?(?:MTUS )?"
    return printed(rf"{joint}(?P<title>{chapter_titles()})(?![A-Za-z])(?:{_YEAR}(?!\d))?(?: Guidelines?\b)?")
