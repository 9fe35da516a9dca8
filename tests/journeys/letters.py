"""The letters that journeys are made with, by seed and variation."""

from __future__ import annotations

from imr_desk.samples.plans.variation import Decisions, Quirk, Variation

LONG = (301, Variation(items=3, decisions=Decisions.UPHELD))
CONTRADICTORY = (302, Variation(items=2, quirks=frozenset({Quirk.CONTRADICTION})))
SHORT = (303, Variation(items=1, decisions=Decisions.UPHELD))
