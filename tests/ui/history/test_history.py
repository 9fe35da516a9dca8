"""The history panel: what was done, where one is, the way back, and all that happened to the letter; by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Change, Edit
from imr_desk.letter.entry import Absence, Absent, Entry, Found, State
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.review import Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.letter.work import USUAL, Work, WorkChange
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.history.history_panel import HistoryPanel
from imr_desk.ui.history.row_painter import broken
from imr_desk.ui.history.rows import Tense
from imr_desk.ui.history.wording import moment, said
from tests.making import letter_text
from tests.ui.window import WholeDesk

MACHINE = Entry(Found(54, None, "rule", 0.5))
TEXT = letter_text("heel pain for a year")
MARK = Highlight("1", "criteria", Span(0, 9))


def edit(*changes: Change) -> Edit:
    return Edit("", changes)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (edit(Change("patient.age", MACHINE, Entry(Found(55, None, "", 1.0), State.CORRECTED))), "54 → 55"),
        (edit(Change("patient.age", MACHINE, MACHINE.confirmed())), "54"),
        (edit(Change("patient.age", MACHINE, Entry(Absent(Absence.ILLEGIBLE)))), "54 → illegible"),
        (
            edit(
                Change("patient.age", MACHINE, MACHINE.confirmed()),
                Change("header.decision_date", Entry(Absent()), Entry(Found("2016-10-30", None, "", 1))),
            ),
            "Age: 54; Decision date: not found → 10/30/2016",
        ),
        (edit(Change("diagnoses[0]", None, Entry(Found("heel pain", None, "", 1)))), "new: heel pain"),
        (edit(Change("diagnoses[1]", Entry(Found("heel pain", None, "", 1)), None)), "gone: heel pain"),
        (edit(Change("diagnoses[1]", Entry(Absent()), None)), ""),
        (HighlightChange("", None, MARK), "Criteria “heel pain”"),
        (HighlightChange("", MARK, None), "Criteria “heel pain” → gone"),
        (
            HighlightChange("", MARK, replace(MARK, label="own", memo="ask")),
            "Criteria “heel pain” → own “heel pain” (ask)",
        ),
        (Acknowledgement("", "X01|says", None, "As printed"), "X01: As printed"),
        (Acknowledgement("", "X01|says", "As printed", None), "X01: As printed → open again"),
        (
            ReviewChange("", Review(LetterState.IN_REVIEW), Review(LetterState.POSTPONED, "Pages missing")),
            "in review → postponed (Pages missing)",
        ),
        (WorkChange("", USUAL, Work(2, "ben")), "priority 0 → 2; anybody's → ben"),
        (WorkChange("", Work(2, "ben"), Work(2)), "ben → anybody's"),
    ],
)
def test_a_change_is_said_in_words(change: LetterChange, words: str) -> None:
    assert said([change], EVIDENCE, TEXT) == words


def test_a_long_value_is_cut_short() -> None:
    long = Entry(Found("word " * 100, None, "", 1))
    words = said([edit(Change("items[0].rationale", long, Entry(Absent(Absence.ILLEGIBLE))))], EVIDENCE, TEXT)
    assert len(words) < 120
    assert words.endswith("… → illegible")


def test_a_moment_of_today_is_an_hour_and_any_other_has_its_day() -> None:
    now = QDateTime.currentDateTimeUtc()
    assert moment(now.toString(Qt.DateFormat.ISODateWithMs)) == now.toLocalTime().toString("HH:mm")
    assert moment("2016-10-30T12:00:00.000+00:00").startswith("10/30/2016 ")


@pytest.fixture
def panel(whole_desk: WholeDesk) -> HistoryPanel:
    first, second = whole_desk.add(1, 2)
    whole_desk.open(first)
    whole_desk.parts.session.type_value("patient.age", "31")
    whole_desk.open(second)
    whole_desk.parts.session.confirm("header.case_number")
    whole_desk.trigger("show_history")
    return whole_desk.window.work.history


def shown(panel: HistoryPanel) -> list[tuple[str, Tense]]:
    return [(row.title, row.tense) for row in panel.steps.model.rows]


def press(view: QListView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_the_steps_stand_with_their_letters_the_last_first(whole_desk: WholeDesk, panel: HistoryPanel) -> None:
    assert shown(panel) == [
        ("Confirm Case number", Tense.PRESENT),
        ("Correct Age", Tense.DONE),
        ("The beginning of this sitting", Tense.DONE),
    ]
    names = [whole_desk.store.standings([number])[0].case_number for number in (2, 1)]
    assert [row.beside for row in panel.steps.model.rows] == [*names, ""]
    assert panel.steps.list.hasFocus()


def test_enter_on_a_step_goes_back_there_and_the_keyboard_stays(
    whole_desk: WholeDesk, panel: HistoryPanel, qtbot: QtBot
) -> None:
    press(panel.steps.list, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [tense for _, tense in shown(panel)] == [Tense.UNDONE, Tense.UNDONE, Tense.PRESENT]
    letter = whole_desk.parts.session.letter
    assert letter is not None
    assert letter.id == 1
    assert whole_desk.parts.focus.path == "patient.age"
    qtbot.waitUntil(panel.steps.list.hasFocus)
    assert panel.steps.list.currentIndex().row() == 2
    assert "2 steps taken back" in whole_desk.window.messages.text
    press(panel.steps.list, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert whole_desk.store.letter(1).record.at("patient.age").value == 31
    assert [tense for _, tense in shown(panel)] == [Tense.PRESENT, Tense.DONE, Tense.DONE]


def test_a_new_step_is_shown_as_it_is_done(whole_desk: WholeDesk, panel: HistoryPanel) -> None:
    whole_desk.parts.session.add_highlight("criteria", Span(40, 80))
    assert shown(panel)[0] == ("Highlight", Tense.PRESENT)
    assert panel.steps.model.rows[0].details.startswith("Criteria “")


def test_the_stored_history_tells_who_and_what_before_and_after(whole_desk: WholeDesk, panel: HistoryPanel) -> None:
    whole_desk.open(1)
    press(panel.steps.list, Qt.Key.Key_Right)
    assert panel.past.list.hasFocus()
    titles = [row.title for row in panel.past.model.rows]
    assert titles == ["Correct Age", "Begin the review", f"Import {whole_desk.store.letter(1).file}"]
    assert panel.past.model.rows[0].beside.startswith("clerk, ")
    assert panel.past.model.rows[0].details.endswith(" → 31")
    assert panel.past.model.rows[1].details == "to review → in review"


def test_fields_confirmed_together_are_one_row_of_the_stored_history(
    whole_desk: WholeDesk, panel: HistoryPanel
) -> None:
    session = whole_desk.parts.session
    session.confirm_all(["patient.age", "patient.sex"], "confirm section Patient")
    row = panel.past.model.rows[0]
    assert row.title == "Confirm section Patient"
    assert "Age: " in row.details
    assert "Sex: " in row.details


def test_without_anything_done_the_history_says_so(whole_desk: WholeDesk) -> None:
    whole_desk.add(1)
    whole_desk.window.stage.show_work()
    whole_desk.trigger("show_history")
    panel = whole_desk.window.work.history
    assert panel.isVisible()
    assert panel.steps.currentWidget() is not panel.steps.list
    assert panel.past.currentWidget() is not panel.past.list
    assert panel.has_keyboard
    whole_desk.trigger("show_history")
    assert not panel.isVisible()


def test_escape_puts_the_history_away_and_the_keyboard_back_to_the_form(
    whole_desk: WholeDesk, panel: HistoryPanel
) -> None:
    press(panel.steps.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert whole_desk.window.work.form.isAncestorOf(whole_desk.window.focusWidget())


def test_words_being_typed_are_taken_before_one_goes_back(whole_desk: WholeDesk, panel: HistoryPanel) -> None:
    form = whole_desk.window.work.form
    whole_desk.parts.focus.set("patient.age")
    QTest.keyClicks(whole_desk.window.focusWidget(), "9")
    assert not form.commit_pending() or "9" in str(whole_desk.parts.session.record.at("patient.age").value)
    panel.step_chosen.emit(0)
    assert not whole_desk.store.letter(2).record.at("patient.age").by_person


def test_words_are_broken_into_a_few_lines_at_most(panel: HistoryPanel) -> None:
    lines = broken("word " * 100, panel.font(), 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert broken("", panel.font(), 200) == []
