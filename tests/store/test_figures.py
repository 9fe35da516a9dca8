"""What charts are drawn from: facts, work and records kept with every change, and the letters behind each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.letter import edits
from imr_desk.letter.review import Acknowledgement, LetterState
from imr_desk.store.figures.facet import Facet, OfFacts, OfState, OfWork
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.figures.tallies import Tally
from imr_desk.store.kept import work
from imr_desk.store.kept.stored import TrackRecord
from imr_desk.store.kept.work import Deed, WorkDone
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.store.counted import AGE, DECISION, FINDING, added, bring, correct, letter
from tests.store.older import as_version_2, as_version_3
from tests.tables import tables_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.store") as store:
        yield store


def counted(store: Store, facet: Facet) -> int:
    return store.queue_count(QueueQuery(facet=facet))


def test_items_are_counted_by_decision_and_letters_once(store: Store) -> None:
    added(store, letter(1, ("Pharmaceuticals", "overturned", "Norco"), ("Pharmaceuticals", "overturned", "Ultram")))
    added(store, letter(2, ("Surgery", "upheld", "")))
    assert store.tallies(Dimension.CATEGORY, verified=False) == (
        Tally("Pharmaceuticals", "overturned", letters=1, times=2),
        Tally("Surgery", "upheld", letters=1, times=1),
    )
    assert store.tallies(Dimension.MONTH, verified=False) == (
        Tally("2016-10", "overturned", letters=1, times=2),
        Tally("2016-10", "upheld", letters=1, times=1),
    )


def test_a_letter_stands_once_in_a_group_of_values(store: Store) -> None:
    added(store, letter(1, ("Pharmaceuticals", "overturned", "Norco"), ("Pharmaceuticals", "overturned", "Ultram")))
    opioids = {"Norco": "Opioids", "Ultram": "Opioids"}
    assert store.tallies(Dimension.DRUG, False, opioids) == (Tally("Opioids", "overturned", letters=1, times=2),)
    assert counted(store, OfFacts(Dimension.DRUG, "Opioids", ("Norco", "Ultram"), "overturned")) == 1


def test_verified_letters_can_be_counted_alone(store: Store) -> None:
    one, _ = added(store, letter(1)), added(store, letter(2))
    assert not store.tallies(Dimension.ALL, verified=True)
    bring(store, one, LetterState.VERIFIED)
    assert store.tallies(Dimension.ALL, verified=True) == (Tally("", "upheld", 1, 1),)
    assert store.tallies(Dimension.ALL, verified=False) == (Tally("", "upheld", 2, 2),)


def test_a_rejected_letter_is_not_counted(store: Store) -> None:
    bring(store, added(store), LetterState.REJECTED)
    assert not store.tallies(Dimension.ALL, verified=False)


def test_figures_follow_a_correction_and_its_undoing(store: Store) -> None:
    one = added(store)
    change = correct(store, one, DECISION, "overturned")
    assert store.tallies(Dimension.ALL, False) == (Tally("", "overturned", 1, 1),)
    store.commit(one, change.inverse(), "ann")
    assert store.tallies(Dimension.ALL, False) == (Tally("", "upheld", 1, 1),)


def test_an_acknowledged_finding_is_no_longer_open(store: Store) -> None:
    one = added(store)
    assert store.tallies(Dimension.FINDING, False) == (Tally("X01", "open", 1, 1),)
    store.commit(one, Acknowledgement("Acknowledge", FINDING.key, None, "as printed"), "ann")
    assert store.tallies(Dimension.FINDING, False) == (Tally("X01", "acknowledged", 1, 1),)
    assert counted(store, OfFacts(Dimension.FINDING, "X01", ("X01",), "acknowledged")) == 1


def test_verified_letters_judge_the_parser_by_field(store: Store) -> None:
    one, other = added(store, letter(1)), added(store, letter(2))
    correct(store, one, AGE, 54)
    for letter_id in (one, other):
        bring(store, letter_id, LetterState.VERIFIED)
    assert store.field_records()[AGE] == TrackRecord(1, 2)
    assert store.tallies(Dimension.CORRECTED, True) == (Tally(AGE, "", 1, 1),)
    bring(store, one, LetterState.IN_REVIEW)
    assert store.field_records()[AGE] == TrackRecord(1, 1)
    assert not store.tallies(Dimension.CORRECTED, True)


def test_an_entry_that_a_person_took_out_of_a_list_was_not_kept(store: Store) -> None:
    one = added(store, letter(1, specialties=("Neurology", "Anesthesiology")))
    record = store.letter(one).record
    store.commit(one, edits.remove("remove", record, "reviewer.specialties", 0), "ann")
    bring(store, one, LetterState.VERIFIED)
    assert store.field_records()["reviewer.specialties[]"] == TrackRecord(1, 2)


def test_work_is_counted_by_day_and_person(store: Store) -> None:
    one, other = added(store, letter(1)), added(store, letter(2))
    correct(store, one, AGE, 54)
    correct(store, one, DECISION, "overturned")
    bring(store, one, LetterState.VERIFIED)
    bring(store, other, LetterState.VERIFIED, "bob")
    today = date.today()
    assert store.work() == (
        WorkDone(today, "ann", Deed.CORRECTED, letters=1, times=2),
        WorkDone(today, "ann", Deed.VERIFIED, letters=1, times=1),
        WorkDone(today, "bob", Deed.VERIFIED, letters=1, times=1),
    )
    assert counted(store, OfWork(today, Deed.VERIFIED)) == 2
    assert counted(store, OfWork(today, Deed.VERIFIED, "bob")) == 1
    assert counted(store, OfWork(today - timedelta(1), Deed.VERIFIED)) == 0


def test_what_is_taken_back_on_the_same_day_was_not_done(store: Store) -> None:
    one = added(store)
    change = correct(store, one, AGE, 54)
    bring(store, one, LetterState.VERIFIED)
    bring(store, one, LetterState.IN_REVIEW)
    store.commit(one, change.inverse(), "ann")
    assert not store.work()


def test_letters_in_a_state_are_those_that_are_counted_there(store: Store) -> None:
    bring(store, added(store, letter(1)), LetterState.POSTPONED)
    added(store, letter(2))
    assert counted(store, OfState(LetterState.POSTPONED)) == store.counts()[LetterState.POSTPONED] == 1


@pytest.mark.parametrize(("as_version", "uncounted"), [(as_version_2, 2), (as_version_3, 0)])
def test_an_older_store_is_counted_where_its_version_did_not_count(
    store: Store, as_version: Callable[[Path], None], uncounted: int
) -> None:
    one, _ = added(store), added(store, letter(2))
    correct(store, one, DECISION, "overturned")
    bring(store, one, LetterState.VERIFIED)
    before = everything(store)
    store.close()
    as_version(store.path)
    with Store.open(store.path) as again:
        assert again.uncounted() == uncounted
        assert again.count_some(9) == 0
        assert everything(again) == before


@settings(max_examples=20, deadline=None)
@given(
    made=st.lists(st.deferred(lambda: letters), min_size=1, max_size=4),
    steps=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=8),
    later=st.lists(st.none() | st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=8),
)
def test_an_older_store_is_worked_on_while_it_is_counted_and_no_figure_is_another(
    tmp_path_factory, made, steps, later
) -> None:  # type: ignore[no-untyped-def]
    figures = []
    for older in (False, True):
        path = tmp_path_factory.mktemp("store") / "a.store"
        with Store.create(path) as store:
            ids = [added(store, make(number)) for number, make in enumerate(made)]
            for which, step in steps:
                STEPS[step](store, ids[which % len(ids)])
        if older:
            as_version_2(path)
        with Store.open(path) as store:
            for what in later:
                if what is None:
                    store.count_some(1)
                else:
                    STEPS[what[1]](store, ids[what[0] % len(ids)])
            assert store.count_some(9) == 0
            figures.append((everything(store), store.queue(QueueQuery(), 0, 9), _waiting(store)))
    assert figures[0] == figures[1]


def _waiting(store: Store) -> list[tuple[object, ...]]:
    with tables_of(store.path) as db:
        return sorted(tuple(row.values()) for row in db.query("SELECT * FROM waiting"))


def everything(store: Store) -> tuple[object, ...]:
    facts = [store.tallies(dimension, verified) for dimension in Dimension for verified in (False, True)]
    return (*facts, store.work(), store.field_records())


values = st.sampled_from(["Pharmaceuticals", "Surgery", ""])
items = st.tuples(values, st.sampled_from(["upheld", "overturned", ""]), st.sampled_from(["Norco", "Ultram", ""]))
specialties = st.lists(st.sampled_from(["Neurology", "Anesthesiology"]), max_size=3).map(tuple)
letters = st.builds(
    lambda some, special: lambda number: letter(number, *some, specialties=special),
    st.lists(items, max_size=3),
    specialties,
)
STEPS: tuple[Callable[[Store, int], object], ...] = (
    lambda store, one: correct(store, one, AGE, 54),
    lambda store, one: correct(store, one, DECISION, "overturned", "bob"),
    lambda store, one: bring(store, one, LetterState.VERIFIED),
    lambda store, one: bring(store, one, LetterState.REJECTED),
    lambda store, one: bring(store, one, LetterState.IN_REVIEW, "bob"),
    lambda store, one: store.read_again(one, letter(one), "ann"),
)


@settings(max_examples=25, deadline=None)
@given(
    made=st.lists(letters, min_size=1, max_size=4),
    steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(STEPS)), max_size=10),
)
def test_every_figure_counts_the_letters_that_the_queue_then_shows(tmp_path_factory, made, steps) -> None:  # type: ignore[no-untyped-def]
    with Store.create(tmp_path_factory.mktemp("store") / "a.store") as store:
        ids = [added(store, make(number)) for number, make in enumerate(made)]
        for which, step in steps:
            step(store, ids[which % len(ids)])
        for dimension in Dimension:
            for verified in (False, True):
                for tally in store.tallies(dimension, verified):
                    facet = OfFacts(dimension, tally.value, (tally.value,), tally.outcome, verified)
                    assert counted(store, facet) == tally.letters
        for one in store.work():
            assert counted(store, OfWork(one.day, one.deed, one.who)) == one.letters
        before = everything(store)
        with tables_of(store.path) as db:
            db.execute("DELETE FROM work")
            for one in ids:
                work.count_letter(db, one)
        assert everything(store) == before
        assert (
            sum(tally.times for tally in store.tallies(Dimension.ALL, True))
            == Counter(path for one in store.verified() for path in one.record.each("items")).total()
        )
