"""A key that is held down does once what is to be done once, also where Qt does not see that it repeats.

X11 tells of a repeat as of a release and a press at the same time; Qt 6.11 takes that for another press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class HeldKeys(QObject):
    """Keeps the repeats of a key from the actions of a window that do not repeat, and from everything else there."""

    def __init__(self, window: QWidget, actions: Callable[[], Iterable[QAction]]) -> None:
        super().__init__(window)
        self._actions = actions
        self._released = (0, 0)
        """The key that was released last, and when, in milliseconds."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the window, and on its face to the desktop, which hears every key before any widget does."""
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.Show:
            watched.windowHandle().installEventFilter(self)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            self._released = event.key(), event.timestamp()
        elif isinstance(event, QKeyEvent) and event.type() in _PRESSES and self._repeats(event):
            event.accept()
            return True
        return False

    def _repeats(self, event: QKeyEvent) -> bool:
        """Whether this is no new press, and of a key that means something to be done once a press."""
        if not event.timestamp() or (event.key(), event.timestamp()) != self._released:
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(not one.autoRepeat() and pressed in one.shortcuts() for one in self._actions())
