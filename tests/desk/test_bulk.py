"""A change to many letters: piece by piece, stopped where the person says so, one step of the history."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from imr_desk.desk.keeping.bulk import BulkEnd, CutShort
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.returning import Returned
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.work import WorkChange
from imr_desk.store.file.errors import StoreFull
from imr_desk.store.kept.stored import Standing
from imr_desk.store.store import Store
from tests.desk.stocked import LETTERS
from tests.making import Inline


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first piece has one letter, the next one or two."""
    monkeypatch.setattr("imr_desk.desk.keeping.bulk.FIRST_PIECE", 1)


def give(session: Session, name: str = "ben") -> BulkEnd:
    """Assign all letters."""
    ends: list[BulkEnd] = []

    def wish(one: Standing) -> WorkChange | None:
        return WorkChange("give", one.work, replace(one.work, assignee=name)) if one.work.assignee != name else None

    session.change_each(lambda letters: f"give {letters}", len(LETTERS), LETTERS, wish, ends.append)
    return ends[-1]


def assignees(store: Store) -> list[str]:
    return [one.work.assignee for one in store.standings(LETTERS)]


def stop_after_a_piece(session: Session) -> None:
    session.bulk.changed.connect(session.bulk.stop)


def test_all_letters_are_changed_as_one_step_and_taken_back_and_done_again_as_one(
    store: Store, session: Session
) -> None:
    assert give(session).done == 3
    assert assignees(store) == ["ben"] * 3
    assert [step.title for step in session.history.steps] == ["give 3"]
    assert session.work.assignee == "ben"
    session.undo()
    assert assignees(store) == [""] * 3
    assert session.work.assignee == ""
    assert store.events(2)[-1].title == "undo give 3"
    session.redo()
    assert assignees(store) == ["ben"] * 3


def test_letters_that_are_so_already_are_no_part_of_the_step(store: Store, session: Session) -> None:
    stop_after_a_piece(session)
    give(session)
    session.bulk.changed.disconnect(session.bulk.stop)
    assert len(give(session).changes) == 2
    session.undo()
    assert assignees(store) == ["ben", "", ""]


def test_a_stopped_change_is_a_step_of_what_was_done(store: Store, session: Session) -> None:
    stop_after_a_piece(session)
    end = give(session)
    assert (len(end.changes), end.left) == (1, 2)
    assert assignees(store) == ["ben", "", ""]
    assert session.history.last is not None
    assert session.history.last.title == "give 1"


def test_an_undo_that_is_stopped_goes_on_where_it_stopped(store: Store, session: Session) -> None:
    give(session)
    stop_after_a_piece(session)
    session.undo()
    assert assignees(store) == ["", "ben", "ben"]
    session.bulk.changed.disconnect(session.bulk.stop)
    session.redo()
    assert assignees(store) == ["ben"] * 3
    session.undo()
    session.undo()
    assert assignees(store) == [""] * 3


def test_what_others_changed_meanwhile_is_not_taken_back(store: Store, session: Session) -> None:
    give(session)
    two = store.standings([2])[0].work
    store.commit(2, WorkChange("take", two, replace(two, assignee="cleo")), "cleo")
    returned: list[Returned] = []
    session.returned.connect(returned.append)
    session.undo()
    assert assignees(store) == ["", "cleo", ""]
    assert returned[0].end is not None
    assert len(returned[0].end.changes) == 2


def test_a_jump_through_the_history_passes_a_step_over_many_letters(store: Store, session: Session) -> None:
    session.postpone("later")
    give(session)
    session.postpone("much later")
    session.reopen()
    session.go_to_step(0)
    assert assignees(store) == [""] * 3
    assert store.standings([1])[0].review.state is LetterState.TO_REVIEW
    session.go_to_step(3)
    assert assignees(store) == ["ben"] * 3


def test_one_change_to_many_letters_at_a_time(store: Store, session: Session) -> None:
    refused: list[str] = []
    session.held_up.connect(refused.append)
    session.bulk.changed.connect(lambda _: session.undo())
    session.postpone("later")
    give(session)
    assert refused[0].startswith("Letters are still being changed: give 3.")
    assert store.standings([1])[0].review.reason == "later"


def test_what_a_killed_program_left_half_done_is_told_once(store: Store, session: Session) -> None:
    told: list[CutShort] = []

    def begin_another_sitting() -> None:
        later = Session(Keeper(store, Inline()), "ann", Inline())
        later.bulk.cut_short.connect(told.append)
        later.bulk.look_back()
        later.bulk.look_back()

    session.bulk.changed.connect(lambda _: begin_another_sitting() if not told else None)
    give(session)
    assert told == [CutShort("give 3", 1, 3)]
    begin_another_sitting()
    assert len(told) == 1


def test_a_full_disk_ends_it_with_what_is_done(store: Store, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFull("There is no room.")

    session.bulk.changed.connect(lambda _: monkeypatch.setattr(store, "change_each", full))
    end = give(session)
    assert (end.done, end.trouble) == (1, "There is no room.")
    monkeypatch.undo()
    session.undo()
    assert assignees(store) == [""] * 3


def test_a_damaged_letter_is_left_out_and_named(store: Store, session: Session) -> None:
    other = Database(store.path)
    other.execute("UPDATE letters SET reason = 'flipped' WHERE id = 2")
    other.conn.commit()
    end = give(session)
    assert [letter_id for letter_id, _ in end.changes] == [1, 3]
    assert "2.pdf" in end.left_out[0]


def test_the_letter_on_the_desk_follows(store: Store, session: Session) -> None:
    def reject(one: Standing) -> ReviewChange:
        return ReviewChange("reject", one.review, Review(LetterState.REJECTED, "no letter"))

    session.change_each(lambda letters: f"reject {letters}", len(LETTERS), LETTERS, reject, lambda _: None)
    assert session.state is LetterState.REJECTED
    session.undo()
    assert session.state is LetterState.TO_REVIEW
