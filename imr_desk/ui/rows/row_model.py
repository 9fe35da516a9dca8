"""A list model of frozen rows, each told in words for who cannot see it painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from imr_desk.desk.queue.model_index import ROOT, Index

Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Shows rows as they are given; the user role hands out the whole row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def title(self, row: Row) -> str:
        """What stands in the row."""
        raise NotImplementedError

    def words(self, row: Row) -> str:
        """The row as one would say it."""
        return self.title(row)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words(row)
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None
