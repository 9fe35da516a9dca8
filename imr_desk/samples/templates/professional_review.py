"""Professional reviews of 2013 and 2014 (template C): one issue, the credentials last."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.samples.paper.paragraph import Block, Paragraph, heading, labelled, plain
from imr_desk.samples.paper.passage import Passage, filled
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.facts import header, specialties, states
from imr_desk.samples.plans.plan import LetterPlan
from imr_desk.samples.templates.early_items import asked, documents, grounds

_GUIDELINES = "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:"
_RATIONALE = "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS\n{}MEDICALLY NECESSARY:"


def professional_review(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom; only the plan's first item is told."""
    item, at = plan.items[0], "items[0]"
    claims, reviewer = grounds(item, plan, author)
    return [
        heading("MEDICAL PROFESSIONAL REVIEW"),
        *(_case(plan) if plan.variation.header else ()),
        _title("ISSUE AT DISPUTE:"),
        plain(asked(item).knowing("decision", item.outcome).under(at), gap=0),
        _title("CASE SUMMARY:"),
        plain(author.summary(), gap=0),
        _title("DOCUMENTS REVIEWED FOR DETERMINATION:"),
        *documents(plan),
        _title(_GUIDELINES),
        plain((claims + " " + reviewer).under(at), gap=0),
        _title(_RATIONALE.format("NOT " if item.upheld else "")),
        plain(author.rationale(item).under(at), gap=0),
        _title("MEDICAL REVIEWER QUALIFICATIONS:"),
        plain(_qualified(plan), gap=0),
    ]


def _case(plan: LetterPlan) -> Iterator[Block]:
    told = header(plan)
    yield labelled("Case Number:", told["case_number"])
    yield labelled("Date of Injury:", told["date_of_injury"], gap=0)


def _qualified(plan: LetterPlan) -> Passage:
    return filled(
        "The reviewer is Board Certified in {specialties} and is licensed to practice in {states}.",
        specialties=specialties(plan, " and "),
        states=states(plan),
    )


def _title(words: str) -> Paragraph:
    return Paragraph(Passage(words), bold=len(words))
