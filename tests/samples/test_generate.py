"""What the generator says of a letter is what its PDF shows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.letter.entry import Absence, Absent, Found
from imr_desk.letter.field import is_field
from imr_desk.letter.text import collapsed
from imr_desk.pdf.document import opened
from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.plans.variation import Decisions, Quirk, Template, Variation
from tests.pdf.reading import read_text

variations = st.builds(
    Variation,
    template=st.sampled_from(Template),
    items=st.none() | st.integers(1, 25),
    header=st.booleans(),
    decisions=st.sampled_from(Decisions),
    quirks=st.frozensets(st.sampled_from(Quirk), max_size=6),
)
FOOTER = re.compile(r"Final Determination Letter for IMR Case Number \S+ \d+ ")
"""A span that runs over a page break runs over the foot of the page too."""
seeds = st.integers(0, 10**6)


def read(letter: SampleLetter):
    with opened(letter.pdf) as document:
        return read_text(document)


@settings(max_examples=40, deadline=None)
@given(seeds, variations)
def test_reading_the_pdf_gives_the_text_and_boxes_that_were_set(seed: int, variation: Variation) -> None:
    letter = generate(seed, variation)
    shown = read(letter)
    assert shown.text == letter.text.text
    assert len(shown.pages) == len(letter.text.pages)
    for ours, theirs in zip(letter.text.words, shown.words, strict=True):
        assert (ours.span, ours.page, ours.line) == (theirs.span, theirs.page, theirs.line)
        for edge in ("x0", "y0", "x1", "y1"):
            assert getattr(ours.rect, edge) == pytest.approx(getattr(theirs.rect, edge), abs=0.05)


@settings(max_examples=40, deadline=None)
@given(seeds, variations)
def test_every_true_field_is_known_and_its_place_shows_its_words(seed: int, variation: Variation) -> None:
    letter = generate(seed, variation)
    for path, entry in letter.truth.entries.items():
        assert is_field(path)
        if isinstance(entry.value, str) and entry.span and path.endswith((".text", ".request", ".rationale", ".name")):
            shown = FOOTER.sub("", letter.text.printed(entry.span))
            assert shown.replace("- ", "-") == collapsed(entry.value).replace("- ", "-")


def test_the_same_seed_makes_the_same_file() -> None:
    variation = Variation(items=4, quirks=frozenset({Quirk.CURLY, Quirk.MODIFIED}))
    assert generate(7, variation).pdf == generate(7, variation).pdf
    assert generate(7, variation).pdf != generate(8, variation).pdf


@pytest.mark.parametrize("count", [1, 2, 12, 25])
def test_a_letter_has_as_many_items_as_asked(count: int) -> None:
    letter = generate(3, Variation(items=count))
    assert letter.truth.count("items") == count
    requests = [letter.truth.at(f"{item}.request").value for item in letter.truth.each("items")]
    assert len(set(requests)) == count


def test_decisions_are_as_asked() -> None:
    def decided(decisions: Decisions) -> set[object]:
        truth = generate(5, Variation(items=4, decisions=decisions)).truth
        return {truth.at(f"{item}.decision").value for item in truth.each("items")}

    assert decided(Decisions.UPHELD) == {"upheld"}
    assert decided(Decisions.OVERTURNED) == {"overturned"}
    assert decided(Decisions.MIXED) == {"upheld", "overturned"}


def test_without_header_table_the_header_is_absent() -> None:
    truth = generate(5, Variation(header=False)).truth
    assert all(isinstance(truth.at(path).outcome, Absent) for path in truth.under("header"))


def test_an_unknown_age_is_stated_as_unknown() -> None:
    outcome = generate(5, Variation(quirks=frozenset({Quirk.UNKNOWN_AGE}))).truth.at("patient.age").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is Absence.STATED_UNKNOWN


@pytest.mark.parametrize(
    ("quirk", "path"),
    [(Quirk.MODIFIED, "items[{}].modification.disputed"), (Quirk.COMPOUND, "items[{}].medication.ingredients[1]")],
)
def test_a_quirk_shows_in_at_least_one_item(quirk: Quirk, path: str) -> None:
    truth = generate(5, Variation(items=3, quirks=frozenset({quirk}))).truth
    assert any(isinstance(truth.at(path.format(place)).outcome, Found) for place in range(3))


def test_a_modification_disputes_what_was_not_authorized() -> None:
    truth = generate(11, Variation(items=1, quirks=frozenset({Quirk.MODIFIED}))).truth
    parts = [truth.at(f"items[0].modification.{part}") for part in ("original", "authorized", "disputed")]
    assert all(isinstance(part.outcome, Found) for part in parts)
    assert truth.at("ur_events[0].action").value == "modified"


def test_a_blank_page_may_end_the_letter() -> None:
    plain, blank = generate(5), generate(5, Variation(quirks=frozenset({Quirk.BLANK_PAGE})))
    assert len(blank.text.pages[-1].span) == 0
    assert len(plain.text.pages[-1].span) > 0
