"""The conditions of a filter one by one: each in words, and the filter without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.queue.urgency import urgency
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.store.kept.stored import Sample
from imr_desk.store.queue.query import QueueQuery, Trait
from imr_desk.ui.facet_words import facet_words
from imr_desk.ui.look.states import state_look

_TRAITS = {
    Trait.ATTENTION: "needs a look",
    Trait.OPEN_ERRORS: "errors open",
    Trait.SAME_CASE: "re-issued",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition in words, and the query without it."""

    words: str
    without: QueueQuery


def conditions(query: QueueQuery, sample: Sample | None = None) -> Iterator[Condition]:
    """The filter's conditions; its words are seen in their box. `sample` is the query's own, where it is known."""
    if query.states:
        yield Condition(states_words(query.states), replace(query, states=frozenset()))
    if query.assignee is not None:
        yield Condition(assignee_words(query.assignee), replace(query, assignee=None))
    if query.urgency is not None:
        yield Condition(urgency_words(query.urgency), replace(query, urgency=None))
    for trait in sorted(query.traits):
        yield Condition(_tr(_TRAITS[trait]), replace(query, traits=query.traits - {trait}))
    if query.facet is not None:
        yield Condition(facet_words(query.facet), replace(query, facet=None))
    if query.sample is not None:
        yield Condition(_sample_words(query.sample, sample), replace(query, sample=None))
    if query.only is not None:
        words = _tr("{count} picked letters").format(count=len(query.only))
        yield Condition(words, replace(query, only=None))


def states_words(states: frozenset[LetterState]) -> str:
    """Some states, in the order of the work."""
    if states == TO_DO:
        return _tr("to do")
    return ", ".join(state_look(state).words for state in LetterState if state in states)


def assignee_words(assignee: str) -> str:
    """Whose letters."""
    return _tr("assigned to {name}").format(name=assignee) if assignee else _tr("nobody's")


def urgency_words(least: int) -> str:
    """How urgent at least."""
    word = urgency(least).word
    return word if least >= 2 else _tr("{priority} and above").format(priority=word)


def _sample_words(number: int, sample: Sample | None) -> str:
    if sample is None:
        return _tr("sample {number}").format(number=number)
    said = _tr("sample {number}: {checked} of {size} checked")
    return said.format(number=number, checked=sample.checked, size=sample.size)


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter", text)
