"""A message that stands above the work until it is answered or put away; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from imr_desk.ui.arrows_stay import ArrowsStay


class Tone(StrEnum):
    """How grave a message is; also the role it has in the style sheet."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


_STEPS = 3
"""Changes for which a notice that one can act on stands."""
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
        self._lasts = False
        self._steps = 0
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
        ArrowsStay(self)
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
        self._tone, self._lasts = tone, tone is Tone.ERROR
        self._steps = 0
        self.setAccessibleName(text)
        self.setProperty("role", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def say_of_letter(self, tone: Tone, text: str, action: str, then: Callable[[], None]) -> None:
        """Say something of the letter that is open, however grave: it goes when the letter goes."""
        self.say(tone, text, action, then)
        self._lasts = False

    def outlive(self) -> None:
        """Another letter is open: what was refused or merely mentioned before is no news any more."""
        if not self._lasts:
            self.hide()

    def fade(self) -> None:
        """The person has changed something: so has the time for what was said; a notice to act on stands a while."""
        self._steps += 1
        if self._steps >= (_STEPS if self._tone is Tone.NOTICE and self._then is not None else 1):
            self.outlive()

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()
