"""The hits of a search as a list, each in words for who cannot see it painted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from imr_desk.desk.naming import field_name
from imr_desk.store.stored import Hit, Where
from imr_desk.ui.states import state_look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HitRole(IntEnum):
    """What the painter may ask beside Qt's own roles."""

    HIT = Qt.ItemDataRole.UserRole
    """The whole `Hit`."""


class HitModel(QAbstractListModel):
    """The hits last found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                words = (hit.case_number or hit.file, state_look(hit.state).words, where_words(hit), hit.snippet.text)
                return ", ".join(words)
            case HitRole.HIT:
                return hit
            case _:
                return None


def where_words(hit: Hit) -> str:
    """What of the letter the words stand in."""
    match hit.where:
        case Where.TEXT:
            return _tr("letter")
        case Where.NAME:
            return _tr("name")
        case Where.VALUE:
            return field_name(hit.about)
        case Where.MEMO:
            return _tr("memo on a highlight")
        case Where.NOTE:
            return _tr("note on {rule}").format(rule=hit.about.partition("|")[0]) if hit.about else _tr("reason given")
        case _:
            assert_never(hit.where)


def _tr(text: str) -> str:
    return QCoreApplication.translate("search", text)
