"""Everything can be reached by keyboard and is called by a name, and no words are cut when the text is larger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar, QWidget

from imr_desk.ui.theme import ThemeChoice
from tests.ui.window import WholeDesk


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    whole_desk.open(whole_desk.add(1)[0])
    return whole_desk


def reachable(desk: WholeDesk) -> Iterator[QWidget]:
    """What takes the keyboard, apart from what is inside of it."""
    for widget in desk.window.findChildren(QWidget):
        inside = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not inside:
            yield widget


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text)


def test_what_takes_the_keyboard_has_a_name(desk: WholeDesk) -> None:
    assert [repr(widget) for widget in reachable(desk) if not named(widget)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_words_of_the_frame_are_cut(desk: WholeDesk, scale: float) -> None:
    desk.parts.theme.set_scale(scale)
    desk.window.resize(1920, 1080)
    QApplication.sendPostedEvents()
    frame = [desk.window.top_bar, desk.window.work.map, desk.window.work.side.tabs, desk.window.messages]
    pieces = [piece for part in frame for piece in part.findChildren(QWidget) if piece.isVisible()]
    cut = [piece for piece in pieces if isinstance(piece, QLabel | QAbstractButton) and too_small(piece)]
    desk.parts.theme.set_scale(1.0)
    assert [piece.text() for piece in cut] == []


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_every_theme_can_be_chosen(desk: WholeDesk, choice: ThemeChoice) -> None:
    desk.parts.theme.choose(choice)
    assert desk.parts.theme.choice is choice
    desk.parts.theme.choose(ThemeChoice.LIGHT)


def too_small(piece: QLabel | QAbstractButton) -> bool:
    wraps = isinstance(piece, QLabel) and piece.wordWrap()
    needed = piece.minimumSizeHint() if wraps else piece.sizeHint()
    return piece.height() < needed.height() or (not wraps and piece.width() < needed.width())
