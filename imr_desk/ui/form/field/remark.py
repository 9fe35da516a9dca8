"""The line below an editor: why typed words were not taken, or what they may have meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class Remark(QLabel):
    """One sentence on what stands in the editor above; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._take: Callable[[], None] | None = None
        self.hide()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._take is not None and self.rect().contains(event.position().toPoint()):
            self._take()

    def refuse(self, sentence: str) -> None:
        """Say why the words were not taken."""
        self._take = None
        self.unsetCursor()
        self._say(sentence, "error")

    def suggest(self, sentence: str, take: Callable[[], None] | None = None) -> None:
        """Say what the words may have meant; a click takes it where it can be taken."""
        self._say(sentence, "look")
        self._take = take
        self.setCursor(Qt.CursorShape.ArrowCursor if take is None else Qt.CursorShape.PointingHandCursor)

    def clear(self) -> None:
        """There is nothing to say any more."""
        if self.text():
            super().clear()
            self.hide()

    def _say(self, sentence: str, role: str) -> None:
        self.setText(sentence)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show()
