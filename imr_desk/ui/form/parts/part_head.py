"""The head of a part of the letter: its name, how far it is confirmed, and the button that confirms the rest of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.ui.form.field.remark import Remark
from imr_desk.ui.form.parts.progress import Progress


class Count(QLabel):
    """How far a part is confirmed, on one line: in few words where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "label")
        self._words = self._few = ""

    def say(self, words: str, few: str) -> None:
        """Say these words, or the few."""
        self._words, self._few = words, few
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Room for the few words; more is taken where it is left over."""
        return QSize(self._wide(self._few), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self._words if self._wide(self._words) <= self.width() else self._few)

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1


class PartHead(QWidget):
    """Names a section or an item; without words for its button it has none. `remark` says why it was not confirmed."""

    confirm_requested = Signal()

    def __init__(self, title: str, confirm: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        self._title.setProperty("role", "heading")
        self._count = Count()
        self._confirm = QPushButton(confirm)
        self._confirm.setProperty("role", "link")
        self._confirm.setToolTip(self.tr("Ctrl+Enter"))
        self._confirm.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._confirm.clicked.connect(self.confirm_requested)
        self.remark = Remark()
        self._line = QHBoxLayout()
        self._title.setWordWrap(True)
        self._line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        self._line.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        self._line.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self.remark)

    def add_widget(self, widget: QWidget) -> None:
        """Put something more at the end of the line."""
        self._line.addWidget(widget)

    def show_title(self, title: str) -> None:
        """Name the part; a number stays on the line of its word."""
        self._title.setText("\N{NO-BREAK SPACE}".join(title.rsplit(" ", 1)))

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is confirmed."""
        said, few = self.tr("{done} of {all} confirmed"), self.tr("{done} of {all}")
        so_far = {"done": progress.done, "all": progress.of}
        self._count.say(*((said.format(**so_far), few.format(**so_far)) if progress.of else ("", "")))
        self._confirm.setHidden(not self._confirm.text() or progress.done == progress.of)
        self.remark.clear()
