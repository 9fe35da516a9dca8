"""Records and edits: applying then taking back is identity, whatever was done."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter import edits, path
from imr_desk.letter.entry import NOTHING, Absence, Absent, Entry, Found, State
from imr_desk.letter.field import FIELDS, form_order, is_field, single_fields, spec_of
from imr_desk.letter.record import Record, blank_record, is_under
from imr_desk.letter.span import Span


def found(value: str | int, confidence: float = 0.5) -> Found:
    return Found(value, Span(0, 3), "test", confidence)


def letter_with_items(*requests: str) -> Record:
    record = blank_record()
    for place, request in enumerate(requests):
        record = edits.insert("add", record, "items", place).apply(record)
        record = edits.correct("type", record, f"items[{place}].request", found(request)).apply(record)
    return record


def requests_of(record: Record) -> list[object]:
    return [record.at(f"{item}.request").value for item in record.each("items")]


@pytest.mark.parametrize("text", ["", "a..b", "items[", "items[x]", ".a", "a b", "items[1]]"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no field path"):
        path.steps(text)


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.pattern)
def test_every_field_is_found_again_by_any_of_its_paths(spec: object) -> None:
    one = next(s for s in FIELDS if s is spec)
    somewhere = one.pattern.replace("[]", "[7]")
    assert spec_of(somewhere) is one
    assert path.join(path.steps(somewhere)) == somewhere


def test_a_record_keeps_the_order_of_the_form_and_counts_its_lists() -> None:
    shuffled = ["items[10].request", "items[2].decision", "patient.age", "items[2].request", "header.case_number"]
    record = Record(dict.fromkeys(shuffled, NOTHING))
    ordered = ["header.case_number", "patient.age", "items[2].request", "items[2].decision", "items[10].request"]
    assert list(record) == ordered
    assert record.count("items") == 11
    assert sorted(shuffled, key=form_order) == ordered


def test_a_blank_record_has_every_single_field_and_no_entries() -> None:
    record = blank_record()
    assert set(record) == {spec.pattern for spec in single_fields()}
    assert not record.counts


def test_a_new_item_has_every_single_field_of_an_item() -> None:
    record = letter_with_items("a")
    assert {path.pattern(p) for p in record.under("items")} == {s.pattern for s in single_fields("items[]")}
    assert all(is_field(p) for p in record)


@given(st.lists(st.text("ab", max_size=3), max_size=5), st.data())
def test_inserting_moving_and_removing_reorder_whole_items(requests: list[str], data: st.DataObject) -> None:
    record = letter_with_items(*requests)
    at = data.draw(st.integers(0, len(requests)))
    grown = edits.insert("add", record, "items", at)
    assert requests_of(grown.apply(record)) == [*requests[:at], None, *requests[at:]]
    if requests:
        old, new = (data.draw(st.integers(0, len(requests) - 1)) for _ in range(2))
        wanted = list(requests)
        wanted.insert(new, wanted.pop(old))
        moved = edits.move("move", record, "items", old, new)
        assert requests_of(moved.apply(record)) == wanted
        removed = edits.remove("remove", record, "items", old)
        assert requests_of(removed.apply(record)) == [*requests[:old], *requests[old + 1 :]]
        for edit in (grown, moved, removed):
            assert edit.inverse().apply(edit.apply(record)) == record


def test_two_edits_as_one_are_both_edits_and_may_cancel_out() -> None:
    record = blank_record()
    first = edits.correct("one", record, "patient.age", found(1))
    second = edits.correct("two", first.apply(record), "patient.age", found(2))
    both = first.then(second)
    assert both.apply(record) == second.apply(first.apply(record))
    assert both.inverse().apply(both.apply(record)) == record
    assert first.then(first.inverse()).empty


def test_confirming_keeps_the_outcome_and_says_that_a_person_looked() -> None:
    entry = Entry(found("x")).confirmed()
    assert (entry.outcome, entry.state) == (found("x"), State.CONFIRMED)


def test_confirming_an_absence_says_that_the_letter_does_not_say() -> None:
    entry = NOTHING.confirmed()
    assert entry.outcome == Absent(Absence.NOT_IN_LETTER)
    assert entry.parsers == Absent(Absence.NOT_FOUND)


def test_a_correction_keeps_what_the_parser_said_however_often_it_is_corrected() -> None:
    entry = Entry(found("parser's")).corrected(found("first")).corrected(found("second"))
    assert (entry.value, entry.parsers, entry.state) == ("second", found("parser's"), State.CORRECTED)


def test_correcting_to_the_same_value_is_confirming() -> None:
    assert Entry(found("x")).corrected(found("x")).state is State.CONFIRMED


@pytest.mark.parametrize(
    ("field", "entry", "needs"),
    [
        ("patient.age", Entry(found(54, 0.5)), True),
        ("patient.age", Entry(found(54, 0.99)), False),
        ("patient.age", Entry(found(54, 0.5), State.CONFIRMED), False),
        ("patient.age", NOTHING, True),
        ("patient.age", Entry(Absent(confidence=0.99)), False),
        ("patient.age", Entry(Absent(Absence.STATED_UNKNOWN)), False),
        ("patient.injury_date", NOTHING, False),
    ],
)
def test_what_needs_a_look(field: str, entry: Entry, needs: bool) -> None:
    assert Record({field: entry}).to_look_at == ((field,) if needs else ())


def test_a_record_crosses_a_process_border_whole() -> None:
    record = letter_with_items("a", "b")
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("ancestor", ["", "items", "items[0]", "items[1]", "items[1].medication", "patient", "item"])
def test_what_lies_under_a_part_is_found_in_the_order_of_the_form(ancestor: str) -> None:
    record = letter_with_items("one", "two")
    assert record.under(ancestor) == tuple(path for path in record if is_under(path, ancestor))
