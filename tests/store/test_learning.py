"""What verified letters teach the store: track records of rules, and names that people corrected to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from imr_desk.letter import edits
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome
from imr_desk.letter.reading import Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Added, Alias, TrackRecord
from imr_desk.store.store import Store
from tests.making import found, reading

TEXT = "Case Number: CM16-9000001 Drug: Duloxatine Age: 54"
DRUG, CASE, AGE = "items[0].medication.name", "header.case_number", "patient.age"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.store") as store:
        yield store


def by(rule: str, entry: Entry) -> Entry:
    return Entry(replace(entry.outcome, rule=rule))


def letter(text: str = TEXT) -> Reading:
    entries = {
        CASE: by("case", found(text, "CM16-9000001")),
        DRUG: by("drug", found(text, "Duloxatine")),
        AGE: by("age", found(text, "54", 54)),
    }
    return reading(text, entries)


def added(store: Store, outcome: Reading | None = None) -> int:
    result = store.add(repr(outcome).encode(), "a.pdf", outcome or letter(), "ann")
    assert isinstance(result, Added)
    return result.letter_id


def correct(store: Store, letter_id: int, path: str, outcome: Outcome) -> None:
    record = store.letter(letter_id).record
    store.commit(letter_id, edits.correct("Correct", record, path, outcome), "ann")


def bring(store: Store, letter_id: int, state: LetterState) -> None:
    now = store.letter(letter_id)
    store.commit(letter_id, ReviewChange("Review", Review(now.state, now.reason), Review(state)), "ann")


def typed(value: str) -> Found:
    return Found(value, None, "person", 1.0, Origin.TYPED)


def test_a_letter_teaches_once_it_is_verified(store: Store) -> None:
    one = added(store)
    correct(store, one, DRUG, typed("duloxetine"))
    assert not store.track_records()
    bring(store, one, LetterState.VERIFIED)
    assert store.track_records() == {"age": TrackRecord(1, 1), "case": TrackRecord(1, 1), "drug": TrackRecord(0, 1)}
    assert store.aliases() == (Alias("drugs", "duloxatine", "duloxetine", 1),)


def test_a_letter_opened_again_teaches_no_more(store: Store) -> None:
    one = added(store)
    correct(store, one, DRUG, typed("duloxetine"))
    bring(store, one, LetterState.VERIFIED)
    bring(store, one, LetterState.IN_REVIEW)
    assert not store.track_records()
    assert not store.aliases()


@pytest.mark.parametrize(
    ("path", "outcome", "right"),
    [
        (AGE, Found(54, None, "person", 1.0, Origin.TYPED), 1),
        (AGE, Found(45, None, "person", 1.0, Origin.TYPED), 0),
        (AGE, Absent(Absence.NOT_IN_LETTER), 0),
        (AGE, Absent(Absence.ILLEGIBLE), 0),
    ],
)
def test_a_rule_was_right_where_its_value_was_kept(store: Store, path: str, outcome: Outcome, right: int) -> None:
    one = added(store)
    correct(store, one, path, outcome)
    bring(store, one, LetterState.VERIFIED)
    assert store.track_records()["age"] == TrackRecord(right, 1)


def test_an_entry_taken_out_was_wrong_and_one_that_moved_was_not(store: Store) -> None:
    text = "sprain, strain, pain"
    diagnoses = {f"diagnoses[{n}]": by(word, found(text, word)) for n, word in enumerate(text.split(", "))}
    one = added(store, reading(text, diagnoses))
    store.commit(one, edits.remove("Remove", store.letter(one).record, "diagnoses", 0), "ann")
    bring(store, one, LetterState.VERIFIED)
    records = store.track_records()
    assert [records[word].right for word in ("sprain", "strain", "pain")] == [0, 1, 1]


def test_a_new_reading_of_a_verified_letter_is_counted_in_the_old_ones_place(store: Store) -> None:
    one = added(store)
    bring(store, one, LetterState.VERIFIED)
    store.read_again(one, letter(), "ann")
    assert store.track_records()["case"] == TrackRecord(1, 1)


def test_a_name_that_was_removed_is_not_offered_again(store: Store) -> None:
    one = added(store)
    correct(store, one, DRUG, typed("duloxetine"))
    bring(store, one, LetterState.VERIFIED)
    assert store.remove_alias("drugs", "duloxetine")
    assert not store.aliases()
    assert not store.remove_alias("drugs", "duloxetine")
    bring(store, one, LetterState.IN_REVIEW)
    bring(store, one, LetterState.VERIFIED)
    assert not store.aliases()


def test_an_older_store_learns_from_what_it_holds(store: Store) -> None:
    one = added(store)
    bring(store, one, LetterState.VERIFIED)
    taught = store.track_records()
    store.close()
    with Database(store.path) as older:
        for statement in (
            "DROP TABLE rule_records",
            "DROP TABLE aliases",
            "DELETE FROM _sqlite_migrations WHERE name = 'learned'",
            "PRAGMA user_version = 1",
        ):
            older.execute(statement)
        older.conn.commit()
    with Store.open(store.path) as again:
        assert again.track_records() == taught


@settings(max_examples=20, deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["fix", "verify", "open"])), max_size=12))
def test_what_was_counted_step_by_step_is_what_is_counted_anew(tmp_path_factory, steps) -> None:  # type: ignore[no-untyped-def]
    with Store.create(tmp_path_factory.mktemp("store") / "a.store") as store:
        letters = [added(store, letter(f"{TEXT} {number}")) for number in range(3)]
        for which, step in steps:
            match step:
                case "fix":
                    correct(store, letters[which], DRUG, typed(f"drug {which}"))
                case "verify":
                    bring(store, letters[which], LetterState.VERIFIED)
                case _:
                    bring(store, letters[which], LetterState.IN_REVIEW)
        verified = list(store.verified())
        corrected = [one for one in verified if one.record.at(DRUG).value != "Duloxatine"]
        assert store.track_records().get("drug", TrackRecord(0, 0)) == TrackRecord(
            len(verified) - len(corrected), len(verified)
        )
        assert {one.value for one in store.aliases()} == {str(one.record.at(DRUG).value) for one in corrected}
