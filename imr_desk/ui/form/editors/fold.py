"""The handle that folds and unfolds a long text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from imr_desk.ui.form.editors.text import FOLDED_LINES, TextEditor


class Fold(QPushButton):
    """Offers the whole of a text that is longer than its editor shows; hidden where it is not."""

    def __init__(self, editor: TextEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._said: tuple[int, bool] | None = None
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._turn)
        editor.lines_changed.connect(self._follow)
        self.hide()

    def _turn(self) -> None:
        self._editor.fold(not self._editor.folded)

    def _follow(self) -> None:
        lines = self._editor.lines
        if (lines, self._editor.folded) == self._said:
            return
        self._said = lines, self._editor.folded
        self.setText(
            self.tr("Show all {count} lines").format(count=lines) if self._editor.folded else self.tr("Show less")
        )
        self.setVisible(lines > FOLDED_LINES)
