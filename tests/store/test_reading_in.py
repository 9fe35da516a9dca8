"""Letters that are kept before they are read, and what became of them meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.work import USUAL, Work, WorkChange
from imr_desk.store.kept.stored import Added, Duplicate, Unread
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.making import found, reading

TEXT = "Case CM16-0000001 for a 54 year old man"
READ = reading(TEXT, {"header.case_number": found(TEXT, "CM16-0000001")})
NOT_YET = Failure("letter.pdf", FailureKind.UNREAD, "Its turn comes.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as opened:
        yield opened


def new_letter(store: Store, data: bytes = b"%PDF-1.7 one") -> int:
    result = store.add(data, "letter.pdf", NOT_YET, "ann")
    assert isinstance(result, Added)
    return result.letter_id


def closed(store: Store, letter_id: int, state: LetterState) -> None:
    old = store.letter(letter_id).state
    store.commit(letter_id, ReviewChange("close", Review(old), Review(state, "why")), "ann")


def test_a_letter_is_new_then_being_read_then_to_be_reviewed(store: Store) -> None:
    one = new_letter(store)
    assert store.letter(one).state is LetterState.NEW
    assert store.unread() == (Unread(one, "letter.pdf"),)
    assert store.begin_reading(one) == b"%PDF-1.7 one"
    assert store.letter(one).state is LetterState.READING
    assert store.unread() == (Unread(one, "letter.pdf"),), "until it is read, whoever began"
    assert store.read_in(one, READ, "ann") == Added(one, ())
    assert store.letter(one).state is LetterState.TO_REVIEW
    assert store.letter(one).outcome == READ
    assert store.unread() == ()


def test_nothing_of_a_letter_is_to_be_looked_at_before_it_is_read(store: Store) -> None:
    one = new_letter(store)
    assert [row.attention for row in store.queue(QueueQuery(), 0, 9)] == [0]
    store.begin_reading(one)
    store.read_in(one, Failure("letter.pdf", FailureKind.DAMAGED, "It is cut short."), "ann")
    (row,) = store.queue(QueueQuery(), 0, 9)
    assert row.attention == len(store.letter(one).record.to_look_at) > 0, "a person fills in what cannot be read"


def test_a_letter_that_waits_to_be_read_waits_for_no_person(store: Store) -> None:
    one = new_letter(store)
    assert store.next_to_review(QueueQuery(), None, "ann") is None
    store.begin_reading(one)
    assert store.next_to_review(QueueQuery(), None, "ann") is None
    store.read_in(one, READ, "ann")
    assert store.next_to_review(QueueQuery(), None, "ann") == one


def test_what_is_not_being_read_any_more_is_new_again(store: Store) -> None:
    begun, read = new_letter(store), new_letter(store, b"%PDF-1.7 two")
    for one in (begun, read):
        store.begin_reading(one)
    store.read_in(read, READ, "ann")
    store.put_back([begun, read])
    assert [store.letter(one).state for one in (begun, read)] == [LetterState.NEW, LetterState.TO_REVIEW]


def test_what_a_person_did_to_a_new_letter_stays_when_it_is_read(store: Store) -> None:
    one = new_letter(store)
    typed = Found("99", None, "", 1.0, Origin.TYPED)
    store.commit(one, edits.correct("type", store.letter(one).record, "patient.age", typed), "ann")
    store.commit(one, WorkChange("assign", USUAL, Work(assignee="bob")), "ann")
    store.read_in(one, READ, "ann")
    letter = store.letter(one)
    assert letter.record.at("patient.age").value == "99"
    assert letter.record.at("header.case_number").value == "CM16-0000001"
    assert letter.work.assignee == "bob"


def test_a_new_letter_that_was_postponed_stays_so_and_is_read(store: Store) -> None:
    one = new_letter(store)
    closed(store, one, LetterState.POSTPONED)
    assert store.begin_reading(one) is not None
    store.read_in(one, READ, "ann")
    assert store.letter(one).state is LetterState.POSTPONED
    assert store.letter(one).outcome == READ


@pytest.mark.parametrize("state", [LetterState.VERIFIED, LetterState.REJECTED])
def test_a_new_letter_that_a_person_has_closed_is_left_as_it_is(store: Store, state: LetterState) -> None:
    one = new_letter(store)
    closed(store, one, state)
    assert store.begin_reading(one) is None
    assert store.read_in(one, READ, "ann") == Added(one, ())
    assert store.letter(one).outcome == NOT_YET


def test_a_letter_is_read_in_once_whoever_else_is_at_it(store: Store, tmp_path: Path) -> None:
    one = new_letter(store)
    with Store.open(tmp_path / "letters.imrdesk") as other:
        assert other.begin_reading(one)
        other.read_in(one, READ, "bob")
    last = store.events(one)[-1]
    assert store.begin_reading(one) is None
    store.read_in(one, reading("Others", {}), "ann")
    assert store.events(one)[-1] == last
    assert store.letter(one).outcome == READ


def test_a_letter_that_cannot_be_read_says_why(store: Store) -> None:
    one = new_letter(store)
    failure = Failure("letter.pdf", FailureKind.DAMAGED, "It is cut short.")
    store.read_in(one, failure, "ann")
    assert store.letter(one).state is LetterState.UNREADABLE
    assert store.letter(one).outcome == failure


def test_an_unlocked_letter_is_kept_as_it_opens_without_the_password(store: Store) -> None:
    one = new_letter(store)
    store.read_in(one, READ, "ann", b"%PDF-1.7 unlocked")
    assert store.pdf(one) == b"%PDF-1.7 unlocked"
    assert store.add(b"%PDF-1.7 unlocked", "copy.pdf", NOT_YET, "ann") == Duplicate(one, "letter.pdf")


def test_an_unlocked_letter_that_is_there_already_is_not_kept_twice(store: Store) -> None:
    first, again = new_letter(store), new_letter(store, b"%PDF-1.7 locked")
    assert store.read_in(again, READ, "ann", b"%PDF-1.7 one") == Duplicate(first, "letter.pdf")
    outcome = store.letter(again).outcome
    assert not isinstance(outcome, Reading)
    assert "already" in outcome.message
    assert store.pdf(again) == b"%PDF-1.7 locked"


def test_words_of_a_new_letter_are_found_once_it_is_read(store: Store) -> None:
    one = new_letter(store)
    assert store.queue_count(QueueQuery(words="CM16-0000001")) == 0
    store.read_in(one, READ, "ann")
    assert store.queue_count(QueueQuery(words="CM16-0000001")) == 1


def test_reading_is_told_in_the_letters_history(store: Store) -> None:
    one = new_letter(store)
    store.read_in(one, READ, "ann")
    assert [event.title for event in store.events(one)] == ["Import letter.pdf", "Read"]
