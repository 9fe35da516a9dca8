"""Determinations from 2018 on (template E), whose print is not known: the same facts under loose labels."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.samples.paper.paragraph import Block, heading, labelled, plain
from imr_desk.samples.paper.passage import field
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.facts import header, specialties, states
from imr_desk.samples.plans.guidelines import CLAIMS_ADMINISTRATOR, MAXIMUS, Cited, guideline, possible_basis
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan
from imr_desk.samples.templates.early_items import asked

_LABELS = {
    "Case Number:": "case_number",
    "Date Assigned:": "date_assigned",
    "Date of Injury:": "date_of_injury",
    "Decision Date:": "decision_date",
    "UR Denial Date:": "ur_denial_date",
    "Priority:": "priority",
    "Application Received:": "application_received",
}


def later_determination(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom."""
    return [
        heading("INDEPENDENT MEDICAL REVIEW"),
        heading("FINAL DETERMINATION"),
        *(_header(plan) if plan.variation.header else ()),
        heading("REVIEWER"),
        plain("State(s) of Licensure: " + states(plan), gap=0.4),
        plain("Certification(s)/Specialty: " + specialties(plan), gap=0),
        heading("CASE SUMMARY"),
        plain(author.summary(), gap=0.4),
        heading("DECISIONS AND RATIONALES"),
        *(block for place, item in enumerate(plan.items) for block in _item(item, place, plan, author)),
    ]


def _header(plan: LetterPlan) -> Iterator[Block]:
    told = header(plan)
    for place, (label, name) in enumerate(_LABELS.items()):
        yield labelled(label, told[name], gap=0.0 if place else 1.0)


def _item(item: ItemPlan, place: int, plan: LetterPlan, author: Author) -> Iterator[Block]:
    at, rng = f"items[{place}]", author.rng
    cited = Cited(author.book.topics[item.request.topic], plan.region, plan.variation.template)
    outcome = field("decision", item.outcome.capitalize(), item.outcome)
    label = asked(item) + ":"
    yield plain((label + " " + outcome).under(at))
    for side in (CLAIMS_ADMINISTRATOR, MAXIMUS):
        words = guideline(side, cited, possible_basis(cited, rng, uncited=0.05), rng)
        yield labelled(side.label, words.under(at))
    yield labelled("Decision rationale:", author.rationale(item).under(at))
