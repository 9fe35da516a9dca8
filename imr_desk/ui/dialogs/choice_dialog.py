"""Asks for one of several words; or, where that is allowed, for any, completed from those."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

_AROUND_TITLE = 240
"""Pixels of a title bar that are not for the title: the program's name and the desktop's buttons."""


class ChoiceDialog(QDialog):
    """A list to choose from; a box to type in, with the list in it, where any words will do."""

    def __init__(
        self, title: str, question: str, choices: Sequence[str], now: str, free: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(max(380, min(640, self.fontMetrics().horizontalAdvance(title) + _AROUND_TITLE)))
        asked = QLabel(question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self._box = _box(choices, now) if free else None
        self._list = None if free else _list(choices, now)
        chosen = self._box or self._list or QWidget()
        chosen.setAccessibleName(question)
        if self._list is not None:
            self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (asked, chosen, buttons):
            layout.addWidget(widget)
        chosen.setFocus()

    @property
    def choice(self) -> str:
        """What was chosen or typed."""
        if self._box is not None:
            return self._box.currentText().strip()
        item = self._list.currentItem() if self._list is not None else None
        return item.text() if item is not None else ""


def _box(choices: Sequence[str], now: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(choices))
    box.setCurrentText(now)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(completer)
    return box


def _list(choices: Sequence[str], now: str) -> QListWidget:
    shown = QListWidget()
    shown.addItems(list(choices))
    shown.setCurrentRow(choices.index(now) if now in choices else 0)
    shown.setFixedHeight(shown.sizeHintForRow(0) * min(len(choices), 8) + 16)
    return shown
