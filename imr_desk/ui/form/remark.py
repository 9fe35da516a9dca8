"""The line below an editor: why typed words were not taken, or what they may have meant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Remark(QLabel):
    """One sentence on what stands in the editor above; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Say why the words were not taken."""
        self._say(sentence, "error")

    def suggest(self, sentence: str) -> None:
        """Say what the words may have meant."""
        self._say(sentence, "look")

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
