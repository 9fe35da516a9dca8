"""Whether the guidelines cited exist, fit the request and can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.checks.drugs import akin, drugs_in, known_drug
from imr_desk.checks.rules.dates import DECISION
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Item, Subject

_SIDES = {"claims_administrator": "Claims Administrator", "maximus": "MAXIMUS"}
_NOTHING_CITED = re.compile(
    r"\b(?:did|does|do)\s+not\s+(?:cite|base)\b|\bno\s+(?:evidence|guideline|citation)", re.IGNORECASE
)
_CITES = re.compile(
    r"\bMTUS\b|\bODG\b|\bACOEM\b|\bOfficial Disability|\bcitation\b\W*\w|\bguidelines?\b\W*\w|https?:|www\.", re.I
)
_PAGES_NAMED = re.compile(r"\b(?:pages?|pgs?\.|pp?\.)\s*(\d{1,4}(?:\s*(?:-|–|,|and)\s*\d{1,4})*)", re.IGNORECASE)
_CUT_SHORT = re.compile(r"(?:[,&(/-]|\b(?:and|or|of|for|the|to))$", re.IGNORECASE)


def g01_something_cited(letter: Subject) -> Iterator[Sign]:
    """Each guideline cites something, or says that it cites nothing."""
    for item in letter.items:
        for side, whose in _SIDES.items():
            words = item.words(f"{side}_guideline.text")
            if words and not _NOTHING_CITED.search(words) and not _CITES.search(words):
                yield sign(item.at(f"{side}_guideline.text"), item=item.number, whose=whose)


def g02_upheld_without_evidence(letter: Subject) -> Iterator[Sign]:
    """What is upheld is upheld on evidence."""
    for item in letter.items:
        nothing = re.search(r"did\s+not\s+cite\s+any", item.words("maximus_guideline.text"), re.IGNORECASE)
        if nothing and item.value("decision") == "upheld":
            yield sign(item.at("decision"), item.at("maximus_guideline.text"), item=item.number)


def g04_pages_cited(letter: Subject) -> Iterator[Sign]:
    """The pages that the rationale names are among those cited."""
    for item in letter.items:
        places = [f"{path}.pages" for path in item.listed("maximus_guideline.citations")]
        cited = [(path, words) for path in places if (words := letter.words(path))]
        pages = {page for _, words in cited for page in _pages(words)}
        named = {page for match in _PAGES_NAMED.finditer(item.rationale) for page in _pages(match[1])}
        if pages and (other := sorted(named - pages)):
            fields = (*(path for path, _ in cited), item.at("rationale"))
            yield sign(*fields, item=item.number, page=other[0], cited=", ".join(words for _, words in cited))


def _pages(printed: str) -> Iterator[int]:
    for first, last in re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", printed):
        yield from range(int(first), int(last or first) + 1)


def g05_place_in_the_citation(letter: Subject) -> Iterator[Sign]:
    """The MTUS is cited with a page or section."""
    for item, citation in _citations(letter):
        title = letter.words(f"{citation}.title")
        placed = letter.value(f"{citation}.pages") or letter.record.count(f"{citation}.sections")
        if letter.value(f"{citation}.source") == "MTUS" and title and not placed:
            yield sign(f"{citation}.title", item=item.number, title=title)


def g06_title_whole(letter: Subject) -> Iterator[Sign]:
    """Titles do not end in mid-phrase."""
    for item, citation in _citations(letter):
        title = letter.words(f"{citation}.title")
        if title and (_CUT_SHORT.search(title) or title.count("(") > title.count(")")):
            yield sign(f"{citation}.title", item=item.number, title=title)


def g07_same_drug_cited(letter: Subject) -> Iterator[Sign]:
    """A citation that names drugs names the request's, or one of its class."""
    for item in letter.items:
        drug = known_drug(item.drug_name) if item.drug_name else None
        cited = drugs_in(item.words("maximus_guideline.text"))
        if not drug or not cited:
            continue
        if not any(akin(drug, one) for one in cited):
            fields = (item.at("maximus_guideline.text"), item.at("medication.name"))
            yield sign(*fields, item=item.number, cited=cited[0].name, request=item.drug_name)


def g09_edition_out_by_then(letter: Subject) -> Iterator[Sign]:
    """No edition is later than the decision."""
    decision = letter.period(DECISION)
    for item, citation in _citations(letter):
        year = letter.value(f"{citation}.year")
        if decision and isinstance(year, int) and year > decision.last.year:
            yield sign(f"{citation}.year", DECISION, item=item.number, year=year, decision=letter.words(DECISION))


def _citations(letter: Subject) -> Iterator[tuple[Item, str]]:
    for item in letter.items:
        for side in _SIDES:
            for citation in item.listed(f"{side}_guideline.citations"):
                yield item, citation
