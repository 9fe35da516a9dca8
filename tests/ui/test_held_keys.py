"""A key held down, as X11 tells of it: each repeat a release and a press at the same time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot
from typing_extensions import override

from imr_desk.ui.window.held_keys import HeldKeys

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PRESS, RELEASE, ASKED = QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride


class Line(QLineEdit):
    """Notes which keys come to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(qtbot: QtBot, window: QMainWindow) -> Line:
    """A line in a window where Enter does something once a press."""
    window.setCentralWidget(line := Line())
    once = QAction("confirm", window)
    once.setShortcut("Return")
    once.setAutoRepeat(False)
    HeldKeys(window, lambda: [once])
    window.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


def told(receiver: QObject | None, kind: QEvent.Type, key: Qt.Key, at: int) -> bool:
    """Tell of a key as the desktop does; whether somebody wants it."""
    assert receiver is not None
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at)
    event.ignore()
    QApplication.sendEvent(receiver, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    ("key", "at", "is_kept"),
    [(Qt.Key.Key_Return, 700, True), (Qt.Key.Key_Return, 740, False), (Qt.Key.Key_Backspace, 700, False)],
    ids=["a repeat", "another press", "a key that may repeat"],
)
def test_a_repeat_is_kept_from_actions_and_from_the_line(line: Line, key: Qt.Key, at: int, is_kept: bool) -> None:
    face = line.window().windowHandle()
    told(face, RELEASE, key, 700)
    assert told(line, ASKED, key, at) is (is_kept or key == Qt.Key.Key_Backspace)
    told(face, PRESS, key, at)
    assert line.heard == ([] if is_kept else [key])
