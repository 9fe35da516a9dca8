"""A line below the work about something that goes on beside it: how far it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from imr_desk.ui.arrows_stay import ArrowsStay
from imr_desk.ui.plain_label import plain_label


class Strip(QFrame):
    """A bar, a sentence and buttons; seen only while there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._said = plain_label("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 4)
        self._row.addWidget(self._bar)
        self._row.addWidget(self._said, 1)
        self._buttons: list[QPushButton] = []
        self._arrows = ArrowsStay(self)
        self.hide()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the first button that is shown."""
        for button in self._buttons:
            if button.isVisible():
                button.setFocus(event.reason())
                return

    @property
    def said(self) -> str:
        """What stands there; empty where nothing does."""
        return "" if self.isHidden() else self._said.text()

    def tell(self, words: str, done: int = 0, of: int = 0) -> None:
        """Say how far it is; a bar that only moves where `of` is 0: nobody knows how much is to come."""
        self._said.setText(words)
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def add_button(self, words: str, deed: Callable[..., object]) -> QPushButton:
        """A button after those that are there."""
        button = QPushButton(words)
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard at the work
        button.installEventFilter(self._arrows)
        self._buttons.append(button)
        button.clicked.connect(deed)
        self._row.addWidget(button)
        return button
