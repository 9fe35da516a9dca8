"""What waits for the batch check: least sure first, open letters only, and never what decides a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.letter.batch import BATCH_FIELDS, DECIDING, BatchField, batch_field
from imr_desk.letter.edits import confirm, correct
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin
from imr_desk.letter.field import FIELDS, is_field
from imr_desk.letter.record import is_under
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Added, FieldValue
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.making import found, reading
from tests.store.older import as_version_2

TEXT = "CM16-0000001 age 54 Norco 10/325mg #60 request of Norco"
ALL = QueueQuery()
AGE, DRUG, CATEGORY = (batch_field(path) for path in ("patient.age", "items[0].medication.name", "items[0].category"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        yield store


def added(store: Store, number: int, sure: float = 0.99, **more: Entry) -> int:
    text = f"{TEXT} {number}"
    entries = {
        "patient.age": found(text, "54", 54, sure),
        "items[0].request": found(text, "request of Norco"),
        "items[0].decision": found(text, "age", "upheld", 0.1),
        "items[0].medication.name": found(text, "Norco", confidence=sure),
        "items[0].category": Entry(Found("medication", None, "rule", 0.9, Origin.COMPUTED)),
    }
    outcome = store.add(text.encode(), f"{number}.pdf", reading(text, {**entries, **more}), "clerk")
    assert isinstance(outcome, Added)
    return outcome.letter_id


def review(store: Store, letter_id: int, state: LetterState) -> None:
    old = store.letter(letter_id)
    change = ReviewChange("bring", Review(old.state, old.reason), Review(state))
    store.commit(letter_id, change, "clerk")


def ages(store: Store, query: QueueQuery = ALL, after: FieldValue | None = None, limit: int = 50) -> list[int]:
    return [value.letter_id for value in store.waiting(query, AGE, after, limit)]


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.pattern)
def test_what_decides_a_case_is_never_a_batch_field(spec) -> None:  # type: ignore[no-untyped-def]
    deciding = any(is_under(spec.pattern, pattern) for pattern in DECIDING)
    offered = spec.pattern in {field.pattern for field in BATCH_FIELDS}
    assert not (deciding and offered)
    if deciding:
        with pytest.raises(KeyError):
            batch_field(spec.pattern.replace("[]", "[0]"))


def test_what_decides_a_case_does_not_even_wait(store: Store) -> None:
    one = added(store, 1)
    assert not store.waiting(ALL, BatchField("items[].decision"), None, 50)
    with pytest.raises(KeyError):
        store.values_at([(one, "items[0].decision")])


def test_batch_fields_are_fields_and_what_shows_them_is_one() -> None:
    assert all(is_field(field.pattern) for field in BATCH_FIELDS)
    assert all(is_field(field.shown_by) for field in BATCH_FIELDS if field.shown_by)
    assert all(field.shown_by for field in BATCH_FIELDS if not field.spec.printed)


def test_the_words_that_show_a_field_stand_in_the_same_item() -> None:
    ingredient = batch_field("items[2].medication.ingredients[1]")
    assert ingredient.evidence("items[2].medication.ingredients[1]") == "items[2].medication.name"
    assert AGE.evidence("patient.age") == ""


def test_the_least_sure_come_first_and_the_rest_can_be_had_from_there_on(store: Store) -> None:
    letters = [added(store, number, sure) for number, sure in enumerate((0.99, 0.5, 0.99, 0.7))]
    order = [letters[1], letters[3], letters[0], letters[2]]
    assert ages(store) == order
    first = store.waiting(ALL, AGE, None, 2)
    assert ages(store, after=first[-1]) == order[2:]


def test_a_computed_value_is_shown_by_the_words_it_was_computed_from(store: Store) -> None:
    added(store, 1)
    (value,) = store.waiting(ALL, CATEGORY, None, 5)
    assert value.entry.span is None
    assert value.printed == store.letter(value.letter_id).record.at("items[0].request").span


def test_a_gap_waits_last_where_it_is_doubtful_and_the_field_counts(store: Store) -> None:
    gap = added(
        store, 1, **{"patient.age": Entry(Absent(Absence.NOT_FOUND)), "items[0].medication.name": Entry(Absent())}
    )
    sure = added(store, 2)
    certain_gap = Entry(Absent(Absence.NOT_FOUND, rule="no header", confidence=0.99))
    added(store, 3, **{"patient.age": certain_gap})
    assert ages(store) == [sure, gap]
    assert gap not in [value.letter_id for value in store.waiting(ALL, DRUG, None, 5)]


def test_what_a_person_stands_behind_waits_no_more(store: Store) -> None:
    one, two = added(store, 1), added(store, 2)
    record = store.letter(one).record
    store.commit(one, confirm("confirm", record, ["patient.age"]), "clerk")
    store.commit(two, correct("correct", store.letter(two).record, "patient.age", Found(5, None, "p", 1.0)), "clerk")
    assert ages(store) == []
    assert [value.entry.value for value in store.values_at([(one, "patient.age"), (two, "patient.age")])] == [54, 5]


def test_closed_letters_do_not_wait_until_they_are_reopened(store: Store) -> None:
    one, two = added(store, 1), added(store, 2)
    review(store, one, LetterState.VERIFIED)
    assert ages(store) == [two]
    assert store.waiting_count(ALL, AGE, 10) == 1
    review(store, one, LetterState.IN_REVIEW)
    assert ages(store) == [one, two]


def test_the_queues_filter_holds(store: Store) -> None:
    one, two = added(store, 1), added(store, 2)
    review(store, two, LetterState.IN_REVIEW)
    assert ages(store, QueueQuery(frozenset({LetterState.IN_REVIEW}))) == [two]
    assert ages(store, QueueQuery(words="1.pdf")) == [one]
    assert ages(store, QueueQuery(frozenset({LetterState.VERIFIED}))) == []


def test_counting_stops_where_it_is_enough(store: Store) -> None:
    for number in range(4):
        added(store, number)
    assert [store.waiting_count(ALL, AGE, most) for most in (3, 9)] == [3, 4]


def test_an_older_store_knows_what_waits(store: Store) -> None:
    one = added(store, 1)
    store.close()
    as_version_2(store.path)
    with Store.open(store.path) as again:
        again.count_some(9)
        assert ages(again) == [one]


@settings(max_examples=15)
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["confirm", "verify", "open"])), max_size=10))
def test_what_waits_is_what_nobody_stands_behind_in_open_letters(tmp_path_factory, steps) -> None:  # type: ignore[no-untyped-def]
    with Store.create(tmp_path_factory.mktemp("store") / "a.store") as store:
        letters = [added(store, number) for number in range(3)]
        for which, step in steps:
            letter = store.letter(letters[which])
            match step:
                case "confirm" if letter.state is not LetterState.VERIFIED:
                    store.commit(letter.id, confirm("confirm", letter.record, ["patient.age"]), "clerk")
                case "verify" | "open":
                    review(store, letter.id, LetterState.VERIFIED if step == "verify" else LetterState.IN_REVIEW)
                case _:
                    pass
        open_letters = [store.letter(one) for one in letters if store.letter(one).state is not LetterState.VERIFIED]
        waiting = [one.id for one in open_letters if not one.record.at("patient.age").by_person]
        assert sorted(ages(store)) == sorted(waiting)
