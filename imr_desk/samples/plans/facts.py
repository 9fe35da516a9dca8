"""The plan's facts as printed fields, for whichever place a template has for them."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.samples.paper.passage import Passage, field, joined
from imr_desk.samples.plans.dates import DateStyle, date_field
from imr_desk.samples.plans.plan import LetterPlan
from imr_desk.samples.plans.variation import Quirk


def header(plan: LetterPlan) -> Mapping[str, Passage]:
    """The header's fields by their names, dates as mm/dd/yyyy."""
    days = plan.days
    dates = {
        "date_assigned": days.assigned,
        "date_of_injury": days.injury,
        "decision_date": days.decision,
        "ur_denial_date": days.ur_denial,
        "application_received": days.application,
    }
    priority = "Expedited" if plan.variation.has(Quirk.EXPEDITED) else "Standard"
    return {
        "case_number": field("header.case_number", plan.case_number),
        "priority": field("header.priority", priority, priority.lower()),
        **{name: date_field(f"header.{name}", day, DateStyle.SLASHES) for name, day in dates.items()},
    }


def states(plan: LetterPlan, glue: str = ", ") -> Passage:
    """Where the reviewer is licensed."""
    return joined(
        glue, [field(f"reviewer.licensure_states[{n}]", name, code) for n, (code, name) in enumerate(plan.states)]
    )


def specialties(plan: LetterPlan, glue: str = ", ") -> Passage:
    """What the reviewer is certified in."""
    return joined(glue, [field(f"reviewer.specialties[{n}]", name) for n, name in enumerate(plan.specialties)])
