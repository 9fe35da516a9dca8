"""The vocabulary's lists, and what people taught, as Qt models, each made once and shared by all its editors."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from imr_desk.parser.words.vocabulary import Vocabulary
from imr_desk.store.kept.stored import Alias


class ChoiceLists(QObject):
    """Knows, by list name, the labels to show, each with its value as user data."""

    def __init__(self, vocabulary: Vocabulary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self._models: dict[str, QStandardItemModel] = {}
        self._taught: tuple[Alias, ...] = ()

    def model(self, name: str | None) -> QStandardItemModel:
        """The list's model, in the list's own order; empty where there is no such list."""
        key = name or ""
        if key not in self._models:
            self._models[key] = self._made(key)
        return self._models[key]

    def teach(self, aliases: tuple[Alias, ...]) -> None:
        """Offer these names too, and no longer those taught before."""
        changed = {one.listing for one in {*self._taught} ^ {*aliases}}
        self._taught = aliases
        for name in changed & self._models.keys():
            self._models[name].clear()
            self._fill(self._models[name], name)

    def nearest(self, name: str | None, words: str) -> str | None:
        """The known value that is spelled nearly like the words; None where they are known, or nothing is near."""
        if not name or not words:
            return None
        taught = {one.printed: one.value for one in self._taught if one.listing == name}
        if words in taught.values():
            return None
        near = taught.get(words.casefold()) or self._vocabulary.nearest(name, words)
        return near if near and near.casefold() != words.casefold() else None

    def _made(self, name: str) -> QStandardItemModel:
        model = QStandardItemModel(self)
        self._fill(model, name)
        return model

    def _fill(self, model: QStandardItemModel, name: str) -> None:
        """The vocabulary's values, then those that were taught."""
        labels = {choice.value: choice.label for choice in self._vocabulary.choices(name)}
        for value, label in (labels | {one.value: one.value for one in self._taught if one.listing == name}).items():
            item = QStandardItem(label)
            item.setData(value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
