"""The list of letters: narrow or wide, filtered and opened by keys, never empty without a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from imr_desk.letter.reading import FailureKind
from imr_desk.letter.review import LetterState
from imr_desk.samples.generate import generate
from imr_desk.store.kept.stored import QueueRow
from imr_desk.store.queue.query import Order, QueueQuery
from imr_desk.ui.look.lettering import bold, small
from imr_desk.ui.look.states import state_look
from imr_desk.ui.queue.queue_view import QueueView
from imr_desk.ui.queue.row_painter import about, state_words, todo_words
from imr_desk.ui.queue.spoken import spoken
from tests.ui.window import WholeDesk


def view_of(desk: WholeDesk) -> QueueView:
    return desk.window.work.queue


def filled(desk: WholeDesk) -> QueueView:
    desk.add(1, 2, 3)
    desk.parts.queue.refresh()
    return view_of(desk)


def row(**changes: object) -> QueueRow:
    values: dict[str, object] = {
        "id": 1,
        "file": "a.pdf",
        "case_number": "CM16-1",
        "decision_date": "2016-01-02",
        "items": 2,
        "state": LetterState.TO_REVIEW,
        "attention": 0,
        "open_errors": 0,
        "template": "D3",
        "same_case": False,
        "failure": None,
        "pages": 3,
    }
    return QueueRow(**(values | changes))  # type: ignore[arg-type]


def test_a_wide_list_has_columns_and_a_narrow_one_two_lines(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    assert view.table.horizontalHeader().isVisible()
    whole_desk.open(1)
    qtbot.waitUntil(lambda: view.narrow)
    assert not view.table.horizontalHeader().isVisible()
    assert view.table.isColumnHidden(1)
    assert view.filter.order.isVisible()


def test_the_case_numbers_have_room_again_when_the_list_has(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    usual = view.table.columnWidth(0)
    view.table.setColumnWidth(0, 15)
    view.resize(view.width() - 10, view.height())
    qtbot.waitUntil(lambda: view.table.columnWidth(0) == usual)


def test_words_typed_narrow_it_down_and_esc_shows_all_again(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    view.focus_filter()
    QTest.keyClicks(view.filter.words, "no such letter")
    qtbot.waitUntil(lambda: whole_desk.parts.queue.rowCount() == 0)
    assert view.isVisible()
    assert not view.table.isVisible()
    QTest.keyClick(view.filter.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: whole_desk.parts.queue.rowCount() == 3)
    assert view.table.isVisible()


def test_down_leaves_the_filter_for_the_list_and_enter_opens(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    view.focus_filter()
    QTest.keyClick(view.filter.words, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.open_requested):
        QTest.keyClick(view.table, Qt.Key.Key_Return)


def test_home_and_end_lead_to_the_first_and_the_last_letter_and_shift_chooses_so_far(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    whole_desk.add(1, 2, 3)
    queue = whole_desk.window.work.queue
    qtbot.waitUntil(lambda: queue.table.model().rowCount() == 3)
    queue.focus_table()
    QTest.keyClick(queue.table, Qt.Key.Key_End)
    assert (queue.table.currentIndex().row(), queue.chosen.count) == (2, 1)
    QTest.keyClick(queue.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert (queue.table.currentIndex().row(), queue.chosen.count) == (0, 3)
    QTest.keyClick(queue.table, Qt.Key.Key_End)
    assert queue.chosen.count == 1


def test_how_many_letters_are_listed_is_said_above_them_and_no_row_moves_when_several_are_chosen(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    ids = whole_desk.add(1, 2, 3)
    queue = whole_desk.window.work.queue
    qtbot.waitUntil(lambda: queue.table.model().rowCount() == 3)
    qtbot.waitUntil(lambda: queue.said == "3 letters listed")
    before = queue.table.geometry()
    queue.table.selectAll()
    assert queue.said == "3 letters chosen"
    assert queue.table.geometry() == before
    whole_desk.parts.queue.show_letters(QueueQuery(only=frozenset(ids[:2])))
    qtbot.waitUntil(lambda: queue.said == "2 letters listed")


def test_no_row_of_a_narrow_list_moves_either_when_several_are_chosen(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    whole_desk.open(1)
    qtbot.waitUntil(lambda: view.narrow and view.said == "3 letters listed")
    for words in ("", "seed 4711", "a sample of which something is to be said too " * 2):
        view.say(words, words)
        top = settled_top(view)
        view.table.selectAll()
        assert view.said == "3 letters chosen"
        assert settled_top(view) == top
        view.table.clearSelection()


def settled_top(view: QueueView) -> int:
    layout = view.layout()
    assert layout is not None
    layout.activate()
    return view.table.mapTo(view, QPoint()).y()


def make_narrowest(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    """A letter is open, and the list beside it as narrow as it can be."""
    view = whole_desk.window.work.queue
    whole_desk.open(1)
    qtbot.waitUntil(lambda: view.narrow)
    whole_desk.window.work.setSizes([1, 2000, 2000])
    qtbot.waitUntil(lambda: view.width() == view.minimumSizeHint().width())


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_usual_words_of_both_choices_are_whole_in_the_narrowest_list(
    whole_desk: WholeDesk, qtbot: QtBot, scale: float
) -> None:
    view = filled(whole_desk)
    whole_desk.parts.theme.set_scale(scale)
    make_narrowest(whole_desk, qtbot)
    bar = view.filter
    for choice in (bar.states, bar.order):
        assert room_for_words(choice) >= choice.fontMetrics().horizontalAdvance(choice.itemText(0))
        assert view.rect().contains(QRect(choice.mapTo(view, QPoint()), choice.size()))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_case_number_is_whole_beside_each_state_of_the_work_in_the_narrowest_list(
    whole_desk: WholeDesk, qtbot: QtBot, scale: float
) -> None:
    view = filled(whole_desk)
    whole_desk.parts.theme.set_scale(scale)
    view.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    make_narrowest(whole_desk, qtbot)
    case = QFontMetrics(bold(view.table.font())).horizontalAdvance("CM16-9132067")
    for state in (LetterState.TO_REVIEW, LetterState.IN_REVIEW):
        look = state_look(state)
        words = QFontMetrics(small(view.table.font())).horizontalAdvance(f"{look.mark} {look.words}")
        assert 12 + case + 8 + words + 8 < view.table.viewport().width()


def room_for_words(choice: QComboBox) -> int:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice).width()


def test_where_no_letter_matches_the_keyboard_goes_to_the_words_and_not_to_the_sentence(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    view = filled(whole_desk)
    view.focus_table()
    whole_desk.parts.queue.show_letters(QueueQuery(only=frozenset()))
    qtbot.waitUntil(lambda: not view.table.isVisible())
    assert QApplication.focusWidget() is view.filter.words


def test_other_letters_are_listed_from_the_first_on(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    ids = whole_desk.add(*range(1, 9))
    queue = whole_desk.window.work.queue
    qtbot.waitUntil(lambda: queue.table.model().rowCount() == 8)
    queue.focus_table()
    QTest.keyClick(queue.table, Qt.Key.Key_End)
    whole_desk.parts.queue.show_letters(QueueQuery(only=frozenset(ids[:7])))
    qtbot.waitUntil(lambda: queue.table.model().rowCount() == 7)
    assert queue.chosen.count == 0
    queue.focus_table()
    assert (queue.table.currentIndex().row(), queue.chosen.count) == (0, 1)


def test_a_double_click_opens(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = filled(whole_desk)
    spot = view.table.visualRect(whole_desk.parts.queue.index(1, 0)).center()
    with qtbot.waitSignal(view.open_requested) as opened:
        QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [2]


def test_states_are_chosen_from_a_list(whole_desk: WholeDesk) -> None:
    view = filled(whole_desk)
    view.filter.states.activated.emit(view.filter.states.findText(state_look(LetterState.VERIFIED).words, _CONTAINS))
    assert whole_desk.parts.queue.rowCount() == 0
    view.filter.states.activated.emit(0)
    assert whole_desk.parts.queue.rowCount() == 3


def test_the_open_letter_stands_out_in_the_list(whole_desk: WholeDesk) -> None:
    view = filled(whole_desk)
    whole_desk.open(2)
    assert view.table.currentIndex().row() == 1


def test_a_letter_is_described_in_a_line() -> None:
    assert about(row()) == "2016-01-02 · 2 items"
    assert about(row(items=1)) == "2016-01-02 · 1 item"
    assert about(row(decision_date="", items=0)) == "a.pdf"


def test_a_screen_reader_says_all_of_a_letter_at_its_case_number_and_its_state_in_words(whole_desk: WholeDesk) -> None:
    filled(whole_desk)
    letters, heard = whole_desk.parts.queue, Qt.ItemDataRole.AccessibleTextRole
    said, state = (str(letters.index(0, column).data(heard)) for column in (0, 3))
    listed = letters.row_at(0)
    assert listed is not None
    for words in (listed.case_number, state, about(listed), todo_words(listed)[0]):
        assert words in said
    assert state == "to review"
    assert "same case" in spoken(row(same_case=True), Order.CASE_NUMBER)


def test_that_another_letter_has_the_case_is_whole_beside_the_mark_of_the_state(whole_desk: WholeDesk) -> None:
    font = view_of(whole_desk).font()
    look = state_look(LetterState.TO_REVIEW)
    words = f"{look.mark} {look.words}"
    assert state_words(row(same_case=True), font, 1000) == words
    assert state_words(row(same_case=True), font, 60) == look.mark
    assert state_words(row(), font, 60) == words


def test_what_is_left_to_do_is_said_errors_first() -> None:
    assert todo_words(row(attention=3)) == ("? 3 to look at", "look")
    assert todo_words(row(attention=3, open_errors=1)) == ("! 1 error", "error")
    assert todo_words(row()) == ("", "muted")
    assert todo_words(row(failure=FailureKind.CRASHED)) == ("", "muted")


_CONTAINS = Qt.MatchFlag.MatchContains


def test_two_line_rows_are_never_wider_than_what_is_seen(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    whole_desk.window.resize(960, 600)
    whole_desk.add(*range(1, 13))
    whole_desk.parts.queue.refresh()
    table = view_of(whole_desk).table
    whole_desk.open(1)
    qtbot.waitUntil(table.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: table.columnWidth(0) == table.viewport().width())


def test_the_row_of_the_open_letter_stays_whole_where_the_list_becomes_lower(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    view = filled(whole_desk)
    whole_desk.open(3)
    qtbot.waitUntil(lambda: view.narrow)
    table = view.table
    table.resize(table.width(), table.rowHeight(0) * 3 + 4)
    table.resize(table.width(), table.rowHeight(0) * 2 + 4)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_painting_a_long_list_that_is_chosen_whole_does_not_look_at_all_of_it(
    whole_desk: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, model = filled(whole_desk), whole_desk.parts.queue
    model._resize(20_000)
    asked = []
    monkeypatch.setattr(type(model), "rowCount", lambda *_: asked.append(1) or 20_000)
    view.table.selectAll()
    view.table.grab()
    assert len(asked) < 10_000


def test_the_row_that_the_list_stands_on_is_in_view_when_the_letters_have_all_the_room_again(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    whole_desk.add(*range(1, 13))
    whole_desk.parts.queue.refresh()
    view = view_of(whole_desk)
    whole_desk.parts.theme.set_scale(1.5)
    whole_desk.open(10)
    qtbot.waitUntil(lambda: view.narrow)
    whole_desk.trigger("close_letter")
    qtbot.waitUntil(lambda: not view.narrow)
    table = view.table
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex())))
    assert table.currentIndex().row() == 9


def test_words_begun_in_the_list_are_looked_for_and_down_goes_back(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view, model = filled(whole_desk), whole_desk.parts.queue
    view.focus_table()
    case = generate(2).plan.case_number
    for key in case:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)
    assert view.filter.words.text() == case
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    QTest.keyClick(view.filter.words, Qt.Key.Key_Down)
    assert view.table.hasFocus()
