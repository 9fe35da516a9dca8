"""Which keys an editor leaves to the form and the window, and which of those may lead away from the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from imr_desk.ui.line_keys import is_the_windows

_FORMS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F2,
    Qt.Key.Key_F4,
}
_FAR = {Qt.Key(Qt.Key.Key_F5 + step) for step in range(8)}
_FAR_WITH_SHIFT = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_CTRL_ALONE = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def left_to_form(event: QEvent, pending: bool) -> bool:
    """Whether a shortcut may have this key press although an editor has the focus.

    Undo and redo belong to the editor only while words are being typed; after that they are the letter's.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    history = not pending and any(event.matches(key) for key in _HISTORY)
    return event.key() in _FORMS or history or is_the_windows(event)


def may_lead_away(event: QEvent) -> bool:
    """Whether this key press may be a shortcut of the window: to another letter, to "verified", out of the program."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return event.key() not in _CTRL_ALONE
    with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.key() in _FAR or (with_shift and event.key() in _FAR_WITH_SHIFT)
