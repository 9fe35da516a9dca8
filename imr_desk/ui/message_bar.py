"""A message that stands above the work until it is answered or put away; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


class Tone(StrEnum):
    """How grave a message is; also the role it has in the style sheet."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


_MARKS = {Tone.NOTICE: "i", Tone.WARNING: "?", Tone.ERROR: "!"}


class MessageBar(QFrame):
    """One sentence, at most one thing to do about it, and a button to put it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._then: Callable[[], None] | None = None
        self._tone = Tone.NOTICE
        close = QToolButton()
        close.setText("\N{MULTIPLICATION X}")
        close.setToolTip(self.tr("Put the message away"))
        close.setAccessibleName(self.tr("Put the message away"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        for widget in (self._mark, self._text, self._action, close):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there; empty where none does."""
        return "" if self.isHidden() else self._text.text()

    def say(self, tone: Tone, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button that does `then`."""
        self._mark.setText(_MARKS[tone])
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._then = then
        self._tone = tone
        self.setAccessibleName(text)
        self.setProperty("role", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def outlive(self) -> None:
        """The person has gone on: what was refused or merely mentioned before is no news any more."""
        if self._tone is Tone.WARNING or (self._tone is Tone.NOTICE and self._then is None):
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()
