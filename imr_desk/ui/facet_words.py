"""The letters behind a figure, in a few words: `Overturned · Opioids`."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from imr_desk.store.figures.facet import Facet, OfFacts, OfState, OfWork
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.kept.work import Deed
from imr_desk.ui.look.states import state_look

_OUTCOMES = {
    "overturned": "Overturned",
    "upheld": "Upheld",
    "open": "Open check",
    "acknowledged": "Acknowledged check",
}
_DEEDS = {Deed.VERIFIED: "Verified", Deed.CORRECTED: "Corrected"}


def facet_words(facet: Facet) -> str:
    """What the letters have in common."""
    match facet:
        case OfFacts():
            words = [_of_facts(facet), facet.name, _tr("verified letters") if facet.verified else ""]
        case OfWork(day, deed, who):
            words = [_tr(_DEEDS[deed]), QLocale().toString(QDate(day.year, day.month, day.day)), who or ""]
        case OfState(state):
            words = [_tr("State"), state_look(state).words]
        case _:
            assert_never(facet)
    return " \N{MIDDLE DOT} ".join(word for word in words if word)


def _of_facts(facet: OfFacts) -> str:
    if facet.dimension is Dimension.CORRECTED:
        return _tr("Corrected")
    return _tr(_OUTCOMES.get(facet.outcome or "", ""))


def _tr(text: str) -> str:
    return QCoreApplication.translate("facets", text)
