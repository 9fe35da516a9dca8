"""What stands in the middle of an empty store: a calm way in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
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
        files = QPushButton()
        keys.caption(files, self.tr("Import letters..."), "import_files")
        files.setProperty("role", "primary")
        files.setProperty("hint", self.tr("Enter: choose the letters \N{MIDDLE DOT} Tab: the other ways to begin"))
        folder = QPushButton(self.tr("Import a folder..."))
        samples = QPushButton(self.tr("Look at the sample letters"))
        samples.setProperty("role", "quiet")
        files.clicked.connect(self.files_requested)
        folder.clicked.connect(self.folder_requested)
        samples.clicked.connect(self.samples_requested)
        guide = QPushButton()
        keys.caption(guide, self.tr("Read the guide"), "guide")
        guide.setProperty("role", "quiet")
        guide.clicked.connect(self.guide_requested)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(files)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(said)
        column.addLayout(buttons)
        for quiet in (samples, guide):
            column.addWidget(quiet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stores = QVBoxLayout()
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

    def _store_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem)
        button.setToolTip(str(path))
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda: self.store_requested.emit(path))
        return button
