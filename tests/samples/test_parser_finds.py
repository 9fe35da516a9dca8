"""What the generator put into a letter, the parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.letter.field import spec_of
from imr_desk.letter.path import pattern
from imr_desk.letter.reading import Matched
from imr_desk.letter.record import is_under
from imr_desk.parser.parse import parse
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Decisions, Quirk, Template, Variation
from tests.samples.misses import misses

MORE = ("patient.injury_date", "items[].modification", "items[].medication", "items[].service")
"""What must be found beside the core fields."""


def wanted(path: str) -> bool:
    return spec_of(path).core or any(is_under(pattern(path), one) for one in MORE)


def missed(seed: int, variation: Variation) -> list[tuple[object, ...]]:
    letter = generate(seed, variation)
    return [miss for miss in misses(letter, parse(letter.text).record) if wanted(miss[0])]


variations = st.builds(
    Variation,
    template=st.sampled_from([Template.D1, Template.D2, Template.D3]),
    items=st.none() | st.integers(1, 6),
    header=st.booleans(),
    decisions=st.sampled_from(Decisions),
    quirks=st.frozensets(st.sampled_from(Quirk), max_size=5),
)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), variations)
def test_the_core_fields_and_the_parts_of_requests_are_found_where_they_stand(seed: int, variation: Variation) -> None:
    assert missed(seed, variation) == []


@pytest.mark.parametrize("quirk", Quirk)
def test_a_letter_with_an_irregularity_is_read(quirk: Quirk) -> None:
    variation = Variation(items=3, quirks=frozenset({quirk}))
    assert [miss for seed in range(5) for miss in missed(seed, variation)] == []


@pytest.mark.parametrize("template", [Template.D1, Template.D2, Template.D3])
def test_the_template_is_recognised(template: Template) -> None:
    detection = parse(generate(2, Variation(template)).text).detection
    assert isinstance(detection, Matched)
    assert detection.template == template


def test_twenty_five_items_are_all_read() -> None:
    assert missed(25, Variation(items=25)) == []
