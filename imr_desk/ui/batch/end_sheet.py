"""What stands when no card waits any more: what was done, what was not, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from imr_desk.desk.batch.cards import Tally
from imr_desk.ui.batch.field_list import MOST_WIDTH
from imr_desk.ui.middle_column import MiddleColumn
from imr_desk.ui.plain_label import plain_label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EndSheet(QWidget):
    """Says how a batch ended; Enter does what most want next."""

    aside_requested = Signal()
    more_requested = Signal()
    field_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("title", wraps=True)
        self.done = plain_label("heading", wraps=True)
        self.left = plain_label("muted", wraps=True)
        self.more = _button(self.tr("Deal the next cards"), self.more_requested)
        self.aside = _button(self.tr("Look at those set aside again"), self.aside_requested)
        self.field = _button(self.tr("Check another field"), self.field_requested)
        column = MiddleColumn(self, MOST_WIDTH)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (self.title, self.done, self.left):
            column.addWidget(widget)
        for button in (self.more, self.field, self.aside):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_end(self, field: str, tally: Tally, more: bool) -> None:
        """Say what became of the cards of a field."""
        self.title.setText(self.tr("{field}: all cards have been looked at").format(field=field))
        if not tally.all:
            self.title.setText(self.tr("{field}: no value waits to be confirmed").format(field=field))
        done = self.tr("{confirmed} confirmed, {corrected} corrected")
        self.done.setText(done.format(confirmed=tally.confirmed, corrected=tally.corrected))
        self.done.setVisible(bool(tally.all))
        self.left.setText(self._left(tally))
        self.left.setVisible(bool(self.left.text()))
        self.more.setVisible(more)
        self.aside.setVisible(bool(tally.aside))
        first = self.more if more else self.field
        for button in (self.more, self.field, self.aside):
            button.setProperty("role", "primary" if button is first else "")
            button.style().polish(button)
        self.setFocusProxy(first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _left(self, tally: Tally) -> str:
        said = []
        if tally.aside:
            said.append(self.tr("{count} set aside; nothing was changed there.").format(count=tally.aside))
        if tally.closed:
            closed = self.tr("{count} left alone, in letters that have been closed meanwhile.")
            said.append(closed.format(count=tally.closed))
        return "\n".join(said)


def _button(words: str, clicked: object) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("hint", QCoreApplication.translate("EndSheet", "Enter: {button}").format(button=words))
    button.clicked.connect(clicked)
    return button
