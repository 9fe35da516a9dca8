"""How large a window of its own is: as its text needs, within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from imr_desk.ui.look.theme import POINT_SIZE

_FRAME = QSize(16, 48)
"""Pixels that a desktop puts around a window, a generous measure: its title above all."""


def give_room(window: QWidget, width: int, height: int) -> None:
    """Make it so large, in pixels at the usual size of text; with larger text larger, but never beyond the screen."""
    larger = window.font().pointSizeF() / POINT_SIZE
    window.resize((QSize(width, height) * larger).boundedTo(window.screen().availableSize() - _FRAME))
