"""A dozen sample letters to try the desk with, each showing something else."""

from __future__ import annotations

from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.paper.scan import Scan
from imr_desk.samples.plans.variation import Decisions, Quirk, Template, Variation

_LETTERS: tuple[tuple[int, Variation], ...] = (
    (101, Variation(items=2, decisions=Decisions.UPHELD)),
    (102, Variation(items=1, quirks=frozenset({Quirk.MODIFIED}), decisions=Decisions.UPHELD)),
    (103, Variation(items=3, quirks=frozenset({Quirk.COMPOUND, Quirk.COLONS}), decisions=Decisions.UPHELD)),
    (104, Variation(items=1, decisions=Decisions.OVERTURNED)),
    (105, Variation(items=4, decisions=Decisions.MIXED, quirks=frozenset({Quirk.HYPHENS}))),
    (106, Variation(Template.D2, items=2, header=False, quirks=frozenset({Quirk.NUMBERED, Quirk.MISSPELT}))),
    (107, Variation(items=2, quirks=frozenset({Quirk.CONFLICTING_DATES, Quirk.CONTRADICTION}))),
    (108, Variation(items=12, quirks=frozenset({Quirk.MODIFIED, Quirk.BAD_BREAKS}))),
    (109, Variation(items=1, quirks=frozenset({Quirk.UNKNOWN_AGE, Quirk.EXPEDITED, Quirk.UNCITED}))),
    (110, Variation(items=2, quirks=frozenset({Quirk.RETROSPECTIVE, Quirk.OUTCOME_ALONE, Quirk.AFTERTHOUGHT}))),
    (111, Variation(Template.D1, items=1, header=False, quirks=frozenset({Quirk.GLUED, Quirk.CURLY}))),
)
_SCANNED = (112, Variation(items=1), Scan(dpi=150, skew=0.6, noise=18, specks=0.2))


def demo_letters() -> tuple[SampleLetter, ...]:
    """The letters, always the same ones; the last is a scan."""
    seed, variation, scan = _SCANNED
    embedded = (generate(*one) for one in _LETTERS)
    return (*embedded, generate(seed, variation).scanned(scan))
