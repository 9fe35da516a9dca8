"""Asks for a reason: one of the usual ones at a key or a click, or the person's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class ReasonDialog(QDialog):
    """Closes with a reason that is not empty, or not at all."""

    def __init__(self, title: str, question: str, usual: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        asked = QLabel(question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self._words = QLineEdit()
        self._words.setAccessibleName(question)
        self._words.setPlaceholderText(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._words.textChanged.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(asked)
        layout.addWidget(self._words)
        for number, reason in enumerate(usual, start=1):
            layout.addWidget(self._usual(number, reason), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self._follow()

    @property
    def reason(self) -> str:
        """The reason given, without blanks around it."""
        return self._words.text().strip()

    def _usual(self, number: int, reason: str) -> QPushButton:
        button = QPushButton(self.tr("{reason}   Alt+{number}").format(reason=reason, number=number))
        button.setProperty("role", "link")
        button.setShortcut(QKeySequence(f"Alt+{number}"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._take(reason))
        return button

    def _take(self, reason: str) -> None:
        self._words.setText(reason)
        self.accept()

    def _follow(self) -> None:
        self._ok.setEnabled(bool(self.reason))
