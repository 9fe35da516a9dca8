"""Filters by name: kept in the store, whatever their conditions, and nothing unreadable gets in the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue import filter_json
from imr_desk.desk.queue.saved_filters import KEY, SavedFilters
from imr_desk.letter.review import LetterState
from imr_desk.store.figures.facet import OfFacts, OfState, OfWork
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.kept.work import Deed
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.store.store import Store
from tests.making import Inline

facets = st.sampled_from(
    [
        None,
        OfState(LetterState.VERIFIED),
        OfWork(date(2026, 1, 2), Deed.VERIFIED, "ann"),
        *(OfFacts(dimension, "some", ("a", "b"), "upheld", True) for dimension in Dimension),
    ]
)
queries = st.builds(
    QueueQuery,
    st.frozensets(st.sampled_from(LetterState)),
    st.text(max_size=5),
    st.sampled_from(Order),
    st.booleans(),
    st.none() | st.text(max_size=3),
    st.none() | st.integers(-1, 2),
    st.frozensets(st.sampled_from(Trait)),
    facets,
    st.none() | st.integers(1, 9),
)
URGENT = QueueQuery(urgency=2, assignee="")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as one:
        yield one


def filters(store: Store) -> SavedFilters:
    return SavedFilters(Keeper(store, Inline()), "ann")


@given(st.dictionaries(st.text(max_size=4), queries, max_size=3))
def test_what_is_written_is_what_is_read(kept: dict[str, QueueQuery]) -> None:
    read = filter_json.read(filter_json.written(kept))
    assert read == kept
    assert list(read) == list(kept)


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "3", '[3, {"states": []}, {"name": "x", "states": ["unheard of"]}, {"name": "y", "facet": {}}]'],
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    good = {"name": "good", "urgency": 1}
    assert filter_json.read(text) == {}
    if text.startswith("["):
        assert filter_json.read(json.dumps([*json.loads(text), good])) == {"good": QueueQuery(urgency=1)}


def test_saved_filters_are_there_in_the_next_sitting(store: Store) -> None:
    first = filters(store)
    first.save("urgent", URGENT)
    first.save("mine", QueueQuery(assignee="ann"))
    first.rename("urgent", "at once")
    assert list(filters(store).own) == ["at once", "mine"]
    first.remove("at once")
    assert list(filters(store).own) == ["mine"]


def test_a_name_given_anew_takes_the_old_filter_s_place(store: Store) -> None:
    kept = filters(store)
    kept.save("one", URGENT)
    kept.save("two", QueueQuery(words="norco"))
    kept.rename("one", "two")
    assert kept.own == {"two": URGENT}


def test_a_filter_is_known_by_its_name(store: Store) -> None:
    kept = filters(store)
    kept.save("urgent", URGENT)
    assert kept.find(URGENT) == "urgent"
    assert kept.find(kept.built_in["Postponed"]) == "Postponed"
    assert kept.find(QueueQuery(words="x")) is None


def test_mine_are_those_of_who_sits_here(store: Store) -> None:
    assert filters(store).built_in["My letters"].assignee == "ann"


def test_a_spoilt_setting_costs_only_the_filters(store: Store) -> None:
    store.remember(KEY, "{")
    assert filters(store).own == {}
