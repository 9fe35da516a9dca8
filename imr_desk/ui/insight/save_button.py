"""A button that saves as a picture or as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class SaveButton(QToolButton):
    """Offers the kinds of file."""

    chosen = Signal(str)
    """The ending of the file."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setProperty("role", "menu")
        self.setAccessibleName(text)
        self.kinds = QMenu(self)
        endings = {
            "png": self.tr("&Picture (PNG)..."),
            "svg": self.tr("&Drawing (SVG)..."),
            "csv": self.tr("&Figures (CSV)..."),
        }
        for ending, words in endings.items():
            self.kinds.addAction(words).triggered.connect(lambda _=False, ending=ending: self.chosen.emit(ending))
        self.clicked.connect(lambda: self.kinds.popup(self.mapToGlobal(self.rect().bottomLeft())))
