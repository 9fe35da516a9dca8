"""Letters chosen in the list, and what is done to all of them at once: asked with the count, one undo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.work import Work
from imr_desk.store.queue.query import Order, QueueQuery
from imr_desk.ui.actions import FOR_CHOSEN, When
from imr_desk.ui.queue.letter_table import LetterTable
from imr_desk.ui.window.action_set import Situation
from imr_desk.ui.window.leaving import Leave
from tests.ui.window import WholeDesk


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    """Three letters in the list, the last of them verified."""
    whole_desk.add(1, 2, 3)
    verified = ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED))
    whole_desk.store.commit(3, verified, "ann")
    whole_desk.parts.queue.refresh()
    table_of(whole_desk).setFocus()
    return whole_desk


def table_of(desk: WholeDesk) -> LetterTable:
    return desk.window.work.queue.table


def choose(desk: WholeDesk, row: int) -> None:
    """Choose the row alone and stand on it, whatever keys an earlier test has left pressed."""
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table_of(desk).selectionModel().setCurrentIndex(desk.parts.queue.index(row, 0), how)


def states(desk: WholeDesk) -> list[LetterState]:
    return [row.state for row in desk.store.queue(QueueQuery(), 0, 9)]


def test_all_letters_are_postponed_with_one_reason_and_taken_back_with_one_undo(desk: WholeDesk) -> None:
    before = states(desk)
    QTest.keyClick(table_of(desk), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.work.queue.chosen.count == 3
    assert desk.window.work.queue.said == "3 letters chosen"
    desk.trigger("postpone")
    assert states(desk) == [LetterState.POSTPONED, LetterState.POSTPONED, LetterState.VERIFIED]
    assert desk.store.letter(1).reason == "Pages missing"
    assert desk.person.asked[-1] == (
        "Postpone 2 letters?",
        "1 letter stays as it is: its state does not allow it.",
    )
    assert desk.window.messages.text == "Postponed: 2 letters."
    assert desk.window.actions_.of("undo").text() == "&Undo postpone 2 letters"
    desk.trigger("undo")
    assert states(desk) == before
    assert desk.window.messages.text == "Taken back in 2 letters: postpone 2 letters."


def test_letters_are_rejected_and_reopened_and_never_verified(desk: WholeDesk) -> None:
    assert "verify" not in FOR_CHOSEN
    table_of(desk).selectAll()
    desk.trigger("reject")
    assert states(desk) == [LetterState.REJECTED, LetterState.REJECTED, LetterState.VERIFIED]
    table_of(desk).selectAll()
    desk.person.agrees = False
    desk.trigger("reopen")
    assert LetterState.IN_REVIEW not in states(desk)
    desk.person.agrees = True
    desk.trigger("reopen")
    assert states(desk) == [LetterState.IN_REVIEW] * 3


def test_what_makes_no_sense_for_any_of_them_is_not_asked(desk: WholeDesk) -> None:
    choose(desk, 0)
    desk.trigger("reopen")
    assert "none of them is in a state for it" in desk.window.messages.text
    assert desk.person.asked == []


def test_letters_are_assigned_and_given_a_priority(desk: WholeDesk) -> None:
    table_of(desk).selectAll()
    desk.person.choice = "ann"
    desk.trigger("assign")
    desk.person.choice = "urgent"
    desk.trigger("priority")
    assert [desk.store.letter(one).work for one in (1, 2, 3)] == [Work(2, "ann")] * 3
    desk.trigger("undo")
    desk.trigger("undo")
    assert [desk.store.letter(one).work for one in (1, 2, 3)] == [Work()] * 3


def test_the_open_letter_is_meant_while_the_keyboard_is_at_it(desk: WholeDesk) -> None:
    desk.open(1)
    desk.person.choice = "high"
    desk.trigger("priority")
    assert [desk.store.letter(one).work.priority for one in (1, 2)] == [1, 0]
    assert "high" in desk.window.top_bar.work.text()


def test_the_letter_that_the_list_stands_on_is_meant_while_the_keyboard_is_in_the_list(desk: WholeDesk) -> None:
    desk.open(1)
    table_of(desk).setFocus()
    choose(desk, 1)
    desk.trigger("postpone")
    assert states(desk)[:2] == [LetterState.TO_REVIEW, LetterState.POSTPONED]
    assert desk.person.asked[-1][0].startswith("Postpone CM")
    assert desk.parts.session.letter is not None
    assert desk.parts.session.letter.id == 1


def test_all_letters_listed_are_chosen_from_the_menu_too(desk: WholeDesk) -> None:
    desk.open(1)
    desk.trigger("choose_all")
    assert desk.window.work.queue.chosen.count == 3
    assert table_of(desk).hasFocus()


def test_chosen_letters_go_out_whatever_their_state(desk: WholeDesk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.person.target = tmp_path / "some.jsonl"
    choose(desk, 1)
    with qtbot.waitSignal(desk.parts.exporter.finished):
        desk.trigger("export_chosen")
    (letter,) = map(json.loads, desk.person.target.read_text("utf-8").splitlines())
    assert letter["source"]["file"] == desk.store.letter(2).file


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_letters_are_chosen_with_shift_and_the_menu_offers_what_can_be_done(desk: WholeDesk, qtbot: QtBot) -> None:
    table = table_of(desk)
    choose(desk, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.work.queue.chosen.count == 2
    table.menu_requested.emit(table.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.objectName() for action in menu.actions()] == list(FOR_CHOSEN)
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_letters_that_came_into_the_rows_of_chosen_ones_are_left_alone(desk: WholeDesk) -> None:
    desk.parts.queue.sort(0)
    table_of(desk).selectAll()
    (other,) = desk.add(4)
    first = desk.store.queue(QueueQuery(order=Order.CASE_NUMBER), 0, 9)
    desk.parts.queue.refresh()
    if [row.id for row in first].index(other) < 3:
        assert desk.window.work.queue.chosen.count == 0
    desk.trigger("postpone")
    assert desk.store.letter(other).state is LetterState.TO_REVIEW


def test_what_is_stopped_is_said_and_taken_back_with_one_undo(desk: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imr_desk.desk.keeping.bulk.FIRST_PIECE", 1)
    bulk = desk.parts.session.bulk
    bulk.changed.connect(bulk.stop)
    table_of(desk).selectAll()
    desk.person.choice = "ann"
    desk.trigger("assign")
    assert desk.window.messages.text == "Assigned to ann: 1 letter. Stopped: the last 2 are as they were."
    assert [desk.store.letter(one).work.assignee for one in (1, 2, 3)] == ["ann", "", ""]
    desk.trigger("undo")
    assert [desk.store.letter(one).work for one in (1, 2, 3)] == [Work()] * 3


def test_the_strip_says_how_far_it_is_and_nothing_else_is_done_to_many_meanwhile(
    desk: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imr_desk.desk.keeping.bulk.FIRST_PIECE", 1)
    strip, told = desk.window.bulk_strip, []

    def look() -> None:
        strip.show()
        told.append(strip.said)
        desk.parts.session.undo()
        told.append(desk.window.messages.text)

    desk.parts.session.bulk.changed.connect(look)
    table_of(desk).selectAll()
    desk.person.choice = "ann"
    desk.trigger("assign")
    assert told[2] == "Assign 3 letters: 1 of 3"
    assert told[3].startswith("Letters are still being changed: assign 3 letters.")
    assert strip.isHidden()


def test_nobody_is_offered_to_take_back_what_is_being_taken_back(desk: WholeDesk) -> None:
    offered: list[str] = []
    table_of(desk).selectAll()
    desk.trigger("postpone")
    assert desk.window.messages.text == "Postponed: 2 letters."
    desk.parts.session.bulk.changed.connect(lambda _: offered.append(desk.window.messages.text))
    desk.trigger("undo")
    assert offered == [""]


def test_who_leaves_meanwhile_is_asked(desk: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imr_desk.desk.keeping.bulk.FIRST_PIECE", 1)
    answers = []
    window, bulk = desk.window, desk.parts.session.bulk

    def leave() -> None:
        for desk.person.agrees in (False, True):
            answers.append(window.leaving.ask(lambda: None))

    bulk.changed.connect(leave)
    desk.person.choice = "high"
    table_of(desk).selectAll()
    desk.trigger("priority")
    assert answers[:2] == [Leave.NOT, Leave.LATER]
    assert bulk.done == 1


def test_what_the_last_sitting_did_not_finish_is_told(desk: WholeDesk) -> None:
    desk.store.remember("desk.bulk.clerk", '["assign 3 letters", 1, 3]')
    desk.parts.session.bulk.look_back()
    assert "1 of 3 letters were gone through" in desk.window.messages.text


def test_another_filter_lets_go_of_what_was_chosen(desk: WholeDesk) -> None:
    table_of(desk).selectAll()
    desk.parts.queue.filter_states(frozenset({LetterState.TO_REVIEW}))
    assert desk.window.work.queue.chosen.count == 0


@pytest.mark.parametrize("when", [When.CHOSEN, When.MOVABLE, When.CLOSED_ONES, When.SOME])
def test_what_is_done_to_chosen_letters_needs_no_open_one(when: When) -> None:
    assert Situation(None, chosen=True).allows(when)
    assert not Situation(None).allows(when)
