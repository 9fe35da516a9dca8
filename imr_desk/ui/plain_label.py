"""Labels for words from anywhere: a letter's words, file names and notes are shown as they are, never as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(role: str = "", *, wraps: bool = False) -> QLabel:
    """An empty label in the style of a role, its words wrapped where they are long."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label
