"""The palette: type a few letters of what you want, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override


class Palette(QDialog):
    """The window's actions that make sense now, narrowed down while one types."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find an action"))
        self.resize(480, 420)
        self._actions = [action for action in actions if action.isEnabled()]
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("What do you want to do?"))
        self._words.setAccessibleName(self.tr("What do you want to do?"))
        self._words.textChanged.connect(self._narrow)
        self._words.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.itemActivated.connect(self._do)
        self._list.itemClicked.connect(self._do)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        self._narrow("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box for words hands Up, Down and Enter on to the list."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow((self._list.currentRow() + step) % max(1, self._list.count()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._list.currentItem():
                self._do(self._list.currentItem())
            case _:
                return False
        return True

    def _narrow(self, words: str) -> None:
        self._list.clear()
        for place, action in enumerate(self._actions):
            if all(word in _said(action).lower() for word in words.lower().split()):
                keys = action.shortcut().toString()
                item = QListWidgetItem(f"{_said(action)}    {keys}" if keys else _said(action), self._list)
                item.setData(Qt.ItemDataRole.UserRole, place)
        self._list.setCurrentRow(0)

    def _do(self, item: QListWidgetItem) -> None:
        self.accept()
        self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()


def _said(action: QAction) -> str:
    return action.text().replace("&", "")
