"""A row of buttons below the menus, for whoever would rather click: actions of the table, shown when asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from imr_desk.ui.keyboard.key_table import SPECS, said
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.window.action_set import ActionSet

_GROUPS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("import_files", "Import"), ("search", "Search"), ("find", "Find")),
    (("undo", "Undo"), ("redo", "Redo")),
    (("previous_letter", "Previous"), ("next_letter", "Next"), ("next_check", "Next check")),
    (("batch_check", "Batch check"), ("insight", "Insight"), ("guide", "Guide")),
)
"""Actions with the word on their button, those that belong together beside each other."""


class ToolRow(QFrame):
    """Each button does what its action does, is on when that is, and tells its key when asked."""

    def __init__(self, actions: ActionSet, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._actions = actions
        self._keys = keys
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 2)
        row.setSpacing(2)
        for group in _GROUPS:
            for id, word in group:
                row.addWidget(self._button(id, QCoreApplication.translate("ToolRow", word)))
            row.addSpacing(16)
        row.addStretch(1)
        self.hide()

    def _button(self, id: str, word: str) -> QToolButton:
        action, button = self._actions.of(id), QToolButton()
        button.setText(word)
        button.setAccessibleName(said(SPECS[id]))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(action.trigger)
        self._keys.hint(button, said(SPECS[id]), id)
        return button
