"""Final determinations of 2014 to 2017 (templates D1, D2 and D3): header table, credentials, summary, items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from imr_desk.samples.paper.paragraph import Block, Cell, Paragraph, Table, heading, labelled, plain
from imr_desk.samples.paper.passage import Passage, field, filled
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.facts import header, specialties, states
from imr_desk.samples.plans.guidelines import (
    CLAIMS_ADMINISTRATOR,
    MAXIMUS,
    Basis,
    Cited,
    Side,
    guideline,
    possible_basis,
)
from imr_desk.samples.plans.plan import ItemPlan, LetterPlan
from imr_desk.samples.plans.variation import Quirk, Template

_EDGES = (66.8, 173.8, 323.3, 421.2, 545.6)
"""Where the columns of the header table begin and end, in points."""


def determination(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom."""
    fixed = author.book.fixed
    return [
        *([_header_table(plan)] if plan.variation.header else []),
        heading("HOW THE IMR FINAL DETERMINATION WAS MADE"),
        plain(fixed.how, gap=0.4),
        *_credentials(plan),
        heading("CLINICAL CASE SUMMARY"),
        plain(fixed.summary, gap=0.4),
        plain(author.summary()),
        heading("IMR ISSUES, DECISIONS AND RATIONALES"),
        plain(fixed.items, gap=0.4),
        *(block for place, item in enumerate(plan.items) for block in _item(item, place, plan, author)),
    ]


def _header_table(plan: LetterPlan) -> Table:
    told = header(plan)
    return Table((
        _row("Case Number:", told["case_number"], "", ""),
        _row("Date Assigned:", told["date_assigned"], "Date of Injury:", told["date_of_injury"]),
        _row("Decision Date:", told["decision_date"], "UR Denial Date:", told["ur_denial_date"]),
        _row("Priority:", told["priority"], "Application Received:", told["application_received"]),
    ))  # fmt: skip


def _row(label: str, words: Passage, second: str, others: Passage | str) -> tuple[Cell, ...]:
    contents = (Passage(label), words, Passage(second), Passage("") + others)
    if not second:
        return (*_cells(contents[:2], _EDGES), Cell(Passage(""), _EDGES[2], _EDGES[-1], label=True))
    return tuple(_cells(contents, _EDGES))


def _cells(contents: Iterable[Passage], edges: tuple[float, ...]) -> Iterator[Cell]:
    for place, words in enumerate(contents):
        yield Cell(words, edges[place], edges[place + 1], label=place % 2 == 0)


def _credentials(plan: LetterPlan) -> Iterator[Block]:
    if plan.variation.template is Template.D1:
        certified = "The expert reviewer is Board Certified in {specialties} and is licensed to practice in {states}."
        yield plain(filled(certified, specialties=specialties(plan, " and "), states=states(plan)))
        return
    yield plain("The Expert Reviewer has the following credentials:")
    yield plain("State(s) of Licensure: " + states(plan), gap=0)
    yield plain("Certification(s)/Specialty: " + specialties(plan), gap=0)


def _item(item: ItemPlan, place: int, plan: LetterPlan, author: Author) -> Iterator[Block]:
    at, rng = f"items[{place}]", author.rng
    asked = item.request.heading.marked("request", item.request.heading.text)
    number = f"({place % 3 + 1}) " if plan.variation.has(Quirk.NUMBERED) and place != 1 else ""
    label = Passage(number) + asked + ":"
    outcome = field("decision", item.outcome.capitalize(), item.outcome)
    gap = "\n" if plan.variation.has(Quirk.OUTCOME_ALONE) else rng.choice([" ", " ", "  "])
    yield Paragraph((label + gap + outcome).under(at), bold=len(label.text))
    cited = Cited(author.book.topics[item.request.topic], plan.region, plan.variation.template)
    for side, basis in _bases(cited, plan, rng):
        yield labelled(side.label, guideline(side, cited, basis, rng).under(at))
    yield labelled("Decision rationale:", author.rationale(item).under(at))


def _bases(cited: Cited, plan: LetterPlan, rng: Random) -> list[tuple[Side, Basis]]:
    uncited = 1.0 if plan.variation.has(Quirk.UNCITED) else 0.08
    return [
        (CLAIMS_ADMINISTRATOR, possible_basis(cited, rng, uncited)),
        (MAXIMUS, possible_basis(cited, rng, 0.02)),
    ]
