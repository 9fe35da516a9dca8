"""Which keys a text box leaves to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from imr_desk.ui.line_keys import LineKeysLeft

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class GreedyLine(QLineEdit):
    """Wants every key for itself, as Qt's own does with Ctrl+E on X11."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(
    ("key", "held", "left"),
    [
        (Qt.Key.Key_E, _CTRL, True),
        (Qt.Key.Key_U, _CTRL, True),
        (Qt.Key.Key_V, _CTRL, False),
        (Qt.Key.Key_Z, _CTRL | _SHIFT, False),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_End, _CTRL, False),
    ],
)
def test_ctrl_with_a_letter_is_the_window_s_but_for_those_that_every_text_box_has(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, left: bool
) -> None:
    line = GreedyLine()
    qtbot.addWidget(line)
    LineKeysLeft(line)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    asked.ignore()
    QApplication.sendEvent(line, asked)
    assert asked.isAccepted() is not left
