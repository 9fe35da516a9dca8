"""The lists that come with the program are whole and mean one thing each."""

from __future__ import annotations

import tomllib

import pytest

from imr_desk import paths
from imr_desk.letter.field import FIELDS
from imr_desk.parser.parts.template import load_templates
from imr_desk.parser.words.drugs import drug_named, load_drugs
from imr_desk.parser.words.vocabulary import load_vocabulary

FILES = sorted((paths.resources() / "vocabulary").glob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_list_states_its_source(file: object) -> None:
    assert tomllib.loads(file.read_text("utf-8"))["source"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted({spec.choices for spec in FIELDS if spec.choices}))
def test_every_list_that_a_field_names_has_values_without_doubles(name: str) -> None:
    values = [choice.value for choice in load_vocabulary().choices(name)]
    assert values
    assert len(values) == len(set(values))


def test_a_list_that_nobody_knows_is_empty() -> None:
    assert load_vocabulary().choices("planets") == ()
    assert load_vocabulary().nearest("planets", "Mars") is None


@pytest.mark.parametrize(
    ("name", "word", "value"),
    [
        ("states", "Californa", "CA"),
        ("specialties", "Neurolgy", "Neurology"),
        ("drugs", "Tramdol", "Tramadol"),
        ("states", "x", None),
    ],
)
def test_a_misspelling_is_taken_for_the_nearest_value(name: str, word: str, value: str | None) -> None:
    assert load_vocabulary().nearest(name, word) == value


def test_every_drug_is_found_by_every_name_it_is_printed_with() -> None:
    for drug in load_drugs():
        for name in drug.printed:
            named = drug_named(name)
            assert named is not None, name
            assert set(named.ingredients) & set(drug.ingredients), name


def test_drug_classes_are_those_of_the_search_form() -> None:
    data = tomllib.loads((paths.resources() / "vocabulary" / "categories.toml").read_text("utf-8"))
    classes = set(data["sub_categories"]["Pharmaceuticals"])
    assert {drug.drug_class for drug in load_drugs()} <= classes


def test_categories_of_the_rules_are_those_of_the_list() -> None:
    data = tomllib.loads((paths.resources() / "vocabulary" / "categories.toml").read_text("utf-8"))
    for rule in data["rules"]:
        assert rule["sub_category"] in data["sub_categories"][rule["category"]]


def test_templates_are_known_by_name_and_bear_signs_of_their_own() -> None:
    templates = load_templates()
    assert [template.name for template in templates] == ["A", "B", "C", "D1", "D2", "D3"]
    assert all(any(sign.own for sign in template.signs) for template in templates)
