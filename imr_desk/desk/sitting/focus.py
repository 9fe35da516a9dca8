"""The one field in focus, which page and form both follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Focus(QObject):
    """Knows which field the person is at."""

    focus_changed = Signal(str)
    """The path of the field now in focus; empty for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: str | None = None

    @property
    def path(self) -> str | None:
        return self._path

    def set(self, path: str | None) -> None:
        """Move the focus; nothing happens where it is there already."""
        if path != self._path:
            self._path = path
            self.focus_changed.emit(path or "")

    def clear(self) -> None:
        """No field is in focus."""
        self.set(None)
