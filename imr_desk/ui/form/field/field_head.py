"""The line above an editor: the field's name, its mark, and what can be done to it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from imr_desk.ui.form.field.mark import Mark
from imr_desk.ui.form.field.mark_button import MarkButton

_GAP = 8


class FieldHead(QWidget):
    """Names a field; a click on its mark confirms it."""

    confirm_requested = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(name)
        self._name.setProperty("role", "label")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._mark = MarkButton()
        self._mark.clicked.connect(self.confirm_requested)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._name)
        self._line.addStretch(1)
        self._line.addWidget(self._mark)

    def show_field(self, name: str, mark: Mark) -> None:
        """Show the field's name and mark."""
        self._name.setText(name)
        self._mark.show_mark(mark)
        self._mark.setAccessibleName(self.tr("Confirm {field}: {mark}").format(field=name, mark=mark.words))

    def explain_mark(self, words: str) -> None:
        """Say this to who points at the mark."""
        self._mark.setToolTip(words)

    def widest(self) -> int:
        """The width it needs whatever its mark."""
        return self._name.sizeHint().width() + _GAP + self._mark.widest()

    def stand_as_title(self) -> None:
        """The field's name is also that of the group it opens."""
        self._name.setProperty("role", "heading")
        self._name.setWordWrap(True)
        self._line.setStretchFactor(self._name, 100)

    def add_tools(self, tools: QWidget) -> None:
        """Put buttons beside the field's name."""
        self._line.insertWidget(1, tools)
