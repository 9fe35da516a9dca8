"""A box that hears any key combination and tells it, instead of letting it act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_HELD = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
_SIGNS = frozenset(range(0x21, 0x7F)) - frozenset(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
"""Key codes of signs: where Shift is held, it is held to reach the sign."""


class KeyRecorder(QLineEdit):
    """Tells of each combination pressed in it; Tab and Esc lead away as everywhere."""

    recorded = Signal(str)
    """The combination as Qt spells it."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("New key"))
        self.setPlaceholderText(self.tr("Press the new key"))

    @override
    def event(self, event: QEvent) -> bool:
        """No shortcut of the window acts on what is pressed here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _LEAVING:
            super().keyPressEvent(event)
        elif event.key() not in _HELD and not event.isAutoRepeat():
            self.recorded.emit(spelled(event))


def spelled(event: QKeyEvent) -> str:
    """The combination of a key event; Shift counts only where it does not merely reach a sign."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _SIGNS:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()
