"""The catalogue and the rules say the same, and no letter is too strange to be checked."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk import paths
from imr_desk.checks import reissue
from imr_desk.checks.catalogue import catalogue
from imr_desk.checks.check import RULES, check
from imr_desk.checks.strength import strength
from imr_desk.letter.field import FIELDS
from imr_desk.letter.path import pattern
from imr_desk.letter.text import LetterText
from tests.checks.checking import record_of

PATTERNS = [spec.pattern.replace("[]", "[0]") for spec in FIELDS]
STRANGE = st.one_of(
    st.text(max_size=40),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.sampled_from(["2016-13-45", "2016", "10/325mg", "upheld", "necessary", "Norco", "left", "hydrocodone", "76-78"]),
)
WORDS = (
    "Norco|10/325mg|#60|denied.|2/30/2016|since at least|page 78-12|he|she|one tablet twice daily|54 year old male|(1)|"
    "CLINICAL CASE SUMMARY|IMR ISSUES, DECISIONS AND RATIONALES|\n|\f"
)
PROSE = st.lists(st.sampled_from(WORDS.split("|")), max_size=60).map(" ".join)


def test_every_rule_of_the_catalogue_is_a_function() -> None:
    assert list(RULES) == list(dict.fromkeys(RULES))
    assert {*RULES, reissue.RULE} == set(catalogue())


def test_catalogue_names_fields_that_letters_have() -> None:
    known = {spec.pattern for spec in FIELDS}
    unknown = {rule: set(saying.fields) - known for rule, saying in catalogue().items()}
    assert not any(unknown.values())


@given(fields=st.dictionaries(st.sampled_from(PATTERNS), STRANGE, max_size=25), text=PROSE)
def test_strange_letters_are_checked_all_the_same(
    fields: dict[str, str | int | float | bool | None], text: str
) -> None:
    for finding in check(LetterText(text, (), ()), record_of(fields, text)):
        assert {pattern(field) for field in finding.fields} <= set(catalogue()[finding.rule].fields)
        assert "{" not in finding.message or "{" in text + str(fields)


@pytest.mark.parametrize("file", ["limits.toml", "strengths.toml"])
def test_tables_name_their_sources(file: str) -> None:
    data = tomllib.loads((paths.resources() / "checks" / file).read_text("utf-8"))
    assert data.get("source") or all(table["source"] for table in data.values())


def test_marketed_strengths_have_a_part_for_each_ingredient() -> None:
    data = tomllib.loads((paths.resources() / "checks" / "strengths.toml").read_text("utf-8"))
    for ingredients, printed in data["strengths"].items():
        read = [strength(one) for one in printed]
        assert all(one and len(one.amounts) == len(ingredients.split("/")) for one in read), ingredients
