"""Letters in and out of a store: what goes in comes out, what people do is kept beside what was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imr_desk.letter import edits
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.highlight import Highlight, HighlightChange, Label, LabelSet
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.file.errors import NoSuchLetter, StoreConflict
from imr_desk.store.kept.stored import Added, Duplicate, Standing
from imr_desk.store.labels import EVIDENCE
from imr_desk.store.queue.query import Order, QueueQuery
from imr_desk.store.store import Store
from tests.making import found, reading
from tests.store.drawing import highlights, outcomes_of_reading, readings
from tests.tables import tables_of

TEXT = "Case CM16-0000001 for a 54 year old man\nNorco 10/325mg #60\nUltram ER\fUpheld"
ALL = QueueQuery()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as opened:
        yield opened


@contextmanager
def some_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder, Store.create(Path(folder, "letters.imrdesk")) as opened:
        yield opened


def letter(number: str = "CM16-0000001", items: int = 2, **more: Entry) -> Reading:
    entries = {f"items[{place}].request": found(TEXT, words) for place, words in enumerate(["Norco", "Ultram"][:items])}
    return reading(TEXT, {"header.case_number": found(TEXT, "CM16-0000001", number), **entries, **more})


def added(store: Store, outcome: Reading | Failure, data: bytes | None = None) -> int:
    result = store.add(data or f"%PDF {next(_numbers)}".encode(), "letter.pdf", outcome, "ann")
    assert isinstance(result, Added)
    return result.letter_id


_numbers = count()


def typed(value: str) -> Found:
    return Found(value, None, "", 1.0, Origin.TYPED)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(outcomes_of_reading, st.binary(max_size=200))
def test_what_goes_in_comes_out_also_of_a_store_opened_again(outcome: Reading | Failure, pdf: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "letters.imrdesk")
        with Store.create(path) as store:
            letter_id = added(store, outcome, pdf or b"%PDF")
            first = store.letter(letter_id)
        with Store.open(path) as store:
            assert store.letter(letter_id) == first
            assert store.pdf(letter_id) == (pdf or b"%PDF")
    assert first.outcome == outcome
    assert isinstance(outcome, Failure) or first.record == outcome.record


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_change_and_its_inverse_leave_the_letter_as_it_was(data: st.DataObject) -> None:
    read = data.draw(readings())
    with some_store() as store:
        letter_id = added(store, read)
        before = store.letter(letter_id)
        record = before.record
        highlight = data.draw(highlights(read.text))
        changes = [
            edits.confirm("confirm all", record, list(record)),
            edits.correct(
                "correct", record, "patient.age", data.draw(st.just(typed("7")) | st.just(Absent(Absence.ILLEGIBLE)))
            ),
            edits.insert("add", record, "items", data.draw(st.integers(0, record.count("items")))),
            HighlightChange("mark", None, highlight),
            Acknowledgement("let stand", "X01|says", None, "checked by phone"),
            ReviewChange("verify", Review(before.state), Review(LetterState.VERIFIED)),
            WorkChange("give to Ben", Work(), Work(data.draw(st.integers(-9, 9)), "ben")),
            *(edits.remove("take out", record, "items", at) for at in range(record.count("items"))),
        ]
        change = data.draw(st.sampled_from(changes))
        store.commit(letter_id, change, "ann")
        assert store.letter(letter_id).outcome == read
        store.commit(letter_id, change.inverse(), "ann")
        assert store.letter(letter_id) == before
        assert list(store.damages()) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(readings(), st.lists(st.tuples(st.sampled_from("irm"), st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_many_edits_in_the_store_are_what_they_are_in_memory(read: Reading, steps: list[tuple[str, int, int]]) -> None:
    with some_store() as store:
        letter_id = added(store, read)
        record = read.record
        for kind, first, second in steps:
            items = record.count("items")
            if kind == "i" or not items:
                step = edits.insert("add", record, "items", first % (items + 1))
            elif kind == "r":
                step = edits.remove("take out", record, "items", first % items)
            else:
                step = edits.move("move", record, "items", first % items, second % items)
            record = step.apply(record)
            store.commit(letter_id, step, "ann")
        assert store.letter(letter_id).record == record
        row = store.queue(ALL, 0, 1)[0]
        assert (row.items, row.attention) == (record.count("items"), len(record.to_look_at))


def test_the_same_content_is_refused_with_a_pointer_to_the_first(store: Store) -> None:
    first = added(store, letter(), b"%PDF same")
    assert store.add(b"%PDF same", "other.pdf", letter(), "ann") == Duplicate(first, "letter.pdf")
    assert store.queue_count(ALL) == 1


def test_the_same_case_number_with_other_content_is_kept_and_flagged(store: Store) -> None:
    first = added(store, letter())
    assert store.add(b"%PDF other", "b.pdf", letter(), "ann") == Added(2, (first,))
    added(store, letter("CM16-0000002"))
    assert [row.same_case for row in store.queue(ALL, 0, 9)] == [True, True, False]


def test_a_file_name_that_is_no_text_is_kept_readable(store: Store) -> None:
    result = store.add(b"%PDF", "bad\udcff.pdf", letter(), "ann")
    assert isinstance(result, Added)
    assert store.letter(result.letter_id).file == "bad?.pdf"


def test_a_letter_that_could_not_be_read_is_kept_and_can_be_filled_in_by_hand(store: Store) -> None:
    failure = Failure("letter.pdf", FailureKind.TOO_SLOW, "It took longer than 60 s.")
    letter_id = added(store, failure)
    kept = store.letter(letter_id)
    assert (kept.state, kept.outcome) == (LetterState.UNREADABLE, failure)
    store.commit(letter_id, edits.correct("type", kept.record, "header.case_number", typed("CM1")), "ann")
    assert store.queue(ALL, 0, 1)[0].case_number == "CM1"


@pytest.mark.parametrize(
    "stale",
    [
        edits.Edit("type", (edits.Change("patient.age", Entry(typed("1")), Entry(typed("2"))),)),
        edits.Edit("add", (edits.Change("items[0].request", None, Entry(typed("2"))),)),
        HighlightChange("change", Highlight("h", "criteria", Span(0, 4)), None),
        Acknowledgement("let stand", "X01", "an older reason", None),
        ReviewChange("verify", Review(LetterState.IN_REVIEW), Review(LetterState.VERIFIED)),
    ],
    ids=lambda change: type(change).__name__,
)
def test_a_change_of_what_is_not_there_is_refused_and_changes_nothing(store: Store, stale) -> None:
    letter_id = added(store, letter())
    before, events = store.letter(letter_id), store.events(letter_id)
    with pytest.raises(StoreConflict, match=r"letter 1 \(letter\.pdf\)"):
        store.commit(letter_id, stale, "ann")
    assert (store.letter(letter_id), store.events(letter_id)) == (before, events)


def test_a_highlight_cannot_be_made_twice(store: Store) -> None:
    letter_id = added(store, letter())
    mark = HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 4)))
    store.commit(letter_id, mark, "ann")
    with pytest.raises(StoreConflict):
        store.commit(letter_id, mark, "ann")


def test_every_change_is_told_by_events_that_cannot_be_changed(store: Store) -> None:
    letter_id = added(store, letter())
    record = store.letter(letter_id).record
    correct = edits.correct("correct Age", record, "patient.age", typed("54"))
    for change in (correct, correct.inverse(), HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 4)))):
        store.commit(letter_id, change, "ben")
    told = [(event.kind, event.path, event.title, event.who) for event in store.events(letter_id)]
    assert told == [
        ("added", "", "Import letter.pdf", "ann"),
        ("edit", "patient.age", "correct Age", "ben"),
        ("edit", "patient.age", "correct Age", "ben"),
        ("highlight", "h", "mark", "ben"),
    ]
    assert store.events(letter_id)[1].old == store.events(letter_id)[2].new


@pytest.mark.parametrize("statement", ["UPDATE events SET who = 'x'", "DELETE FROM events"])
def test_events_are_only_ever_added(store: Store, tmp_path: Path, statement: str) -> None:
    added(store, letter())
    connection = sqlite3.connect(tmp_path / "letters.imrdesk")
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        connection.execute(statement)
    connection.close()


def test_a_new_reading_leaves_a_persons_values(store: Store) -> None:
    letter_id = added(store, letter())
    record = store.letter(letter_id).record
    store.commit(letter_id, edits.correct("type", record, "patient.age", typed("54")), "ann")
    anew = letter("CM16-0000009", **{"patient.sex": found(TEXT, "man", "male")})
    store.read_again(letter_id, anew, "ann")
    after = store.letter(letter_id)
    assert after.outcome == anew
    assert [after.record.at(path).value for path in ("patient.age", "patient.sex", "header.case_number")] == [
        "54",
        "male",
        "CM16-0000009",
    ]


def test_a_new_reading_leaves_a_list_that_a_person_has_changed(store: Store) -> None:
    letter_id = added(store, letter(items=2))
    store.commit(letter_id, edits.remove("take out", store.letter(letter_id).record, "items", 0), "ann")
    kept = store.letter(letter_id).record.under("items")
    store.read_again(letter_id, letter(items=1), "ann")
    after = store.letter(letter_id).record
    assert after.under("items") == kept
    assert after.at("items[0].request").value == "Ultram"


def test_reading_again_a_letter_that_could_not_be_read_opens_it(store: Store) -> None:
    letter_id = added(store, Failure("letter.pdf", FailureKind.NEEDS_PASSWORD, "It needs a password."))
    store.read_again(letter_id, letter(), "ann")
    assert store.letter(letter_id).state is LetterState.TO_REVIEW


def test_a_new_reading_leaves_the_state_of_the_work(store: Store) -> None:
    letter_id = added(store, letter())
    store.commit(letter_id, ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED)), "ann")
    store.read_again(letter_id, letter("CM16-0000009"), "ann")
    assert store.letter(letter_id).state is LetterState.VERIFIED


def test_the_queue_follows_the_values_in_the_same_breath(store: Store) -> None:
    error = Finding("X01", Severity.ERROR, "No decision.", ("items[0].decision",))
    letter_id = added(store, replace(letter(), findings=(error,)))
    row = store.queue(ALL, 0, 1)[0]
    assert (row.case_number, row.items, row.open_errors, row.template) == ("CM16-0000001", 2, 1, "D3")
    record = store.letter(letter_id).record
    store.commit(letter_id, edits.confirm("confirm all", record, list(record)), "ann")
    store.commit(letter_id, Acknowledgement("let stand", error.key, None, "asked"), "ann")
    store.commit(letter_id, edits.remove("take out", store.letter(letter_id).record, "items", 1), "ann")
    row = store.queue(ALL, 0, 1)[0]
    assert (row.attention, row.items, row.open_errors) == (0, 1, 0)


def test_errors_are_those_of_the_reading_and_after_a_change_those_of_the_check_that_the_store_is_given(
    tmp_path: Path,
) -> None:
    def check(text, record):
        missing = record.at("patient.age").value is None
        return (Finding("X09", Severity.ERROR, "No age.", ("patient.age",)),) if missing else ()

    with Store.create(tmp_path / "checked.imrdesk", check) as store:
        letter_id = added(store, letter())
        assert store.queue(ALL, 0, 1)[0].open_errors == 0
        record = store.letter(letter_id).record
        store.commit(letter_id, edits.confirm("confirm", record, ["items[0].decision"]), "ann")
        assert store.queue(ALL, 0, 1)[0].open_errors == 1
        record = store.letter(letter_id).record
        store.commit(letter_id, edits.correct("type", record, "patient.age", typed("54")), "ann")
        assert store.queue(ALL, 0, 1)[0].open_errors == 0


def test_who_verified_and_when_is_kept_until_the_letter_is_opened_again(store: Store) -> None:
    letter_id = added(store, letter())
    verify = ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED))
    store.commit(letter_id, verify, "ben")
    verified = list(store.verified())
    assert [(one.id, one.reviewed_by, bool(one.reviewed_at)) for one in verified] == [(letter_id, "ben", True)]
    assert (store.verified_today(), store.counts()[LetterState.VERIFIED]) == (1, 1)
    store.commit(letter_id, verify.inverse(), "ben")
    assert (store.verified_today(), list(store.verified()), store.letter(letter_id).reviewed_by) == (0, [], "")


def test_changes_to_several_letters_go_in_together_or_not_at_all(store: Store) -> None:
    first, second = added(store, letter()), added(store, letter("CM16-0000002"))
    give = WorkChange("give to Ben", Work(), Work(2, "ben"))
    store.commit_all([(first, give), (second, give)], "ann")
    assert [one.work for one in store.standings([second, first])] == [give.new, give.new]
    assert [(one.kind, one.title, one.who) for one in store.events(second)][-1] == ("work", "give to Ben", "ann")
    postpone = ReviewChange("postpone", Review(LetterState.TO_REVIEW), Review(LetterState.POSTPONED, "scan"))
    with pytest.raises(StoreConflict, match=f"letter {second}"):
        store.commit_all([(first, postpone), (first, give.inverse()), (second, give)], "ann")
    assert store.letter(first).review == Review(LetterState.TO_REVIEW)
    assert [one.work for one in store.standings([first, second])] == [give.new, give.new]


def test_a_letter_moved_without_looking_into_it_is_moved_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []
    later = Review(LetterState.POSTPONED, "a word to search for")
    moves = [WorkChange("give", Work(), Work(2, "ben")), ReviewChange("leave", Review(LetterState.TO_REVIEW), later)]
    for name in ("quickly", "wholly"):
        with Store.create(tmp_path / name) as store:
            one = added(store, letter())
            store.commit_all([(one, move) for move in moves], "ann")
            tables = ("letters", "note_search", "name_search", "facts", "waiting", "work", "field_values")
            with tables_of(store.path) as db:
                rows = {table: [*db.query(f"SELECT * FROM {table}")] for table in tables}
            for row in rows["letters"]:
                del row["sha256"], row["added"], row["reviewed_at"], row["seal"]
            for row in rows["field_values"]:
                del row["seal"]
            kept.append((rows, [(event.kind, event.title, event.new) for event in store.events(one)]))
        monkeypatch.setattr("imr_desk.store.changes.are_moves", lambda _: False)
    assert kept[0] == kept[1]


def test_each_letter_is_changed_as_it_stands_and_the_note_goes_with_it(store: Store) -> None:
    first, second = added(store, letter()), added(store, letter("CM16-0000002"))
    store.commit(first, WorkChange("give", Work(), Work(0, "ben")), "ann")

    def take(one: Standing) -> WorkChange | None:
        return None if one.work.assignee else WorkChange("take", one.work, Work(0, "ann"))

    made = store.change_each([first, second], take, "ann", ("note", "2 of 2"))
    assert [letter_id for letter_id, _ in made.changes] == [second]
    assert [one.work.assignee for one in store.standings([first, second])] == ["ben", "ann"]
    assert store.remembered("note") == "2 of 2"
    assert store.states_of([first, second]) == {LetterState.TO_REVIEW: 2}


def test_several_changes_to_one_letter_are_summed_up_once_and_all_are_kept(store: Store) -> None:
    letter_id = added(store, letter())
    record = store.letter(letter_id).record
    begin = ReviewChange("begin the review", Review(LetterState.TO_REVIEW), Review(LetterState.IN_REVIEW))
    store.commit_all([(letter_id, begin), (letter_id, edits.confirm("confirm all", record, list(record)))], "ann")
    row = store.queue(ALL, 0, 1)[0]
    assert (row.state, row.attention) == (LetterState.IN_REVIEW, 0)


def test_labels_and_notes_are_remembered(store: Store) -> None:
    assert store.label_set() == EVIDENCE
    mine = LabelSet("Mine", (Label("odd", "Odd", "#123456", "1"),))
    store.put_label_set(mine, "ann")
    store.remember("window", '{"zoom": 1.5}')
    store.remember("window", '{"zoom": 2.0}')
    assert (store.label_set(), store.remembered("window"), store.remembered("other")) == (mine, '{"zoom": 2.0}', None)


def test_a_letter_that_is_not_there_is_told(store: Store) -> None:
    for ask in (store.letter, store.pdf, lambda number: store.read_again(number, letter(), "ann")):
        with pytest.raises(NoSuchLetter, match="no letter 7"):
            ask(7)


def test_the_queue_can_be_sorted_by_every_column(store: Store) -> None:
    for number in ("CM16-0000003", "CM16-0000001", "CM16-0000002"):
        added(store, letter(number, items=int(number[-1]) % 3))
    for order in Order:
        rows = store.queue(QueueQuery(order=order), 0, 9)
        keys = [(getattr(row, order.value), row.id) for row in rows]
        assert keys == sorted(keys)
        assert store.queue(QueueQuery(order=order, descending=True), 0, 9) == rows[::-1]
