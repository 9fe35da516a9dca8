"""What the letters of 2013 share: decisions as sentences, grounds as sentences, lists of documents."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.samples.paper.paragraph import Block, plain
from imr_desk.samples.paper.passage import Passage, field
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.dates import DateStyle, written
from imr_desk.samples.plans.guidelines import CLAIMS_ADMINISTRATOR, MAXIMUS, Cited, early_guideline
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan


def asked(item: ItemPlan) -> Passage:
    """The request, marked."""
    return item.request.heading.marked("request", item.request.heading.text)


def ruling(item: ItemPlan, glued: bool = False) -> Passage:
    """`is not medically necessary and appropriate`: the words that tell the decision, two of them perhaps glued."""
    negation = ("not" if glued else "not ") if item.upheld else ""
    return field("decision", f"is {negation}medically necessary and appropriate", item.outcome)


def grounds(item: ItemPlan, plan: LetterPlan, author: Author) -> tuple[Passage, Passage]:
    """What the claims administrator, and what the reviewer based the decision on."""
    cited = Cited(author.book.topics[item.request.topic], plan.region, plan.variation.template)
    return early_guideline(CLAIMS_ADMINISTRATOR, cited, author.rng), early_guideline(MAXIMUS, cited, author.rng)


def documents(plan: LetterPlan) -> Iterator[Block]:
    """The records reviewed, a line each."""
    days = plan.days
    records = (
        f"Application for Independent Medical Review dated {written(days.application, DateStyle.SLASHES)}",
        f"Utilization review determination dated {written(days.ur_denial, DateStyle.SLASHES)}",
        f"Medical records from {days.injury:%m/%Y} to {days.report:%m/%Y}",
        "Medical Treatment Utilization Schedule",
    )
    for place, record in enumerate(records):
        yield plain("• " + field(f"documents[{place}]", record), gap=0.0 if place else 0.4)
