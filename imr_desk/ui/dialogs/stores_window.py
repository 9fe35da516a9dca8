"""The stores that were opened last, to be opened again or listed no more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.ui.look.extent import give_room
from imr_desk.ui.recent_stores import RecentStores

_PATH = Qt.ItemDataRole.UserRole


class StoresWindow(QDialog):
    """A row a store: its name, its folder, and whether it is still there."""

    chosen = Signal(object)
    """The path of the store to open."""

    def __init__(self, recent: RecentStores, open_now: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recent stores"))
        give_room(self, 560, 380)
        self._recent = recent
        self._open_now = open_now.absolute()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recent stores"))
        self.list.setSpacing(2)
        self.list.itemActivated.connect(lambda _: self._open())
        self.list.currentRowChanged.connect(lambda _: self._follow())
        self._said = QLabel()
        self._said.setProperty("role", "muted")
        self._said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.open_button.setProperty("role", "primary")
        self.forget_button = QPushButton(self.tr("&Remove from the list"))
        buttons.addButton(self.forget_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.forget_button.clicked.connect(self._forget)
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._fill()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a store off the list."""
        if event.key() == Qt.Key.Key_Delete and self.list.currentItem():
            self._forget()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.list.clear()
        for path in self._recent.paths:
            item = QListWidgetItem(f"{path.stem}\n{self._standing(path)}", self.list)
            item.setData(_PATH, path)
        self.list.setCurrentRow(0)
        self._follow()

    def _standing(self, path: Path) -> str:
        if path == self._open_now:
            return self.tr("{folder} \N{MIDDLE DOT} open now").format(folder=path.parent)
        if not path.is_file():
            return self.tr("{folder} \N{MIDDLE DOT} not there any more").format(folder=path.parent)
        return str(path.parent)

    def _path(self) -> Path | None:
        item = self.list.currentItem()
        return item.data(_PATH) if item else None

    def _follow(self) -> None:
        path = self._path()
        there = path is not None and path.is_file()
        self.open_button.setEnabled(there and path != self._open_now)
        self.forget_button.setEnabled(path is not None)
        gone = self.tr("The file was moved, renamed or deleted. Open it where it is now, or remove it from the list.")
        self._said.setText(gone if path is not None and not there else "")

    def _open(self) -> None:
        path = self._path()
        if path is not None and self.open_button.isEnabled():
            self.accept()
            self.chosen.emit(path)

    def _forget(self) -> None:
        path, row = self._path(), self.list.currentRow()
        if path is not None:
            self._recent.forget(path)
            self._fill()
            self.list.setCurrentRow(min(row, self.list.count() - 1))
