"""In letters of our own making the checks find the errors that were put in, and no others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.checks.check import check
from imr_desk.letter.finding import Severity
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Quirk, Template, Variation

MADE_BY = {"D03": Quirk.CONFLICTING_DATES, "W00": Quirk.CONTRADICTION}
"""The errors that the generator can put in."""


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10_000),
    template=st.sampled_from(Template),
    header=st.booleans(),
    quirks=st.frozensets(st.sampled_from(Quirk), max_size=5),
)
def test_only_errors_that_were_put_in_are_found(
    seed: int, template: Template, header: bool, quirks: frozenset[Quirk]
) -> None:
    letter = generate(seed, Variation(template, header=header, quirks=quirks))
    found = {one.rule for one in check(letter.text, letter.truth) if one.severity is Severity.ERROR}
    assert {MADE_BY.get(rule) for rule in found} <= quirks


def test_errors_that_were_put_in_are_found() -> None:
    letter = generate(1, Variation(items=3, quirks=frozenset(MADE_BY.values())))
    found = {one.rule for one in check(letter.text, letter.truth) if one.severity is Severity.ERROR}
    assert found == set(MADE_BY)
