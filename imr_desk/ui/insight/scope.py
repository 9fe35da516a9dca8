"""Whose letters the charts count: the verified ones, or all as the parser read them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from imr_desk.ui.insight.wording import whole


class Scope(QWidget):
    """Two buttons of which one is down."""

    chosen = Signal(bool)
    """Verified letters only, or all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verified, self.all = QPushButton(), QPushButton()
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.verified, self.all):
            button.setCheckable(True)
            button.setProperty("role", "choice")
            group.addButton(button)
            row.addWidget(button)
        self.verified.setChecked(True)
        self.verified.toggled.connect(self.chosen)
        self.show_numbers(0, 0)

    @property
    def only_verified(self) -> bool:
        return self.verified.isChecked()

    def show_numbers(self, verified: int, letters: int) -> None:
        """How many letters there are of either."""
        self.verified.setText(self.tr("Verified letters ({count})").format(count=whole(verified)))
        self.all.setText(self.tr("All as read ({count})").format(count=whole(letters)))
