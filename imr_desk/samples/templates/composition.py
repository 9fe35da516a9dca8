"""Composes a letter as its template has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from imr_desk.samples.paper.paragraph import Block
from imr_desk.samples.plans.author import Author
from imr_desk.samples.plans.plan import LetterPlan
from imr_desk.samples.plans.variation import Template
from imr_desk.samples.templates.determination import determination
from imr_desk.samples.templates.early_determination import early_determination
from imr_desk.samples.templates.later_determination import later_determination
from imr_desk.samples.templates.notice import notice
from imr_desk.samples.templates.professional_review import professional_review

_COMPOSERS: Mapping[Template, Callable[[LetterPlan, Author], list[Block]]] = {
    Template.A: notice,
    Template.B: early_determination,
    Template.C: professional_review,
    Template.D1: determination,
    Template.D2: determination,
    Template.D3: determination,
    Template.E: later_determination,
}


def composed(plan: LetterPlan, author: Author) -> list[Block]:
    """The letter's blocks, top to bottom."""
    return _COMPOSERS[plan.variation.template](plan, author)


def footer(plan: LetterPlan, page: int) -> str:
    """What stands at the foot of a page; empty where the template has no footers."""
    if plan.variation.template not in (Template.A, Template.B):
        return ""
    return f"Final Determination Letter for IMR Case Number {plan.case_number} {page}"
