"""Notices of 2013 (template A): the decisions as numbered sentences, told twice, then the grounds of each."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.samples.paper.paragraph import Block, Paragraph, heading, labelled, plain
from imr_desk.samples.paper.passage import Passage, filled
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.facts import header, specialties, states
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan
from imr_desk.samples.plans.variation import Quirk
from imr_desk.samples.templates.early_items import asked, documents, grounds, ruling


def notice(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom."""
    return [
        heading("Notice of Independent Medical Review Determination"),
        *_address(plan),
        *(plain(_decided(item, place, plan), gap=1.0 if place else 1.5) for place, item in enumerate(plan.items)),
        heading("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
        plain(_history(plan)),
        *(plain(_decided(item, place, plan).text) for place, item in enumerate(plan.items)),
        _title("Medical Qualifications of the Expert Reviewer:"),
        plain(_qualified(plan), gap=0),
        _title("Case Summary:"),
        plain("As the claims administrator's file tells it: " + author.summary(), gap=0),
        _title("Documents Reviewed:"),
        *documents(plan),
        *(block for place, item in enumerate(plan.items) for block in _explained(item, place, plan, author)),
        _title("Effect of the Decision:"),
        plain("The decision stands as that of the Administrative Director and binds all parties.", gap=0),
    ]


def _address(plan: LetterPlan) -> Iterator[Block]:
    told = header(plan)
    yield plain("Dated: " + told["decision_date"])
    if plan.variation.header:
        yield labelled("Employee:", "(redacted)")
        yield labelled("Claim Number:", "(redacted)", gap=0)
        yield labelled("Date of UR Decision:", told["ur_denial_date"], gap=0)
        yield labelled("Date of Injury:", told["date_of_injury"], gap=0)
        yield labelled("IMR Application Received:", told["application_received"], gap=0)
        yield labelled("MAXIMUS Case Number:", told["case_number"], gap=0)


def _decided(item: ItemPlan, place: int, plan: LetterPlan) -> Passage:
    sentence = filled(
        "{number}) MAXIMUS Federal Services, Inc. has determined the request for {request} {ruling}.",
        number=str(place + 1),
        request=asked(item),
        ruling=ruling(item, glued=plan.variation.has(Quirk.GLUED)),
    )
    return sentence.under(f"items[{place}]")


def _history(plan: LetterPlan) -> Passage:
    told = header(plan)
    return filled(
        "An application for Independent Medical Review was filed on {filed} disputing the Utilization Review Denial "
        "dated {denied}. A Notice of Assignment and Request for Information was provided to the parties on "
        "{assigned}. A decision has been made for each of the treatments and services in dispute:",
        filed=told["application_received"],
        denied=told["ur_denial_date"],
        assigned=told["date_assigned"],
    )


def _qualified(plan: LetterPlan) -> Passage:
    return filled(
        "The doctor who made the decision has no ties to any party, is Board Certified in {specialties}, and is "
        "licensed to practice in {states}.",
        specialties=specialties(plan, " and "),
        states=states(plan),
    )


def _explained(item: ItemPlan, place: int, plan: LetterPlan, author: Author) -> Iterator[Block]:
    at = f"items[{place}]"
    claims, reviewer = grounds(item, plan, author)
    yield Paragraph(Passage(f"{place + 1}) Regarding the request for {item.request.heading.text}:"), bold=10_000)
    yield labelled("Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision:", "")
    yield plain((claims + " " + reviewer).under(at), gap=0)
    yield labelled("Rationale for the Decision:", "")
    yield plain(author.rationale(item).under(at), gap=0)


def _title(words: str) -> Paragraph:
    return Paragraph(Passage(words), bold=len(words))
