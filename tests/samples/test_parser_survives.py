"""Whatever text it is given, the parser answers with a record and never with an exception."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.letter.field import is_field
from imr_desk.letter.record import Record
from imr_desk.parser.parse import parse
from imr_desk.samples.bulk import many
from imr_desk.samples.mutation import bare, mutated
from imr_desk.samples.plans.variation import Template

EACH = 25
"""Damaged copies of each letter."""


def sound(record: Record, text: str) -> bool:
    """Whether every path is a field's and every span lies within the text."""
    spans = [entry.span for entry in record.entries.values() if entry.span]
    return all(map(is_field, record)) and all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize("template", Template)
def test_damaged_letters_are_read_as_far_as_they_go(template: Template) -> None:
    for letter in many(5, templates=[template]):
        rng = Random(letter.seed)
        for _ in range(EACH):
            text = mutated(letter.text.text, rng)
            assert sound(parse(bare(text)).record, text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=2000))
def test_any_text_at_all_is_read(text: str) -> None:
    assert sound(parse(bare(text)).record, text)
