"""Final determinations of 2013 and 2014 (template B): a cover letter, then documents, summary and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.samples.paper.paragraph import Block, PageBreak, Paragraph, heading, labelled, plain
from imr_desk.samples.paper.passage import Passage, filled
from imr_desk.samples.plans.author import Author, listed
from imr_desk.samples.plans.facts import header, specialties, states
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan
from imr_desk.samples.templates.early_items import asked, documents, grounds, ruling

_SCOPE = {"UPHOLD": "none", "OVERTURN": "all", "PARTIAL OVERTURN": "some"}
"""How many of the disputed items each outcome of a case allows."""


def early_determination(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom."""
    return [
        *(_cover(plan) if plan.variation.header else ()),
        heading("HOW THE IMR FINAL DETERMINATION WAS MADE"),
        plain(author.book.fixed.how, gap=0.4),
        plain(_certified(plan)),
        heading("DOCUMENTS REVIEWED"),
        plain("The following relevant documents were reviewed and considered:", gap=0.4),
        *documents(plan),
        heading("CLINICAL CASE SUMMARY"),
        plain(author.book.fixed.summary, gap=0.4),
        plain(author.summary()),
        heading("IMR DECISION(S) AND RATIONALE(S)"),
        plain(author.book.fixed.items, gap=0.4),
        *(block for place, item in enumerate(plan.items) for block in _item(item, place, plan, author)),
    ]


def _cover(plan: LetterPlan) -> Iterator[Block]:
    told = header(plan)
    yield Paragraph(Passage("MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\nP.O. Box 00000, Sacramento"))
    yield labelled("Dated:", told["decision_date"])
    yield labelled("IMR Case Number:", told["case_number"])
    yield labelled("Date of Injury:", told["date_of_injury"], gap=0)
    yield labelled("Claims Number:", "(redacted)", gap=0)
    yield labelled("UR Denial Date:", told["ur_denial_date"], gap=0)
    yield labelled("Priority:", _capitals(told["priority"]), gap=0)
    yield labelled("Application Received:", told["application_received"], gap=0)
    yield labelled("Employee Name:", "(redacted)", gap=0)
    yield labelled("Provider Name:", "(redacted)", gap=0)
    wishes = listed([item.request.mention for item in plan.items])
    yield labelled("Treatment(s) in Dispute Listed on IMR Application:", wishes, gap=0)
    yield plain("DEAR (redacted),")
    yield plain(_outcome(plan))
    yield PageBreak()


def _outcome(plan: LetterPlan) -> str:
    upheld = {item.upheld for item in plan.items}
    outcome = "PARTIAL OVERTURN" if len(upheld) > 1 else "UPHOLD" if True in upheld else "OVERTURN"
    return (
        f"Final Determination: {outcome}. This means we decided that {_SCOPE[outcome]} of the disputed items/services "
        "are medically necessary and appropriate. How we came to this is told on the following pages."
    )


def _certified(plan: LetterPlan) -> Passage:
    return filled(
        "The physician reviewer is Board Certified in {specialties} and is licensed to practice in {states}.",
        specialties=specialties(plan, " and "),
        states=states(plan),
    )


def _item(item: ItemPlan, place: int, plan: LetterPlan, author: Author) -> Iterator[Block]:
    at = f"items[{place}]"
    claims, reviewer = grounds(item, plan, author)
    heading_words = filled("{request} {ruling}.", request=asked(item), ruling=ruling(item)).under(at)
    numbered = f"{place + 1}. " + heading_words
    yield Paragraph(numbered, bold=len(numbered.text))
    yield plain(claims.under(at))
    yield plain(reviewer.under(at))
    yield labelled("The Physician Reviewer's decision rationale:", author.rationale(item).under(at))


def _capitals(words: Passage) -> Passage:
    return Passage(words.text.upper(), words.marks)
