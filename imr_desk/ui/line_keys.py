"""Keys that Qt's text boxes take for editing on X11, as Emacs does (Ctrl+E, Ctrl+U), and that are the window's here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_BOXES = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z}
"""The letters that Ctrl means something with in every text box."""
_LETTERS = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)


def is_the_windows(event: QEvent) -> bool:
    """Whether a text box asks for a key press that a shortcut of the window comes before."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return with_ctrl and event.key() in _LETTERS and event.key() not in _BOXES


class LineKeysLeft(QObject):
    """Has a text box leave those keys to the window; a key that the window has no use for still edits."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        box.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = is_the_windows(event)
        if left:
            event.ignore()
        return left
