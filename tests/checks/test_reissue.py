"""F01: the same case number in another letter of the store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.checks.reissue import aligned, differing, reissued
from imr_desk.letter.entry import Entry, Found
from imr_desk.letter.finding import Severity
from imr_desk.letter.record import Record


def record(**values: str | int) -> Record:
    return Record({f"patient.{name}": Entry(Found(value, None, "t", 1.0)) for name, value in values.items()})


def test_another_letter_of_the_case_is_named_with_what_differs() -> None:
    (finding,) = reissued(record(age=54, sex="male"), [("again.pdf", record(age=55, sex="male"))])
    assert (finding.rule, finding.severity, finding.fields) == ("F01", Severity.WARNING, ("header.case_number",))
    assert "again.pdf" in finding.message
    assert "Different there: age." in finding.message


def test_a_copy_differs_in_nothing_that_is_kept() -> None:
    (finding,) = reissued(record(age=54), [("copy.pdf", record(age=54))])
    assert "nothing that is kept here" in finding.message


def test_without_another_letter_there_is_nothing_to_say() -> None:
    assert reissued(record(age=54), []) == ()


def test_a_field_that_only_one_letter_has_differs() -> None:
    assert differing(record(age=54), record()) == ("patient.age",)


def items(*requests: str, listing: str = "items[{}].request") -> Record:
    return Record({listing.format(place): Entry(Found(words, None, "t", 1.0)) for place, words in enumerate(requests)})


@pytest.mark.parametrize(
    ("here", "there", "different"),
    [
        (("a", "b", "c"), ("a", "b", "c"), ()),
        (("a", "b", "c"), ("b", "c"), ("items[0].request",)),
        (("b", "c"), ("a", "b", "c"), ("items[2].request",)),
        (("a", "b", "c"), ("a", "x", "c"), ("items[1].request",)),
        (("a", "b"), ("A", "b"), ("items[0].request",)),
    ],
    ids=["a copy", "an item fewer", "an item more", "an item reworded", "capitals"],
)
def test_items_are_compared_with_those_of_the_same_request(
    here: tuple[str, ...], there: tuple[str, ...], different: tuple[str, ...]
) -> None:
    one = items(*here)
    assert differing(one, aligned(one, items(*there))) == different


def test_entries_of_a_plain_list_are_compared_with_their_like() -> None:
    one, other = (items(*words, listing="diagnoses[{}]") for words in (("strain", "sprain"), ("sprain",)))
    assert differing(one, aligned(one, other)) == ("diagnoses[0]",)


@given(st.lists(st.sampled_from("abcd"), max_size=6), st.lists(st.sampled_from("abcd"), max_size=6))
def test_aligning_loses_no_entry(here: list[str], there: list[str]) -> None:
    new = aligned(items(*here), items(*there))
    assert sorted(str(entry.value) for entry in new.entries.values()) == sorted(there)
