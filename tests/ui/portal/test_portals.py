"""Peeking from the letter's map, and what a portal says where there is nothing to see."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.ui.map.map_list import eye_rect
from tests.ui.window import WholeDesk


@pytest.fixture
def desk(whole_desk: WholeDesk, qtbot: QtBot) -> WholeDesk:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.window.activateWindow()
    qtbot.waitUntil(whole_desk.window.isActiveWindow)
    return whole_desk


def title(desk: WholeDesk) -> str | None:
    peek = desk.window.work.portals.portal.peek
    return peek.title if peek else None


def row_spot(desk: WholeDesk, place: int, eye: bool) -> QPoint:
    listed = desk.window.work.map.list
    row = listed.visualRect(listed.model().index(place, 0))
    return (eye_rect(row, listed.fontMetrics().horizontalAdvance("0")) if eye else row).center()


@pytest.mark.parametrize(("button", "eye"), [(Qt.MouseButton.MiddleButton, False), (Qt.MouseButton.LeftButton, True)])
def test_middle_click_and_eye_peek_without_going_there(desk: WholeDesk, button: Qt.MouseButton, eye: bool) -> None:
    focused, keyboard = desk.parts.focus.path, QApplication.focusWidget()
    viewport = desk.window.work.map.list.viewport()
    QTest.mouseClick(viewport, button, pos=row_spot(desk, 1, eye))
    assert title(desk) == "Reviewer"
    assert desk.parts.focus.path == focused
    assert QApplication.focusWidget() is keyboard
    QTest.mouseClick(viewport, button, pos=row_spot(desk, 1, eye))
    assert title(desk) is None


def test_space_on_the_map_peeks_at_the_row(desk: WholeDesk) -> None:
    listed = desk.window.work.map.list
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(2, 0))
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert title(desk) == "Case summary"
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert title(desk) is None


def test_where_the_letter_has_no_such_place_the_portal_says_so(desk: WholeDesk) -> None:
    while desk.parts.session.record.count("ur_events"):
        desk.parts.session.remove_entry("ur_events[0]")
    desk.trigger("peek_decision")
    assert title(desk) == "Utilization review decision"
    assert "No statement" in desk.window.work.portals.portal.accessibleDescription()


def test_a_click_in_the_portal_goes_to_the_place(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.parts.focus.set("items[1].request")
    desk.trigger("peek_header")
    paper = desk.window.work.portals.portal.paper
    place = desk.parts.session.text.places(desk.parts.session.record.at("header.case_number").span)[0]
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=paper.rect_of(place.page, place.rect).center().toPoint())
    assert title(desk) is None
    qtbot.waitUntil(lambda: desk.window.work.page.canvas.shows(place))
    assert desk.parts.focus.path == "items[1].request"


def test_another_letter_takes_the_portal_away(desk: WholeDesk) -> None:
    desk.trigger("peek_header")
    desk.open(desk.add(2)[0])
    assert title(desk) is None
