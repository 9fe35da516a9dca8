"""The stage: a view has the window for a while, and the letters are as they were when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from imr_desk.letter.review import LetterState
from imr_desk.ui.stage import Stage, View
from tests.ui.window import WholeDesk


def entered(desk: WholeDesk) -> View:
    """A view with one box to type in, in front."""
    view = View("Search", QLineEdit(), "Enter: open it")
    desk.window.stage.enter(view)
    return view


def test_a_view_takes_the_place_of_the_letters_and_names_itself(whole_desk: WholeDesk) -> None:
    whole_desk.open(*whole_desk.add(1))
    view = entered(whole_desk)
    assert view.isVisible()
    assert view.body.hasFocus()
    assert not whole_desk.window.work.isVisible()
    assert whole_desk.window.top_bar.case.text() == "Search"


def test_the_line_below_says_the_keys_of_the_view_and_of_the_letter_again(whole_desk: WholeDesk) -> None:
    whole_desk.open(*whole_desk.add(1))
    line = whole_desk.window.status_line
    before = line.enter.text()
    view = entered(whole_desk)
    assert line.enter.text() == "Enter: open it"
    assert not line.snap.isVisible()
    view.left.emit()
    assert line.enter.text() == before
    assert line.snap.isVisible()


def test_esc_leaves_the_view_and_the_keyboard_is_where_it_was(whole_desk: WholeDesk) -> None:
    whole_desk.open(*whole_desk.add(1))
    before = whole_desk.window.focusWidget()
    view = entered(whole_desk)
    QTest.keyClick(view.body, Qt.Key.Key_Escape)
    assert whole_desk.window.work.isVisible()
    assert whole_desk.window.focusWidget() is before


def test_a_letter_that_is_not_seen_cannot_be_verified(whole_desk: WholeDesk) -> None:
    whole_desk.open(*whole_desk.add(1))
    view = entered(whole_desk)
    assert not whole_desk.window.top_bar.verify.isVisible()
    QTest.keyClick(view.body, Qt.Key.Key_F12)
    assert whole_desk.parts.session.state is not LetterState.VERIFIED
    assert not whole_desk.window.actions_.of("verify").isEnabled()
    view.left.emit()
    assert whole_desk.window.actions_.of("verify").isEnabled()


def test_a_letter_opened_from_a_view_leads_back_to_it(whole_desk: WholeDesk) -> None:
    first, second = whole_desk.add(1, 2)
    whole_desk.open(first)
    view = entered(whole_desk)
    whole_desk.open(second)
    assert whole_desk.window.work.isVisible()
    assert "Search" in whole_desk.window.top_bar.back.text()
    whole_desk.trigger("back")
    assert view.isVisible()
    whole_desk.trigger("back")
    assert whole_desk.window.work.isVisible()
    assert not whole_desk.window.top_bar.back.isVisible()


def test_nothing_is_shown_until_it_is_known_whether_there_are_letters(qtbot: QtBot) -> None:
    work, welcome = QLineEdit(), QLineEdit()
    stage = Stage(work, welcome)
    qtbot.addWidget(stage)
    stage.show()
    assert stage.bare
    assert not work.isVisible()
    assert not welcome.isVisible()
    stage.welcome(empty=True)
    assert not stage.bare
    assert welcome.isVisible()
    stage.welcome(empty=False)
    assert work.isVisible()


def test_a_letter_is_shown_though_it_is_not_known_yet_how_many_there_are(qtbot: QtBot) -> None:
    work = QLineEdit()
    stage = Stage(work, QLineEdit())
    qtbot.addWidget(stage)
    stage.show()
    stage.show_work()
    assert work.isVisible()
