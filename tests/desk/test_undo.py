"""One history for the sitting: over fields, highlights, items, reviews, lists of letters, from letter to letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import Saved
from imr_desk.desk.sitting.open_letter import OpenLetter, opened
from imr_desk.desk.sitting.returning import Returned
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.entry import Absence
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.letter.work import USUAL, Work, WorkChange
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import Standing
from imr_desk.store.store import Store
from tests.desk.deciding import bring_into
from tests.desk.stocked import LETTERS, stocked
from tests.making import Inline


def as_kept(store: Store) -> tuple[OpenLetter, ...]:
    return tuple(opened(store.letter(number)) for number in LETTERS)


def on_desk(session: Session) -> int:
    assert session.letter is not None
    return session.letter.id


def titles(session: Session) -> list[str]:
    return [step.title for step in session.history.steps]


def give(title: str, name: str) -> WorkChange:
    return WorkChange(title, USUAL, Work(0, name))


def test_the_first_edit_taken_back_leaves_the_letter_as_nobody_had_begun_it(store: Store, session: Session) -> None:
    before = as_kept(store)
    session.confirm("patient.age")
    assert session.state is LetterState.IN_REVIEW
    session.undo()
    assert session.state is LetterState.TO_REVIEW
    assert as_kept(store) == before
    session.redo()
    assert store.letter(1).state is LetterState.IN_REVIEW


def test_a_first_edit_back_at_its_start_leaves_no_step_and_no_begun_review(store: Store, session: Session) -> None:
    before = as_kept(store)
    session.type_value("patient.age", "55")
    session.restore_parsers("patient.age")
    assert not session.history.steps
    assert as_kept(store) == before
    assert session.state is LetterState.TO_REVIEW


def test_a_step_in_another_letter_is_taken_back_before_ones_eyes(store: Store, session: Session) -> None:
    seen: list[Returned] = []
    session.returned.connect(seen.append)
    session.type_value("patient.age", "55")
    session.show(2)
    session.undo()
    assert on_desk(session) == 1
    assert session.record.at("patient.age").value == 54
    assert store.letter(1).record.at("patient.age").value == 54
    (returned,) = seen
    assert (returned.back, returned.in_sight, returned.step.fields) == (True, False, ("patient.age",))
    assert returned.step.where == "CM16-9000001"
    session.show(3)
    session.redo()
    assert (on_desk(session), session.record.at("patient.age").value) == (1, 55)


def test_opening_letters_is_no_step_and_forgets_none(session: Session) -> None:
    session.show(2)
    session.show(1)
    assert not session.history.steps
    session.confirm("patient.age")
    session.show(2)
    session.add_highlight("criteria", Span(0, 4))
    session.close_letter()
    assert titles(session) == ["confirm Age", "highlight"]


def test_edits_of_one_field_do_not_merge_across_letters(session: Session) -> None:
    session.type_value("patient.age", "55")
    session.show(2)
    session.type_value("patient.age", "56")
    assert len(session.history.steps) == 2


def test_verifying_is_taken_back_from_the_next_letter(store: Store, session: Session) -> None:
    bring_into(LetterState.VERIFIED, session)
    session.show(2)
    session.undo()
    assert on_desk(session) == 1
    assert (session.state, store.letter(1).state) == (LetterState.TO_REVIEW, LetterState.TO_REVIEW)


def test_a_step_over_many_letters_is_one_transaction_there_and_back(store: Store, session: Session) -> None:
    before = as_kept(store)
    seen: list[Returned] = []
    session.returned.connect(seen.append)
    session.do_many("give to Ben", [(number, give("give to Ben", "ben")) for number in LETTERS])
    assert [one.work.assignee for one in store.standings(LETTERS)] == ["ben"] * 3
    assert session.work.assignee == "ben"
    session.undo()
    assert as_kept(store) == before
    assert session.work == USUAL
    assert (seen[0].step.where, seen[0].in_sight, on_desk(session)) == ("3 letters", True, 1)
    at = {event.at for number in LETTERS for event in store.events(number) if event.title == "undo give to Ben"}
    assert len(at) == 1


def test_a_step_over_many_letters_says_how_many(store: Store, session: Session) -> None:
    session.do_many("give to Ben", [(number, give("give to Ben", "ben")) for number in (1, 3)])
    assert [one.work.assignee for one in store.standings(LETTERS)] == ["ben", "", "ben"]
    assert session.history.steps[0].where == "2 letters"


def test_a_verified_letter_can_be_given_to_somebody_but_not_edited(session: Session) -> None:
    bring_into(LetterState.VERIFIED, session)
    assert session.do(give("give to Ben", "ben"))
    assert session.state is LetterState.VERIFIED
    assert not session.confirm("patient.age")


def test_giving_a_letter_to_somebody_does_not_begin_its_review(session: Session) -> None:
    session.do(give("give to Ben", "ben"))
    assert session.state is LetterState.TO_REVIEW


def test_a_jump_takes_back_all_steps_between(store: Store, session: Session) -> None:
    before = as_kept(store)
    session.confirm("patient.age")
    session.show(2)
    session.confirm("items[0].decision")
    session.show(3)
    session.add_highlight("criteria", Span(0, 4))
    done = as_kept(store)
    session.go_to_step(0)
    assert as_kept(store) == before
    assert on_desk(session) == 1
    session.go_to_step(3)
    assert [one.record for one in as_kept(store)] == [one.record for one in done]
    assert on_desk(session) == 3
    session.go_to_step(99)
    assert session.history.place == 3


def test_what_others_changed_first_is_not_overwritten_said_and_shown(store: Store, session: Session) -> None:
    told: list[str] = []
    session.overtaken.connect(told.append)
    session.type_value("patient.age", "55")
    session.end_visit()
    session.confirm("items[0].decision")
    elsewhere(store, 1, "57")
    session.undo()
    session.undo()
    assert told[0].startswith("Age of 1.pdf was changed elsewhere meanwhile.")
    assert session.record.at("patient.age").value == 57
    assert store.letter(1).record.at("patient.age").value == 57
    assert titles(session) == ["confirm Item 1, Decision"]
    assert session.saving == Saved()


def test_a_step_on_values_that_have_changed_is_left_as_it_is(store: Store, session: Session) -> None:
    told: list[str] = []
    session.overtaken.connect(told.append)
    session.type_value("patient.age", "55")
    elsewhere(store, 1, "57")
    session.show(1)
    session.undo()
    assert "correct Age" in told[0]
    assert session.record.at("patient.age").value == 57
    assert not session.history.steps


def test_a_conflict_over_many_letters_changes_none_of_them(store: Store, session: Session) -> None:
    told: list[str] = []
    session.overtaken.connect(told.append)
    session.do_many("give to Ben", [(number, give("give to Ben", "ben")) for number in LETTERS])
    store.commit(3, WorkChange("give to Cleo", Work(0, "ben"), Work(0, "cleo")), "cleo")
    session.undo()
    assert [one.work.assignee for one in store.standings(LETTERS)] == ["ben", "ben", "cleo"]
    assert session.work.assignee == "ben"
    assert not session.history.steps
    assert told[0].startswith("The priority or the assignee of 3.pdf")


def test_changes_to_many_that_the_open_letter_does_not_fit_are_refused(store: Store, session: Session) -> None:
    reasons: list[str] = []
    session.refused.connect(reasons.append)
    session.do(give("give to Ben", "ben"))
    assert not session.do_many("give to Cleo", [(number, give("give to Cleo", "cleo")) for number in LETTERS])
    assert [one.work.assignee for one in store.standings(LETTERS)] == ["ben", "", ""]
    assert reasons


def test_edits_behind_one_that_was_overtaken_go_with_it_and_those_of_other_letters_stay(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("The disk sleeps.")

    with monkeypatch.context() as asleep:
        asleep.setattr(store, "commit_all", refuse)
        session.type_value("patient.age", "55")
        session.end_visit()
        session.type_value("patient.age", "56")
        session.show(2)
        session.type_value("patient.age", "58")
    elsewhere(store, 1, "57")
    session.try_saving_again()
    assert session.saving == Saved()
    assert [store.letter(number).record.at("patient.age").value for number in (1, 2)] == [57, 58]
    assert titles(session) == ["correct Age"]
    assert session.history.steps[0].letter_id == 2


def test_a_mistake_of_the_programs_own_keeps_the_edit_and_is_not_shown_as_saved(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as stumbling, qtbot.captureExceptions() as errors:
        stumbling.setattr(store, "commit_all", stumble)
        session.type_value("patient.age", "55")
    assert [kind for kind, *_ in errors] == [ZeroDivisionError]
    assert session.saving != Saved()
    session.try_saving_again()
    assert session.saving == Saved()
    assert store.letter(1).record.at("patient.age").value == 55


def elsewhere(store: Store, letter_id: int, age: str) -> None:
    """Another program on the same store types an age."""
    other = Session(Keeper(store, Inline()), "cleo", Inline())
    other.show(letter_id)
    assert other.type_value("patient.age", age)


fields = st.sampled_from(["patient.age", "header.case_number", "items[0].request", "items[0].decision"])
Move = Callable[[Session], object]
moves: st.SearchStrategy[Move] = st.one_of(
    st.sampled_from(LETTERS).map(lambda number: lambda s: s.show(number)),
    st.just(lambda s: s.close_letter()),
    st.just(lambda s: s.end_visit()),
    fields.map(lambda path: lambda s: s.confirm(path)),
    fields.map(lambda path: lambda s: s.mark_absent(path, Absence.ILLEGIBLE)),
    fields.map(lambda path: lambda s: s.restore_parsers(path)),
    st.integers(50, 53).map(lambda age: lambda s: s.type_value("patient.age", str(age))),
    st.integers(0, 1).map(lambda at: lambda s: at <= s.record.count("items") and s.add_entry("items", at)),
    st.integers(0, 1).map(lambda at: lambda s: at < s.record.count("items") and s.remove_entry(f"items[{at}]")),
    st.integers(0, 9).map(lambda start: lambda s: s.add_highlight("criteria", Span(start, start + 4))),
    st.just(lambda s: s.highlights and s.remove_highlight(s.highlights[0])),
    st.sampled_from(LetterState).map(lambda state: lambda s: bring_into(state, s)),
    st.sets(st.sampled_from(LETTERS), min_size=1).map(lambda ids: lambda s: raise_all(s, sorted(ids))),
    st.integers(0, 12).map(lambda place: lambda s: s.go_to_step(place)),
    st.just(lambda s: s.undo()),
    st.just(lambda s: s.redo()),
)
"""What a person might do; what makes no sense at the moment is not done."""


def urgent(work: Work) -> Work:
    return replace(work, priority=work.priority + 1)


def raise_all(session: Session, ids: Sequence[int]) -> None:
    def raised(standings: Sequence[Standing]) -> None:
        session.do_many("raise", [(one.id, WorkChange("raise", one.work, urgent(one.work))) for one in standings])

    session.keeper.ask(lambda store: store.standings(ids), raised)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(moves, max_size=25))
def test_whatever_is_done_undone_and_opened_store_desk_and_history_say_the_same(
    qapp: object, sequence: list[Move]
) -> None:
    with TemporaryDirectory() as folder, stocked(Path(folder)) as (store, session):
        untouched = as_kept(store)
        for move in sequence:
            move(session)
            assert session.saving == Saved()
            model = list(untouched)
            for step in session.history.steps[: session.history.place]:
                for letter_id, change in step.changes:
                    assert model[letter_id - 1].holds([change])
                    model[letter_id - 1] = model[letter_id - 1].after(change)
            assert as_kept(store) == tuple(model)
            assert session.letter is None or session.letter == model[session.letter.id - 1]
        session.go_to_step(0)
        assert as_kept(store) == untouched
        assert not list(store.damages())
