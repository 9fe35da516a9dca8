"""Brings a window back as the person left it: place, size, panels, columns, theme and text size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMargins
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

from imr_desk.ui.look.theme import Theme, ThemeChoice
from imr_desk.ui.remembered import Remembered

MIN_SIZE = (960, 600)
FRAME = QMargins(4, 32, 4, 8)
"""Room for what the desktop puts around a window; without it the status line would stand below the screen."""
_PLACE = "window"


class WindowMemory:
    """Keeps the shapes of a window's pieces by name."""

    def __init__(self, remembered: Remembered, window: QMainWindow, pieces: dict[str, QSplitter | QHeaderView]) -> None:
        self._remembered = remembered
        self._window = window
        self._pieces = pieces

    def recall(self) -> None:
        """Give the window and its pieces the shapes they had; a shape that does not fit any more is passed over."""
        take_place(self._window, self._remembered)
        for name, piece in self._pieces.items():
            piece.restoreState(_shape(self._remembered, name))

    def keep(self, theme: Theme) -> None:
        """Write down how everything stands now."""
        self._keep(_PLACE, self._window.saveGeometry())
        for name, piece in self._pieces.items():
            self._keep(name, piece.saveState())
        self._remembered.keep("theme", theme.choice.value)
        self._remembered.keep("text_size", str(theme.scale))
        self._remembered.save()

    def _keep(self, name: str, shape: QByteArray) -> None:
        self._remembered.keep(f"shape.{name}", bytes(shape.toBase64().data()).decode())


def take_place(window: QWidget, remembered: Remembered) -> None:
    """Have a window stand where it stood the last time, the first time over the whole screen."""
    window.setMinimumSize(*MIN_SIZE)
    window.resize(window.screen().availableGeometry().marginsRemoved(FRAME).size())
    window.restoreGeometry(_shape(remembered, _PLACE))


def remembered_theme(remembered: Remembered) -> tuple[ThemeChoice, float]:
    """The theme and text size that were chosen; the system's theme and plain size where none were."""
    try:
        return ThemeChoice(remembered.get("theme", "system")), float(remembered.get("text_size", "1"))
    except ValueError:
        return ThemeChoice.SYSTEM, 1.0


def _shape(remembered: Remembered, name: str) -> QByteArray:
    return QByteArray.fromBase64(remembered.get(f"shape.{name}").encode())
