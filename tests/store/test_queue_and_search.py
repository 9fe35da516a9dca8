"""The queue by window against the same sorted and filtered in memory; search by words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.store.queue import WAITING, Order, QueueQuery
from imr_desk.store.store import Store
from imr_desk.store.stored import Added, QueueRow
from tests.making import found, reading

TEXT = "Case {number} about Norco 10/325mg\n\nThe naïve “patient”, J. O'Neil, saw 60 % relief."
LETTERS = 40
states = st.frozensets(st.sampled_from(LetterState), max_size=4)
words = st.sampled_from(["", "CM16", "cm16-000001", "letter1", "norco", "0000", "nothing", "letter 7", "10/325"])
queries = st.builds(QueueQuery, states, words, st.sampled_from(Order), st.booleans())


def letter(number: str, items: int = 1) -> Reading:
    text = TEXT.format(number=number)
    requests = {f"items[{place}].request": found(text, "Norco") for place in range(items)}
    return reading(text, {"header.case_number": found(text, number), **requests})


def put(store: Store, outcome: Reading | Failure, file: str) -> int:
    added = store.add(f"%PDF {file}".encode(), file, outcome, "ann")
    assert isinstance(added, Added)
    return added.letter_id


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    chance = Random(3)
    with Store.create(tmp_path_factory.mktemp("queue") / "letters.imrdesk") as opened:
        for place in range(LETTERS):
            number = put(opened, letter(f"CM16-{chance.randrange(20):07}", chance.randrange(4)), f"letter{place}.pdf")
            state = chance.choice([*LetterState, LetterState.TO_REVIEW])
            opened.commit(number, ReviewChange("move", Review(LetterState.TO_REVIEW), Review(state)), "ann")
        put(opened, Failure("broken.pdf", FailureKind.CRASHED, "It crashed."), "broken.pdf")
        yield opened


def expected(store: Store, query: QueueQuery) -> list[QueueRow]:
    """The query answered from all rows at once."""
    rows = [row for row in store.queue(QueueQuery(), 0, 999) if not query.states or row.state in query.states]
    rows = [row for row in rows if says(row, query.words.lower().split())]
    return sorted(rows, key=lambda row: (getattr(row, query.order.value), row.id), reverse=query.descending)


def says(row: QueueRow, searched: list[str]) -> bool:
    text = "" if row.failure else TEXT.format(number=row.case_number).lower()
    by_name = all(word in row.file or word in row.case_number.lower() for word in searched)
    return by_name or all(word in text for word in searched if word not in ("letter", "7", "0000"))


@given(queries, st.integers(0, 45), st.integers(0, 20))
def test_a_window_is_a_slice_of_the_whole_queue(store: Store, query: QueueQuery, offset: int, limit: int) -> None:
    whole = store.queue(query, 0, 999)
    assert store.queue(query, offset, limit) == whole[offset : offset + limit]
    assert store.queue_count(query) == len(whole)


@given(queries.filter(lambda query: query.words not in ("letter 7", "0000")))
def test_the_queue_is_what_the_query_says(store: Store, query: QueueQuery) -> None:
    assert list(store.queue(query, 0, 999)) == expected(store, query)


@given(queries, st.integers(1, LETTERS + 1))
def test_a_letters_place_is_its_offset_in_the_queue(store: Store, query: QueueQuery, letter_id: int) -> None:
    ids = [row.id for row in store.queue(query, 0, 999)]
    assert store.queue_place(query, letter_id) == (ids.index(letter_id) if letter_id in ids else None)


@given(queries, st.none() | st.integers(1, LETTERS + 1))
def test_next_to_review_is_the_first_that_waits_after_a_letter_else_from_the_start(
    store: Store, query: QueueQuery, after: int | None
) -> None:
    everything = [row.id for row in store.queue(replace(query, states=frozenset(), words=""), 0, 999)]
    waiting = [row.id for row in store.queue(query, 0, 999) if row.state in WAITING and row.id != after]
    later = everything[everything.index(after) + 1 :] if after else everything
    assert store.next_to_review(query, after) == next(iter([*(one for one in waiting if one in later), *waiting]), None)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("norco", LETTERS),
        ("NOR", LETTERS),
        ("naive patient", LETTERS),
        ("o'neil", LETTERS),
        ("10/325mg", LETTERS),
        ("norco vicodin", 0),
        ('"AND ( NEAR *', 0),
        ("%", 0),
        ("", 0),
        ("broken", 1),
    ],
)
def test_search_finds_letters_that_hold_all_the_words(store: Store, words: str, count: int) -> None:
    assert len({hit.letter_id for hit in store.search(words, 99)}) == count


def test_a_hit_knows_its_words_and_its_place(store: Store) -> None:
    hit = store.search("relief norco", 1)[0]
    kept = store.letter(hit.letter_id)
    assert isinstance(kept.outcome, Reading)
    assert hit.span is not None
    assert hit.span.of(kept.outcome.text.text) == "relief"
    assert hit.snippet.endswith("saw 60 % relief.")
    assert len(store.search("norco", 7)) == 7


def test_what_persons_write_is_found_and_what_they_take_back_is_not(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        number = put(store, letter("CM16-0000001"), "a.pdf")
        typed = edits.correct(
            "type", store.letter(number).record, "items[0].request", Found("Vicodin", None, "", 1.0, Origin.TYPED)
        )
        mark = HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 4), "ask the reviewer"))
        for change, searched in ((typed, "vicodin"), (mark, "ask reviewer")):
            assert store.search(searched, 9) == ()
            store.commit(number, change, "ann")
            assert [(hit.letter_id, hit.span) for hit in store.search(searched, 9)] == [(number, None)]
            assert store.queue_count(QueueQuery(words=searched)) == 1
            store.commit(number, change.inverse(), "ann")
            assert store.search(searched, 9) == ()


def test_a_new_reading_is_found_by_its_own_words_only(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        number = put(store, letter("CM16-0000001"), "a.pdf")
        store.read_again(number, reading("Quite other words", {}), "ann")
        assert (len(store.search("norco", 9)), len(store.search("quite other", 9))) == (0, 1)
        store.read_again(number, Failure("a.pdf", FailureKind.DAMAGED, "Cut."), "ann")
        assert store.search("quite", 9) == ()
