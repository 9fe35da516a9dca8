"""A box for words to look for, with a cross that empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from imr_desk.ui.look.theme import icon

_CLEAR = "_q_qlineeditclearaction"
"""Qt's own name for what the cross does."""


class WordsLine(QLineEdit):
    """Its cross is drawn like all others, in the theme's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._draw_cross()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_cross()

    def _draw_cross(self) -> None:
        clear = self.findChild(QAction, _CLEAR)
        if isinstance(clear, QAction):
            clear.setIcon(icon("cross"))
