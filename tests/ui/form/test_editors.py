"""Each editor yields a domain value, by key or mouse, and none without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from imr_desk.letter.entry import Absence, Absent, State
from imr_desk.letter.review import LetterState
from imr_desk.ui.form.editors.choice import ChoiceEditor
from tests.desk.deciding import bring_into
from tests.ui.form.desk import Desk

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("header.case_number", "CM16-9000002", "CM16-9000002"),
        ("header.decision_date", "03/04/2017", "2017-03-04"),
        ("header.decision_date", "March 4, 2017", "2017-03-04"),
        ("patient.age", "55", 55),
        ("items[0].medication.quantity", "90", 90),
        ("items[0].request", "Tramadol 50mg #90", "Tramadol 50mg #90"),
    ],
)
def test_what_is_typed_becomes_a_value_on_leaving(desk: Desk, path: str, words: str, value: object) -> None:
    desk.type(path, words)
    assert desk.at(path).state is State.MACHINE
    desk.press(Qt.Key.Key_Tab)
    assert (desk.value(path), desk.at(path).state) == (value, State.CORRECTED)


@pytest.mark.parametrize("path", ["header.decision_date", "patient.age"])
def test_words_that_say_no_value_stay_with_the_reason_below_and_esc_takes_them_back(desk: Desk, path: str) -> None:
    before = desk.at(path)
    row = desk.field(path)
    shown = row.editor.text()
    desk.type(path, "nonsense")
    desk.press(Qt.Key.Key_Return)
    assert desk.at(path) == before
    assert row.editor.text() == "nonsense"
    assert "nonsense" in row.remark.text()
    assert desk.focus.path == path
    desk.press(Qt.Key.Key_Escape)
    assert (row.editor.text(), row.remark.text()) == (shown, "")


def test_emptying_a_field_says_that_the_letter_has_no_such_value(desk: Desk) -> None:
    desk.type("header.case_number", "")
    desk.press(Qt.Key.Key_Tab)
    outcome = desk.at("header.case_number").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is Absence.NOT_IN_LETTER


def test_a_list_gives_its_nth_value_at_alt_and_its_number(desk: Desk) -> None:
    row = desk.field("items[0].decision")
    assert isinstance(row.editor, ChoiceEditor)
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.value("items[0].decision") == row.editor.itemData(1)


def test_a_closed_list_changes_neither_by_wheel_nor_by_arrows(desk: Desk) -> None:
    editor = desk.field("items[0].decision").editor
    turn = QPoint(0, -120)
    at = QPointF(4, 4)
    still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(editor, QWheelEvent(at, at, turn, turn, *still, False))
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    assert len(desk.session.history.steps) == 0
    assert isinstance(editor, ChoiceEditor)
    assert editor.currentData() == "upheld"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_list_opens_at_the_space_bar_and_takes_what_is_chosen_in_it(desk: Desk) -> None:
    editor = desk.field("items[0].decision").editor
    assert isinstance(editor, ChoiceEditor)
    desk.press(Qt.Key.Key_Space)
    view = editor.view()
    row = editor.findData("overturned")
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.visualRect(editor.model().index(row, 0)).center(),
    )
    assert desk.value("items[0].decision") == "overturned"


def test_a_flag_turns_at_the_space_bar(desk: Desk) -> None:
    desk.field("items[0].retrospective")
    desk.press(Qt.Key.Key_Space)
    assert desk.value("items[0].retrospective") is True
    assert desk.at("items[0].retrospective").state is State.CORRECTED


def test_plain_letters_are_words_not_commands(desk: Desk) -> None:
    desk.type("header.case_number", "nlmu")
    assert desk.field("header.case_number").editor.text() == "nlmu"
    assert len(desk.session.history.steps) == 0


def test_a_long_text_shows_some_lines_until_it_is_unfolded(desk: Desk) -> None:
    row = desk.field("items[0].rationale")
    folded = row.editor.height()
    desk.type("items[0].rationale", "word " * 400)
    row.editor.fold(False)
    desk.settle()
    assert row.editor.height() > 3 * folded


def test_undo_is_the_letters_once_words_have_been_handed_over(desk: Desk) -> None:
    desk.type("header.case_number", "CM16-9000002")
    desk.press(Qt.Key.Key_Tab)
    desk.session.undo()
    assert desk.field("header.case_number").editor.text() == "CM16-9000001"


def test_a_verified_letter_takes_no_choice_and_says_why(desk: Desk) -> None:
    bring_into(LetterState.VERIFIED, desk.session)
    editor = desk.field("items[0].decision").editor
    desk.press(Qt.Key.Key_2, ALT)
    assert isinstance(editor, ChoiceEditor)
    assert editor.currentData() == "upheld"
    assert "verified" in desk.field("items[0].decision").remark.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_nearly_known_name_is_taken_by_a_click_and_a_refusal_takes_none(desk: Desk) -> None:
    path = "reviewer.specialties[0]"
    desk.type(path, "Pain Managment")
    desk.press(Qt.Key.Key_Return)
    QTest.mouseClick(desk.field(path).remark, Qt.MouseButton.LeftButton)
    assert desk.value(path) == "Pain Management"
    desk.type("patient.age", "nonsense")
    desk.press(Qt.Key.Key_Return)
    QTest.mouseClick(desk.field("patient.age").remark, Qt.MouseButton.LeftButton)
    assert desk.value("patient.age") == 54
