"""What a guideline block cites: each source with its title, year, sections and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span, covering
from imr_desk.parser.certainty.outcome import Entries, absent, found, under
from imr_desk.parser.guidelines.acoem import chapter_before
from imr_desk.parser.guidelines.mtus import mtus_references, opens_with_chapter
from imr_desk.parser.guidelines.odg import other_references
from imr_desk.parser.guidelines.reference import Reference
from imr_desk.parser.words.printed import printed, span_of, to_next, worded

_BASED_ON = printed(
    r"(?:decision based (?:up)?on|based (?:its|his/her|their|his|her) decision on) (?:the )?(?:CA )?"
    r"(?:(?P<other>Non~?\s*MTUS(?: Citations?)?)|(?P<mtus>MTUS)\b)"
    r"|,? and (?P<besides>Other Medical Treatment Guidelines?)\b"
)
_EARLY = printed(r"\bbased (?:its|his/her|their|his|her) decision on (?:the )?")
_PART_OF = printed(
    r"[\s,]*\b(?:which (?:is|are) )?(?:not )?(?:a )?part of (?:the )?(?:CA )?MTUS\b(?:[\s,.;]*and (?:on )?(?:the )?)?"
)
_NOTHING_CITED = printed(r"\bdid not cite any\b")


def read_citations(text: str, block: Span) -> Entries:
    """The block's citations, in order, as entries of a list."""
    entries: Entries = {}
    for place, reference in enumerate(references(text, block)):
        entries |= under(f"citations[{place}]", _entries(text, reference))
    return entries


def references(text: str, block: Span) -> Iterator[Reference]:
    """The references of a block; none where it says that nothing was cited."""
    starts = list(_BASED_ON.finditer(text, block.start, block.end))
    if not starts and not _NOTHING_CITED.search(text, block.start, block.end):
        early = _EARLY.search(text, block.start, block.end)
        for told in _told(text, Span(early.end(), block.end) if early else block):
            yield from _unclaimed(text, told)
    for match, body in to_next(starts, block.end):
        for told in _told(text, body):
            yield from _clause(text, match, told)


def _unclaimed(text: str, told: Span) -> Iterator[Reference]:
    """What is cited without saying whose it is: a chapter of the state's own by its name, else a source like others."""
    if opens_with_chapter(text, told) and not chapter_before(text, told):
        return mtus_references(text, None, told)
    return other_references(text, told)


def _told(text: str, body: Span) -> Iterator[Span]:
    """The words between those that say of what is cited whether it is a part of the MTUS."""
    start = body.start
    for remark in _PART_OF.finditer(text, body.start, body.end):
        yield Span(start, remark.start())
        start = remark.end()
    if start == body.start or re.search(r"\w{2}", text[start : body.end]):
        yield Span(start, body.end)


def _clause(text: str, match: re.Match[str], body: Span) -> Iterator[Reference]:
    if match["mtus"]:
        return mtus_references(text, span_of(match, "mtus"), body)
    return other_references(text, body)


def _entries(text: str, reference: Reference) -> Entries:
    rule = f"citation.{reference.source.casefold()}"
    entries = {
        "source": found(reference.source, reference.source_span, rule),
        "title": _text(text, reference.title, f"{rule} title"),
        "year": found(int(reference.year.of(text)), reference.year, f"{rule} year")
        if reference.year
        else absent("citation.no year"),
        "pages": _pages(text, reference, f"{rule} pages"),
    }
    for place, section in enumerate(reference.sections):
        entries[f"sections[{place}]"] = _text(text, section, f"{rule} section")
    return entries


def _pages(text: str, reference: Reference, rule: str) -> Entry:
    if not reference.pages:
        return absent("citation.part missing")
    span = covering(*reference.pages)
    return found(re.sub(r"(?<=[-\u2013])\s+", "", worded(text, span)), span, rule)


def _text(text: str, span: Span | None, rule: str) -> Entry:
    return found(worded(text, span), span, rule) if span else absent("citation.part missing")
