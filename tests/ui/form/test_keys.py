"""The whole job by keyboard: confirm and go on, absences, the parser's value back, sections, lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from imr_desk.letter.entry import Absence, Absent, State
from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.form.field.remark import Remark
from imr_desk.ui.form.findings.reason_line import ReasonEdit
from imr_desk.ui.form.parts.part_head import PartHead
from tests.ui.form.desk import Desk

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_enter_confirms_and_goes_to_the_next_field_to_look_at(desk: Desk) -> None:
    desk.field("header.ur_denial_date")
    desk.press(Qt.Key.Key_Return)
    assert desk.at("header.ur_denial_date").state is State.CONFIRMED
    assert desk.focus.path == desk.session.next_attention("header.ur_denial_date")


def test_enter_in_a_field_being_typed_in_takes_the_words(desk: Desk) -> None:
    desk.type("patient.age", "55")
    desk.press(Qt.Key.Key_Enter)
    assert (desk.value("patient.age"), desk.at("patient.age").state) == (55, State.CORRECTED)


def test_enter_in_a_long_text_confirms_it(desk: Desk) -> None:
    desk.field("items[0].request")
    desk.press(Qt.Key.Key_Return)
    assert desk.at("items[0].request").state is State.CONFIRMED


def test_enter_goes_on_from_the_letter_once_nothing_is_left_and_not_with_the_press_that_confirms(desk: Desk) -> None:
    wished: list[bool] = []
    desk.form.verify_requested.connect(lambda: wished.append(True))
    desk.session.confirm_all(tuple(desk.session.record), "confirm all")
    desk.type("patient.age", "55")
    desk.press(Qt.Key.Key_Return)
    assert (desk.value("patient.age"), wished) == (55, [])
    desk.session.checking.put(())  # what the checks say of so short a letter is another matter
    desk.field("patient.age")
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert wished == []
    desk.press(Qt.Key.Key_Return)
    assert wished == [True]


def test_enter_held_down_confirms_one_field(desk: Desk) -> None:
    once = {action.objectName() for action in desk.form.actions() if not action.autoRepeat()}
    assert once == {"confirm", "confirm_back", "confirm_section"}


def test_shift_enter_goes_back(desk: Desk) -> None:
    desk.field("patient.age")
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert desk.at("patient.age").state is State.CONFIRMED
    assert desk.focus.path == desk.session.next_attention("patient.age", backwards=True)


def test_tab_walks_the_fields_and_confirms_nothing(desk: Desk) -> None:
    desk.field("header.case_number")
    walked = []
    for _ in range(3):
        desk.press(Qt.Key.Key_Tab)
        walked.append(desk.focus.path)
    assert walked == ["header.date_assigned", "header.date_of_injury", "header.decision_date"]
    desk.press(Qt.Key.Key_Backtab)
    assert desk.focus.path == "header.date_of_injury"
    assert len(desk.session.history.steps) == 0


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Qt.Key.Key_N, Absence.NOT_IN_LETTER),
        (Qt.Key.Key_L, Absence.ILLEGIBLE),
        (Qt.Key.Key_U, Absence.STATED_UNKNOWN),
    ],
)
def test_alt_0_then_a_letter_says_why_there_is_no_value(desk: Desk, key: Qt.Key, why: Absence) -> None:
    desk.field("patient.age")
    desk.press(Qt.Key.Key_0, ALT)
    QTest.keyClick(QApplication.activePopupWidget(), key)
    desk.settle()
    outcome = desk.at("patient.age").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is why
    assert desk.field("patient.age").editor.text() == ""


def test_alt_m_puts_the_parsers_value_back(desk: Desk) -> None:
    desk.type("patient.age", "55")
    desk.press(Qt.Key.Key_Return)
    desk.field("patient.age")
    desk.press(Qt.Key.Key_M, ALT)
    assert (desk.value("patient.age"), desk.at("patient.age").state) == (54, State.MACHINE)


def test_ctrl_enter_confirms_the_section_that_is_on_the_screen(desk: Desk) -> None:
    desk.field("header.case_number")
    desk.press(Qt.Key.Key_Return, CTRL)
    header = [desk.at(path) for path in desk.session.record.under("header")]
    assert all(entry.by_person for entry in header)
    assert not desk.at("patient.age").by_person
    desk.session.undo()
    assert not desk.at("header.case_number").by_person


@pytest.mark.parametrize("is_open", [True, False])
def test_ctrl_enter_at_the_head_of_an_item_is_about_that_item_which_it_opens(desk: Desk, is_open: bool) -> None:
    desk.field("header.case_number")
    head = desk.form.sections.items.heads[1]
    head.setFocus()
    if is_open:
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert head.isChecked()
    assert desk.focus.path == "items[1].request"
    assert "had not been on the screen" in desk.form.sections.items.findChildren(PartHead)[0].remark.text()
    assert not desk.at("header.case_number").by_person


def test_ctrl_enter_never_confirms_what_was_not_on_the_screen(desk: Desk) -> None:
    desk.form.resize(640, 240)
    desk.field("items[0].request")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert not desk.at("items[0].decision").by_person
    assert not desk.at("items[0].request").by_person


def test_ctrl_enter_is_refused_while_a_check_is_open(desk: Desk) -> None:
    desk.show_findings(Finding("D02", Severity.ERROR, "Out of order.", ("header.decision_date",)))
    desk.field("header.case_number")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert not desk.at("header.case_number").by_person
    assert desk.focus.path == "header.decision_date"
    assert any("D02" in remark.text() for remark in desk.form.findChildren(Remark))


def test_the_focus_from_elsewhere_moves_the_keyboard_and_opens_the_item(desk: Desk) -> None:
    desk.focus.set("items[1].decision")
    desk.settle()
    row = desk.form.bench.rows.at("items[1].decision")
    assert row is not None
    assert row.editor.hasFocus()
    assert desk.form.sections.items.open_item == "items[1]"
    assert row.visibleRegion().boundingRect().height() == row.height()


def test_the_form_passes_the_keyboard_on_to_the_field_in_focus(desk: Desk) -> None:
    desk.field("patient.age")
    desk.form.setFocus()
    assert desk.hand is desk.field("patient.age").editor


def test_alt_a_takes_a_reason_for_the_check_on_the_field(desk: Desk) -> None:
    check = Finding("D02", Severity.ERROR, "Out of order.", ("header.decision_date",))
    desk.show_findings(check)
    desk.field("header.decision_date")
    desk.press(Qt.Key.Key_A, ALT)
    for key in (Qt.Key.Key_O, Qt.Key.Key_K, Qt.Key.Key_Return):
        desk.press(key)
    assert desk.session.letter is not None
    assert desk.session.letter.acknowledged == {check.key: "ok"}
    assert desk.hand is desk.field("header.decision_date").editor


def test_alt_a_leads_to_the_check_that_stands_at_another_field_of_it(desk: Desk) -> None:
    desk.show_findings(Finding("D02", Severity.ERROR, "Out of order.", ("header.decision_date", "patient.age")))
    desk.field("patient.age")
    desk.press(Qt.Key.Key_A, ALT)
    assert desk.focus.path == "header.decision_date"
    assert isinstance(desk.hand, ReasonEdit)


def test_alt_a_takes_a_reason_for_a_check_on_the_whole_letter(desk: Desk) -> None:
    desk.show_findings(Finding("S01", Severity.ERROR, "A heading is missing."))
    desk.field("patient.age")
    desk.press(Qt.Key.Key_A, ALT)
    assert isinstance(desk.hand, ReasonEdit)


def test_alt_a_says_where_no_check_is_open(desk: Desk) -> None:
    desk.show_findings(Finding("U01", Severity.INFO, "A note.", ("patient.age",)))
    row = desk.field("patient.age")
    desk.press(Qt.Key.Key_A, ALT)
    assert row.remark.text() == "No check is open on this field."


@pytest.fixture
def verify(desk: Desk) -> QAction:
    """A deed of the window, on a key of its own."""
    action = QAction("Verify", desk.window)
    action.setShortcut("F12")
    desk.window.addAction(action)
    return action


def test_a_key_that_leads_away_hands_over_what_is_being_typed_first(desk: Desk, verify: QAction) -> None:
    seen: list[object] = []
    verify.triggered.connect(lambda: seen.append(desk.value("patient.age")))
    desk.type("patient.age", "55")
    desk.press(Qt.Key.Key_F12)
    assert seen == [55]


def test_words_that_are_refused_keep_the_person_in_the_field(desk: Desk, verify: QAction) -> None:
    seen: list[object] = []
    verify.triggered.connect(lambda: seen.append("left"))
    desk.type("patient.age", "nonsense")
    desk.press(Qt.Key.Key_F12)
    assert seen == []
    assert desk.field("patient.age").editor.text() == "nonsense"


def test_each_visit_to_a_field_is_one_step_to_take_back(desk: Desk) -> None:
    for words in ("55", "56"):
        desk.type("patient.age", words)
        desk.press(Qt.Key.Key_Tab)
    desk.session.undo()
    assert desk.value("patient.age") == 55
