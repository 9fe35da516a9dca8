"""Arrow keys on the buttons of a bar: Qt takes them for Tab, which would lead out of the bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class ArrowsStay(QObject):
    """Has the buttons of a bar, as it is now, keep the keyboard when an arrow key is pressed."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__(bar)
        for button in bar.findChildren(QAbstractButton):
            button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ARROWS
