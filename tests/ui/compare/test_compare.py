"""Two letters of one case side by side, on a whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from imr_desk.intake.read import attempt
from imr_desk.samples.generate import SampleLetter, generate, reissued
from imr_desk.store.kept.stored import Added
from imr_desk.ui.compare.compare_view import CompareView
from imr_desk.ui.page.marks import Ink
from tests.ui.window import WholeDesk

SEED = 3


def put(desk: WholeDesk, letter: SampleLetter, file: str, more: bytes = b"") -> int:
    data = letter.pdf + more
    added = desk.store.add(data, file, attempt(data, file), "clerk")
    assert isinstance(added, Added)
    return added.letter_id


@pytest.fixture
def desk(whole_desk: WholeDesk, qtbot: QtBot) -> WholeDesk:
    """A desk with a letter on it that was issued again."""
    first = put(whole_desk, generate(SEED), "first.pdf")
    put(whole_desk, reissued(SEED), "again.pdf")
    whole_desk.open(first)
    whole_desk.window.activateWindow()
    qtbot.waitUntil(whole_desk.window.isActiveWindow)
    qtbot.waitUntil(lambda: whole_desk.window.work.form.settled)
    return whole_desk


@pytest.fixture
def view(desk: WholeDesk, qtbot: QtBot) -> CompareView:
    desk.trigger("compare")
    qtbot.waitUntil(desk.window.comparing.body.isVisible)
    return desk.window.comparing.body


def cells(view: CompareView) -> list[tuple[str, ...]]:
    model = view.table.differences
    return [tuple(str(model.index(row, column).data()) for column in range(3)) for row in range(model.rowCount())]


def test_fields_that_differ_are_listed_with_both_values_and_states(view: CompareView) -> None:
    listed = {where: (here, there) for where, here, there in cells(view)}
    here, there = listed["Item 1, Decision"]
    assert here.startswith("Upheld")
    assert there.startswith("Overturned")
    assert "machine" in here
    assert any(where.startswith("Words: Item 1") for where in listed)


def test_both_letters_are_scrolled_to_the_chosen_difference_and_mark_it(view: CompareView, qtbot: QtBot) -> None:
    place = [where for where, *_ in cells(view)].index("Item 1, Decision")
    for pane in (view.here, view.there):
        with qtbot.waitSignal(pane.canvas.marks_changed):
            view.table.selectRow(0 if view.table.currentIndex().row() == place else place)
    view.table.selectRow(place)
    for pane, text in ((view.here, "Upheld"), (view.there, "Overturned")):
        assert pane.value.text() == text
        assert pane.crop.isVisible()
        assert pane.crop.accessibleName() == text
        qtbot.waitUntil(lambda pane=pane: pane.canvas.glide.resting)


def test_keys_step_through_the_differences_round_to_the_first(view: CompareView) -> None:
    count = view.table.differences.rowCount()
    assert view.table.currentIndex().row() == 0
    for key in (Qt.Key.Key_N, Qt.Key.Key_F8):
        before = view.table.currentIndex().row()
        QTest.keyClick(view.table, key)
        assert view.table.currentIndex().row() == (before + 1) % count
    QTest.keyClick(view.table, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert view.table.currentIndex().row() == count - 1


def test_enter_goes_to_the_field_in_the_open_letter(desk: WholeDesk, view: CompareView) -> None:
    view.table.selectRow([where for where, *_ in cells(view)].index("Item 1, Decision"))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert desk.window.stage.view is None
    assert desk.parts.focus.path == "items[0].decision"


def test_esc_leaves_with_everything_as_it_was(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.parts.focus.set("patient.age")
    keyboard = QApplication.focusWidget()
    desk.trigger("compare")
    qtbot.waitUntil(desk.window.comparing.body.isVisible)
    QTest.keyClick(desk.window.comparing.body.table, Qt.Key.Key_Escape)
    assert desk.window.stage.view is None
    assert QApplication.focusWidget() is keyboard
    assert desk.parts.focus.path == "patient.age"
    assert not desk.window.actions_.of("undo").isEnabled()


def test_what_a_person_corrected_is_compared_as_it_stands_now(desk: WholeDesk, view: CompareView) -> None:
    desk.window.stage.leave()
    desk.parts.session.choose_value("items[0].decision", "overturned")
    desk.trigger("compare")
    assert "Item 1, Decision" not in [where for where, *_ in cells(view)]


def test_which_of_several_other_letters_can_be_chosen(desk: WholeDesk, view: CompareView) -> None:
    assert not view.which.isVisible()
    desk.window.stage.leave()
    put(desk, generate(SEED), "copy.pdf", more=b"\n")
    desk.trigger("compare")
    assert view.which.count() == 2
    assert view.there.name.text() == "copy.pdf"
    assert view.count.text() == "The two letters print the same words and hold the same values."
    view.which.setCurrentIndex(0)
    view.which.activated.emit(0)
    assert view.there.name.text() == "again.pdf"
    assert cells(view)


def test_without_another_letter_of_the_case_a_sentence_says_so(whole_desk: WholeDesk) -> None:
    whole_desk.open(whole_desk.add(5)[0])
    whole_desk.trigger("compare")
    assert whole_desk.window.stage.view is None
    assert "No other letter" in whole_desk.window.messages.text


def test_the_check_that_names_the_other_letter_leads_there(desk: WholeDesk, qtbot: QtBot) -> None:
    buttons = [one for one in desk.window.work.form.findChildren(QPushButton) if one.text() == "Compare"]
    shown = [one for one in buttons if one.isVisibleTo(desk.window.work.form)]
    assert len(shown) == 1
    shown[0].click()
    qtbot.waitUntil(desk.window.comparing.body.isVisible)


def test_the_words_that_differ_are_underlined_in_both(view: CompareView) -> None:
    for pane, spans in ((view.here, view.comparison.words_here), (view.there, view.comparison.words_there)):
        assert spans
        marks = [mark for on_page in pane.marks.values() for mark in on_page]
        assert sum(mark.ink is Ink.HIGHLIGHT for mark in marks) >= len(spans)


def test_a_row_of_the_list_is_compared_from_there(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.parts.session.close_letter()
    desk.parts.queue.refresh()
    qtbot.waitUntil(lambda: desk.parts.queue.rowCount() == 2)
    table = desk.window.work.queue.table
    table.setFocus()
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(desk.parts.queue.index(1, 0), alone)
    qtbot.waitUntil(desk.window.actions_.of("compare").isEnabled)
    desk.trigger("compare")
    qtbot.waitUntil(desk.window.comparing.body.isVisible)
    assert desk.parts.session.letter is not None


def test_a_letter_is_opened_to_be_compared(desk: WholeDesk, qtbot: QtBot) -> None:
    letter = desk.parts.session.letter
    assert letter is not None
    desk.parts.session.close_letter()
    desk.window.comparing.compare_letter(letter.id)
    qtbot.waitUntil(desk.window.comparing.body.isVisible)
    assert desk.window.comparing.body.shown is not None
