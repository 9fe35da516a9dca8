"""Brings a window back as the person left it: size, panels, columns, theme and text size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

from imr_desk.ui.remembered import Remembered
from imr_desk.ui.theme import Theme, ThemeChoice


class WindowMemory:
    """Keeps the shapes of a window's pieces by name."""

    def __init__(self, remembered: Remembered, window: QMainWindow, pieces: dict[str, QSplitter | QHeaderView]) -> None:
        self._remembered = remembered
        self._window = window
        self._pieces = pieces

    def recall(self) -> None:
        """Give the window and its pieces the shapes they had; a shape that does not fit any more is passed over."""
        self._window.restoreGeometry(self._shape("window"))
        for name, piece in self._pieces.items():
            piece.restoreState(self._shape(name))

    def keep(self, theme: Theme) -> None:
        """Write down how everything stands now."""
        self._keep("window", self._window.saveGeometry())
        for name, piece in self._pieces.items():
            self._keep(name, piece.saveState())
        self._remembered.keep("theme", theme.choice.value)
        self._remembered.keep("text_size", str(theme.scale))
        self._remembered.save()

    def _shape(self, name: str) -> QByteArray:
        return QByteArray.fromBase64(self._remembered.get(f"shape.{name}").encode())

    def _keep(self, name: str, shape: QByteArray) -> None:
        self._remembered.keep(f"shape.{name}", bytes(shape.toBase64().data()).decode())


def remembered_theme(remembered: Remembered) -> tuple[ThemeChoice, float]:
    """The theme and text size that were chosen; the system's theme and plain size where none were."""
    try:
        return ThemeChoice(remembered.get("theme", "system")), float(remembered.get("text_size", "1"))
    except ValueError:
        return ThemeChoice.SYSTEM, 1.0
