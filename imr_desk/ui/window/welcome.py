"""What stands in the middle of an empty store: a calm way in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imr_desk.ui.keyboard.keys import Keys

_STORES = 4
"""How many stores are offered."""


class Welcome(QWidget):
    """Import your letters, or look at sample letters."""

    files_requested = Signal()
    folder_requested = Signal()
    samples_requested = Signal()
    guide_requested = Signal()
    store_requested = Signal(object)
    """The path of a store that was opened before."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        files = self._button("primary", self.files_requested)
        files.setProperty("hint", self.tr("Enter: choose the letters \N{MIDDLE DOT} Tab: the other ways to begin"))
        keys.caption(files, self.tr("Import letters..."), "import_files")
        folder = self._button("", self.folder_requested, self.tr("Import a folder..."))
        samples = self._button("quiet", self.samples_requested, self.tr("Look at the sample letters"))
        guide = self._button("quiet", self.guide_requested)
        keys.caption(guide, self.tr("Read the guide"), "guide")
        self._stores = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for label in self._greeting():
            column.addWidget(label)
        column.addLayout(_side_by_side(files, folder))
        for quiet in (samples, guide):
            column.addWidget(quiet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._stores)
        column.addStretch(3)
        self.setFocusProxy(files)

    def show_stores(self, paths: Sequence[Path]) -> None:
        """Offer stores that were opened before, those that are still there."""
        there = [path for path in paths if path.is_file()][:_STORES]
        if there:
            before = QLabel(self.tr("Opened before"))
            before.setProperty("role", "label")
            self._stores.addWidget(before, 0, Qt.AlignmentFlag.AlignHCenter)
        for path in there:
            self._stores.addWidget(self._store_button(path), 0, Qt.AlignmentFlag.AlignHCenter)

    def _greeting(self) -> tuple[QLabel, QLabel]:
        title = QLabel(self.tr("Letters in, verified data out"))
        title.setProperty("role", "title")
        said = QLabel(
            self.tr(
                "Drop letters, folders or zip files anywhere on this window.\n"
                "They are read on this computer and kept in one file; nothing leaves it."
            )
        )
        said.setProperty("role", "muted")
        for label in (title, said):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        return title, said

    def _button(self, role: str, wish: SignalInstance, words: str = "") -> QPushButton:
        """A button that utters a wish."""
        button = QPushButton(words)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(wish)
        return button

    def _store_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem)
        button.setToolTip(str(path))
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda: self.store_requested.emit(path))
        return button


def _side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
