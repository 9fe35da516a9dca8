"""The letters behind a figure: what a bar of a chart stands for, as a condition of the queue."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from imr_desk.letter.review import LetterState
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.kept.work import Deed


@dataclass(frozen=True, slots=True)
class OfFacts:
    """Letters of which a fact is true: in a dimension, one of some values (all where None), and an outcome (any).

    `name` is what the values are called together; `verified` leaves out letters that nobody has verified.
    """

    dimension: Dimension
    name: str = ""
    values: tuple[str, ...] | None = None
    outcome: str | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class OfWork:
    """Letters that somebody, or this person, worked on on a day."""

    day: date
    deed: Deed
    who: str | None = None


@dataclass(frozen=True, slots=True)
class OfState:
    """Letters in a state."""

    state: LetterState


Facet = OfFacts | OfWork | OfState


def condition(facet: Facet) -> tuple[str, tuple[str | int, ...]]:
    """The condition on `letters`, with its parameters."""
    match facet:
        case OfFacts():
            return _of_facts(facet)
        case OfWork(day, deed, who):
            by = " AND who = ?" if who is not None else ""
            sql = f"id IN (SELECT letter_id FROM work WHERE times > 0 AND day = ? AND deed = ?{by})"
            return sql, (day.isoformat(), deed, *(() if who is None else (who,)))
        case OfState(state):
            return "+state = ?", (state,)
        case _:
            assert_never(facet)


def _of_facts(facet: OfFacts) -> tuple[str, tuple[str | int, ...]]:
    sql, parameters = "dimension = ?", [str(facet.dimension)]
    if facet.values is not None:
        sql += " AND value IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(facet.values))
    if facet.outcome is not None:
        sql += " AND outcome = ?"
        parameters.append(facet.outcome)
    verified = " AND verified" if facet.verified else ""
    return f"id IN (SELECT letter_id FROM facts WHERE {sql}{verified})", tuple(parameters)
