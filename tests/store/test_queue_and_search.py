"""The queue by window against the same sorted and filtered in memory; search by words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import TO_DO, Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.kept.stored import Added, QueueRow, Verdict, Where
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.store.store import Store
from tests.making import found, reading
from tests.store.older import as_version_2

TEXT = "Case {number} about Norco 10/325mg\n\nThe naïve “patient”, J. O'Neil, saw 60 % relief."
LETTERS = 40
states = st.frozensets(st.sampled_from(LetterState), max_size=4)
words = st.sampled_from(["", "CM16", "cm16-000001", "letter1", "norco", "0000", "nothing", "letter 7", "10/325"])
PEOPLE = ("", "ann", "ben")
queries = st.builds(
    QueueQuery,
    states,
    words,
    st.sampled_from(Order),
    st.booleans(),
    assignee=st.none() | st.sampled_from(PEOPLE),
    urgency=st.none() | st.integers(-1, 2),
    traits=st.frozensets(st.sampled_from(Trait), max_size=2),
    only=st.none() | st.frozensets(st.integers(1, LETTERS), min_size=20),
)


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
            work = Work(chance.choice([0, 0, 1, 2, -1]), chance.choice(PEOPLE))
            opened.commit(number, WorkChange("assign", Work(), work), "ann")
        put(opened, Failure("broken.pdf", FailureKind.CRASHED, "It crashed."), "broken.pdf")
        yield opened


def expected(store: Store, query: QueueQuery) -> list[QueueRow]:
    """The query answered from all rows at once."""
    rows = [row for row in store.queue(QueueQuery(), 0, 999) if not query.states or row.state in query.states]
    rows = [row for row in rows if says(row, query.words.lower().split()) and has(row, query)]
    return sorted(rows, key=lambda row: (key(row, query.order), row.id), reverse=query.descending)


def key(row: QueueRow, order: Order) -> object:
    return -row.priority if order is Order.PRIORITY else getattr(row, order.value)


def has(row: QueueRow, query: QueueQuery) -> bool:
    return (
        query.assignee in (None, row.assignee)
        and (query.urgency is None or row.priority >= query.urgency)
        and all(getattr(row, trait.value) for trait in query.traits)
        and (query.only is None or row.id in query.only)
    )


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


@given(queries, st.data())
def test_ranges_of_the_queue_are_numbered_in_its_order(store: Store, query: QueueQuery, data: st.DataObject) -> None:
    whole = [row.id for row in store.queue(query, 0, 999)]
    places = st.integers(0, LETTERS)
    ranges = data.draw(st.lists(st.tuples(places, places).map(lambda two: range(min(two), max(two))), max_size=3))
    assert list(store.queue_ids(query, *ranges)) == [
        one for places in ranges for one in whole[places.start : places.stop]
    ]


@given(queries, st.none() | st.integers(1, LETTERS + 1), st.sampled_from(["ann", "carl"]))
def test_next_to_review_is_the_first_that_waits_for_me_after_a_letter_else_from_the_start(
    store: Store, query: QueueQuery, after: int | None, who: str
) -> None:
    everything = [row.id for row in store.queue(query.all_letters, 0, 999)]
    mine = {row.id for row in store.queue(QueueQuery(), 0, 999) if query.assignee or row.assignee in ("", who)}
    waiting = [row.id for row in store.queue(query, 0, 999) if row.state in TO_DO and row.id != after]
    free = [one for one in waiting if one in mine]
    later = everything[everything.index(after) + 1 :] if after else everything
    urgent_first = query.order is Order.PRIORITY and not query.descending
    first = free if urgent_first else [*(one for one in free if one in later), *free]
    assert store.next_to_review(query, after, who) == next(iter(first), None)


def test_everybody_who_works_on_letters_is_known_by_name(store: Store) -> None:
    assert store.people() == ("ann", "ben")


def test_letters_of_one_case_are_known_as_numbers_change(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        first, second, third = (put(store, letter(f"CM16-{number}"), f"{at}.pdf") for at, number in enumerate("112"))
        assert shared(store) == [first, second]
        path = "header.case_number"
        for number in (second, third):
            other = Found("CM16-3", None, "", 1.0, Origin.TYPED)
            store.commit(number, edits.correct("type", store.letter(number).record, path, other), "ann")
        assert shared(store) == [second, third]


def test_an_older_store_can_be_planned_in_when_it_is_opened(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        for at, number in enumerate("112"):
            put(store, letter(f"CM16-{number}"), f"{at}.pdf")
        before = [store.queue(QueueQuery(order=order), 0, 9) for order in Order]
    as_version_2(store.path)
    with Store.open(store.path) as again:
        assert [again.queue(QueueQuery(order=order), 0, 9) for order in Order] == before
        assert shared(again) == [1, 2]
        assert again.queue_count(QueueQuery(words="16-2")) == 1


def shared(store: Store) -> list[int]:
    return [row.id for row in store.queue(QueueQuery(traits=frozenset({Trait.SAME_CASE})), 0, 9)]


def test_a_sample_is_drawn_anew_by_its_seed_and_holds_the_smaller_one(store: Store) -> None:
    query = QueueQuery(urgency=0)
    one, same, larger = (store.draw_sample(query, size, 7, "urgent letters", "ann") for size in (5, 5, 9))
    of = [{row.id for row in store.queue(QueueQuery(sample=sample.id), 0, 99)} for sample in (one, same, larger)]
    assert of[0] == of[1] < of[2]
    assert of[2] <= {row.id for row in store.queue(query, 0, 999)}
    assert (one.size, one.of, one.seed, one.checked) == (5, store.queue_count(query), 7, 0)
    assert [sample.id for sample in store.samples()][:3] == [larger.id, same.id, one.id]


def test_the_next_letter_of_a_sample_is_one_without_a_verdict_whatever_its_state(store: Store) -> None:
    sample = store.draw_sample(QueueQuery(), 3, 1, "all letters", "ann")
    query = QueueQuery(sample=sample.id)
    first, second, third = (row.id for row in store.queue(query, 0, 9))
    assert store.next_to_review(query, first, "carl") in (second, None)
    store.judge(sample.id, second, Verdict.RIGHT, "carl")
    store.judge(sample.id, 10_000, Verdict.WRONG, "carl")
    assert [row.verdict for row in store.queue(query, 0, 9)] == [Verdict.NONE, Verdict.RIGHT, Verdict.NONE]
    store.judge(sample.id, third, Verdict.WRONG, "carl")
    kept = next(one for one in store.samples() if one.id == sample.id)
    assert (kept.right, kept.wrong, kept.checked) == (1, 1, 2)


def test_the_last_second_look_at_a_letter_is_known_whatever_the_sample(store: Store) -> None:
    one, two = (store.draw_sample(QueueQuery(), 9, 1, "all letters", "ann") for _ in range(2))
    rows = store.queue(QueueQuery(sample=one.id), 0, 9)
    first, second = [row.id for row in rows if store.second_look(row.id) is None][:2]
    store.judge(two.id, first, Verdict.WRONG, "carl")
    store.judge(one.id, first, Verdict.RIGHT, "dora")
    look = store.second_look(first)
    assert look is not None
    assert (look.verdict, look.who) == (Verdict.RIGHT, "dora")
    assert store.second_look(second) is None


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
    found = store.search(words, 99)
    assert len({hit.letter_id for hit in found.hits}) == len(found.hits) == found.letters == count


def test_a_hit_knows_its_words_and_its_place(store: Store) -> None:
    hit = store.search("relief norco", 1).hits[0]
    kept = store.letter(hit.letter_id)
    assert isinstance(kept.outcome, Reading)
    assert hit.span is not None
    assert hit.span.of(kept.outcome.text.text) == "Norco"
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marked] == ["Norco", "relief"]
    assert hit.where is Where.TEXT
    few = store.search("norco", 7)
    assert (len(few.hits), few.letters) == (7, LETTERS)


def test_what_persons_write_is_found_where_it_stands_and_what_they_take_back_is_not(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        number = put(store, letter("CM16-0000001"), "a.pdf")
        path = "items[0].request"
        typed = edits.correct("type", store.letter(number).record, path, Found("Vicodin", None, "", 1.0, Origin.TYPED))
        mark = HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 4), "ask the reviewer"))
        stand = Acknowledgement("let stand", "X01", None, "as telephoned")
        later = ReviewChange("later", Review(LetterState.TO_REVIEW), Review(LetterState.POSTPONED, "a page lacks"))
        for change, searched, where, about, span in (
            (typed, "vicodin", Where.VALUE, path, None),
            (mark, '"the reviewer"', Where.MEMO, "h", Span(0, 4)),
            (stand, "telephoned", Where.NOTE, "X01", None),
            (later, "page lacks", Where.NOTE, "", None),
        ):
            assert store.search(searched, 9).hits == ()
            store.commit(number, change, "ann")
            (hit,) = store.search(searched, 9).hits
            assert (hit.letter_id, hit.where, hit.about, hit.span) == (number, where, about, span)
            assert store.queue_count(QueueQuery(words=searched)) == 1
            store.commit(number, change.inverse(), "ann")
            assert store.search(searched, 9).hits == ()


def test_a_letter_is_found_by_its_name(store: Store) -> None:
    (hit,) = store.search("broken.pdf", 9).hits
    assert (hit.where, hit.snippet.text, hit.span) == (Where.NAME, "broken.pdf", None)


def test_a_new_reading_is_found_by_its_own_words_only(tmp_path: Path) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        number = put(store, letter("CM16-0000001"), "a.pdf")
        store.read_again(number, reading("Quite other words", {}), "ann")
        assert (store.search("norco", 9).letters, store.search("quite other", 9).letters) == (0, 1)
        store.read_again(number, Failure("a.pdf", FailureKind.DAMAGED, "Cut."), "ann")
        assert store.search("quite", 9).letters == 0
