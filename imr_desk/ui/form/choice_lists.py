"""The vocabulary's lists as Qt models, each made once and shared by all editors that offer it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from imr_desk.parser.vocabulary import Vocabulary


class ChoiceLists(QObject):
    """Knows, by list name, the labels to show, each with its value as user data."""

    def __init__(self, vocabulary: Vocabulary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self._models: dict[str, QStandardItemModel] = {}

    def model(self, name: str | None) -> QStandardItemModel:
        """The list's model, in the list's own order; empty where there is no such list."""
        key = name or ""
        if key not in self._models:
            self._models[key] = self._made(key)
        return self._models[key]

    def nearest(self, name: str | None, words: str) -> str | None:
        """The known value that is spelled nearly like the words; None where they are known, or nothing is near."""
        if not name or not words:
            return None
        near = self._vocabulary.nearest(name, words)
        return near if near and near.casefold() != words.casefold() else None

    def _made(self, name: str) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for choice in self._vocabulary.choices(name):
            item = QStandardItem(choice.label)
            item.setData(choice.value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        return model
