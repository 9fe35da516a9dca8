"""The palette: type a few letters of what you want, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.ui.look.extent import give_room
from imr_desk.ui.other_words import OTHER_WORDS

FULL_NAME = "full_name"
"""Property of an action whose text alone does not say what it does outside its menu."""


class Palette(QDialog):
    """The window's actions that make sense now, narrowed down while one types."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find an action"))
        give_room(self, 480, 420)
        self._actions = [action for action in actions if action.isEnabled()]
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("What do you want to do?"))
        self._words.setAccessibleName(self.tr("What do you want to do?"))
        self._words.textChanged.connect(self._narrow)
        self._words.installEventFilter(self)
        self._nothing = QLabel(self.tr("Nothing that can be done now has that name. Try another word for it."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = _two_columns()
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.itemActivated.connect(self._do)
        self._list.itemClicked.connect(self._do)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing, 1)
        self._narrow("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box for words hands Up, Down and Enter on to the list."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if item := self._list.currentItem():
                self._do(item)
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        """So many actions on, round to the first."""
        self._stand_at((self._list.currentIndex().row() + by) % max(1, self._list.topLevelItemCount()))

    def _stand_at(self, place: int) -> None:
        self._list.setCurrentIndex(self._list.model().index(place, 0))

    def _narrow(self, words: str) -> None:
        """List what has all these words: by its own name first, then by what else it is called."""
        self._list.clear()
        wanted = words.lower().split()
        for place in sorted(self._called(wanted), key=lambda at: not _has(wanted, _said(self._actions[at]))):
            said, keys = _said(self._actions[place]), _keys(self._actions[place])
            item = QTreeWidgetItem(self._list, [said, keys])
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (said, keys))))
        self._list.setVisible(self._list.topLevelItemCount() > 0)
        self._nothing.setHidden(self._list.topLevelItemCount() > 0)
        self._stand_at(0)

    def _called(self, wanted: Sequence[str]) -> list[int]:
        return [at for at, action in enumerate(self._actions) if _has(wanted, f"{_said(action)} {_other(action)}")]

    def _do(self, item: QTreeWidgetItem) -> None:
        self.accept()
        self._actions[item.data(0, Qt.ItemDataRole.UserRole)].trigger()


def _has(wanted: Sequence[str], said: str) -> bool:
    return all(word in said.lower() for word in wanted)


def _said(action: QAction) -> str:
    return str(action.property(FULL_NAME) or action.text().replace("&", ""))


def _other(action: QAction) -> str:
    return QCoreApplication.translate("OtherWords", OTHER_WORDS.get(action.objectName(), ""))


def _keys(action: QAction) -> str:
    return action.shortcut().toString()


def _two_columns() -> QTreeWidget:
    """A list of actions with their keys beside them."""
    listed = QTreeWidget()
    listed.setProperty("role", "panel")
    listed.setColumnCount(2)
    listed.setHeaderHidden(True)
    listed.setRootIsDecorated(False)
    listed.setUniformRowHeights(True)
    listed.header().setStretchLastSection(False)
    for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents)):
        listed.header().setSectionResizeMode(column, mode)
    return listed
