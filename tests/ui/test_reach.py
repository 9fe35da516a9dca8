"""Every view and dialog can be used by keyboard and by ear, and no words are cut when the text is larger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollBar, QTabBar, QWidget

from imr_desk.ui.look.theme import ThemeChoice
from tests.ui.scenes import SCENES
from tests.ui.window import WholeDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PANELS = 7
"""As often as F6 goes round."""
SAME_LINE = 8
"""Pixels by which the middles of two things on a line differ at most."""


@pytest.mark.parametrize("name", SCENES)
def test_all_of_a_view_can_be_reached_heard_and_read(whole_desk: WholeDesk, name: str) -> None:
    scene = SCENES[name](whole_desk)
    scene.window().activateWindow()
    settle(whole_desk)
    assert [told(widget) for widget in reachable(scene) if not spoken(widget)] == [], "nothing to hear"
    walks = walks_from_every_panel(scene)
    assert [told(widget) for widget in by_tab(scene) - {one for walk in walks for one in walk}] == [], "out of reach"
    assert min((list(leaps(scene, walk)) for walk in walks), key=len) == [], "not in the order of reading"
    assert [told(piece) for piece in cut(scene)] == [], "cut"
    whole_desk.parts.theme.set_scale(1.5)
    settle(whole_desk)
    too_small = [told(piece) for piece in cut(scene)]
    if scene is not whole_desk.window:
        scene.close()
    assert too_small == [], "cut where text is larger"


@pytest.mark.parametrize("width", [1000, 1366])
def test_what_ends_the_review_is_never_cut_for_want_of_room(whole_desk: WholeDesk, width: int) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.parts.theme.set_scale(1.375)
    whole_desk.window.resize(width, 768)
    settle(whole_desk)
    bar = whole_desk.window.top_bar
    pieces = (bar.case, bar.state, bar.saved, bar.postpone, bar.verify)
    narrow = [told(piece) for piece in pieces if piece.width() < piece.sizeHint().width()]
    assert narrow == []


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_every_theme_can_be_chosen(whole_desk: WholeDesk, choice: ThemeChoice) -> None:
    whole_desk.parts.theme.choose(choice)
    assert whole_desk.parts.theme.choice is choice
    whole_desk.parts.theme.choose(ThemeChoice.LIGHT)


def settle(desk: WholeDesk) -> None:
    """Let everything take its place."""
    loop, turns = QEventLoop(), 0
    while turns < 3 or not desk.window.work.form.settled:
        QTimer.singleShot(0, loop.quit)
        loop.exec()
        turns += 1


def reachable(root: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard, apart from what is inside of it."""
    for widget in root.findChildren(QWidget):
        inside = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if widget.window() is root.window() and widget.isVisible() and takes and not inside:
            yield widget


def by_tab(root: QWidget) -> set[QWidget]:
    """What Tab must lead to: all of it but the buttons of a choice of one, among which the arrows go."""
    return {one for one in reachable(root) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not passed_by(one)}


def passed_by(widget: QWidget) -> bool:
    chosen_among = isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()
    return chosen_among or not widget.isEnabled()


def walks_from_every_panel(root: QWidget) -> list[list[QWidget]]:
    """Where Tab leads from wherever F6 leads."""
    walks: list[list[QWidget]] = []
    for _ in range(PANELS):
        start = QApplication.focusWidget()
        walks.append(walked(root))
        if start is not None:
            start.setFocus()
        QTest.keyClick(start or root, Qt.Key.Key_F6)
    return walks


def walked(root: QWidget) -> list[QWidget]:
    """Where Tab leads from here, until it comes round."""
    met: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in met:
        if here is not None:
            met.append(here)
        QTest.keyClick(here or root, Qt.Key.Key_Tab)
    return met


def leaps(root: QWidget, walk: list[QWidget]) -> Iterator[str]:
    """Where Tab goes back, to what stands above and in no column further right, or to the left on the same line.

    A walk that begins in the midst of the window leaps once, to its top; one that begins there does not.
    """
    for here, there in pairwise(walk):
        at, to = (QRect(one.mapTo(root, QPoint()), one.size()) for one in (here, there))
        above = to.bottom() < at.top() and to.left() < at.right()
        before = abs(to.center().y() - at.center().y()) < SAME_LINE and to.right() < at.left()
        if above or before:
            yield f"{told(here)} -> {told(there)}"


def cut(root: QWidget) -> Iterator[QWidget]:
    """Words that have not the room they need; the cross that Qt puts into a line has none, and is drawn as it fits."""
    for piece in root.findChildren(QWidget):
        seen = piece.isVisible() and piece.maximumWidth() > 0 and not isinstance(piece.parentWidget(), QLineEdit)
        if isinstance(piece, QLabel | QAbstractButton | QTabBar) and seen and too_small(piece):
            yield piece


def too_small(piece: QLabel | QAbstractButton | QTabBar) -> bool:
    bends = isinstance(piece, QTabBar) or (isinstance(piece, QLabel) and piece.wordWrap())
    needed = piece.minimumSizeHint() if bends else piece.sizeHint()
    if isinstance(piece, QLabel) and bends:
        return piece.height() < piece.heightForWidth(piece.width())
    return piece.height() < needed.height() or (not bends and piece.width() < needed.width())


def spoken(widget: QWidget) -> str:
    """What a screen reader says; nothing where there is no role to say it in."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return "" if heard is None or heard.role() is QAccessible.Role.NoRole else heard.text(QAccessible.Text.Name)


def told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel) else spoken(widget)
    size = f"{widget.width()}x{widget.height()} of {widget.sizeHint().width()}x{widget.sizeHint().height()}"
    return f"{type(widget).__name__} “{words}” in {type(widget.parentWidget()).__name__}, {size}"
