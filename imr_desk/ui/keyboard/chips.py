"""The keys of one action, each with a button that takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class Chips(QWidget):
    """A row of keys."""

    take_away_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.buttons: tuple[QPushButton, ...] = ()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these keys and no others."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = tuple(map(self._chip, keys))
        self.setVisible(bool(self.buttons))

    def _chip(self, key: str) -> QPushButton:
        button = QPushButton(f"{key}   \N{MULTIPLICATION X}")
        button.setAccessibleName(self.tr("Take {key} away").format(key=key))
        button.setToolTip(self.tr("Take {key} away").format(key=key))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.take_away_requested.emit(key))
        self._row.addWidget(button)
        return button
