"""A Qt model that is a window on the store's letters: any number of them, never all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer, Signal
from typing_extensions import override

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.model_index import ROOT, Index
from imr_desk.desk.queue.queue_window import BLOCK, QueueWindow
from imr_desk.desk.queue.urgency import marked
from imr_desk.letter.review import LetterState
from imr_desk.store.kept.stored import QueueRow
from imr_desk.store.queue.query import Order, QueueQuery
from imr_desk.store.store import Store

TYPING_PAUSE = 200
"""Milliseconds without a key before words are looked for; also how long changes are gathered before a refresh."""
SEEN_BLOCKS = 4
"""Blocks, those last looked at, that a refresh fetches at once."""


class QueueRole(IntEnum):
    """What a delegate may ask beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    """The whole `QueueRow`, or None while it is on its way."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it sorts by, and what it says of a letter."""

    title: str
    order: Order
    words: Callable[[QueueRow], str]
    number: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("Case number", Order.CASE_NUMBER, lambda row: row.case_number),
    Column("Decision date", Order.DECISION_DATE, lambda row: row.decision_date),
    Column("Items", Order.ITEMS, lambda row: str(row.items or ""), number=True),
    Column("State", Order.STATE, lambda row: row.state.value),
    Column("Priority", Order.PRIORITY, lambda row: marked(row.priority)),
    Column("Assigned to", Order.ASSIGNEE, lambda row: row.assignee),
    Column("To look at", Order.ATTENTION, lambda row: str(row.attention or ""), number=True),
    Column("Errors", Order.OPEN_ERRORS, lambda row: str(row.open_errors or ""), number=True),
    Column("File", Order.FILE, lambda row: row.file),
)


class QueueModel(QAbstractTableModel):
    """The letters that a query means, fetched in blocks as they are looked at."""

    counted = Signal()
    """How many letters there are is known, or known anew."""
    query_changed = Signal()

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._query = QueueQuery()
        self._count = 0
        self._window = QueueWindow()
        self._generation = 0
        self.spoken: Callable[[QueueRow, Order], str] = lambda _row, _order: ""
        """What a screen reader says of a letter in the column of that order; its own words where that is empty."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_PAUSE)
        self._soon.timeout.connect(self.refresh)

    @property
    def query(self) -> QueueQuery:
        return self._query

    def show_letters(self, query: QueueQuery) -> None:
        """Show the letters that this query means."""
        if query != self._query:
            self._query = query
            self.query_changed.emit()
            self.refresh()

    def filter_states(self, states: frozenset[LetterState]) -> None:
        """Show only letters in these states; all where none is named."""
        self.show_letters(replace(self._query, states=states))

    def filter_words(self, words: str) -> None:
        """Show only letters with these words, once no key has been pressed for a moment."""
        self._query = replace(self._query, words=words)
        self.query_changed.emit()
        self._soon.start()

    def refresh_soon(self) -> None:
        """Something in the store has changed: look again shortly, once for many changes."""
        if not self._soon.isActive():
            self._soon.start()

    def catch_up(self) -> None:
        """Look again now rather than shortly, where something has changed."""
        if self._soon.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Look again how many letters there are and what they are."""
        self._soon.stop()
        self._generation += 1
        generation, query = self._generation, self._query
        numbers = self._window.held()[-SEEN_BLOCKS:] or (0,)
        self._keeper.ask(
            lambda store: (store.queue_count(query), _blocks(store, query, numbers)),
            lambda found: self._on_counted(generation, *found),
        )

    def row_at(self, place: int) -> QueueRow | None:
        """The letter at a place, where it is at hand; asks for it where not."""
        number = self._window.wanted(place)
        if number is not None:
            self._fetch(number)
        return self._window.row(place)

    def find_place(self, letter_id: int, done: Callable[[int | None], None]) -> None:
        """Tell `done` at which place of the present query a letter stands."""
        query = self._query
        self._keeper.ask(lambda store: store.queue_place(query, letter_id), done)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                row = self.row_at(index.row())
                return "\N{HORIZONTAL ELLIPSIS}" if row is None else column.words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self.row_at(index.row())
                return (row and self.spoken(row, column.order)) or None
            case Qt.ItemDataRole.TextAlignmentRole if column.number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case QueueRole.ROW:
                return self.row_at(index.row())
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.tr(column.title) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        by = COLUMNS[column].order if 0 <= column < len(COLUMNS) else Order.ID
        self.show_letters(replace(self._query, order=by, descending=order is Qt.SortOrder.DescendingOrder))

    def _on_counted(self, generation: int, count: int, blocks: Mapping[int, Sequence[QueueRow]]) -> None:
        """The number of letters and the rows in view change in one stroke: no row is ever another letter's."""
        if generation != self._generation:
            return
        self._window.start_anew(blocks)
        self._resize(count)
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(COLUMNS) - 1))
        self.counted.emit()

    def _resize(self, count: int) -> None:
        if count > self._count:
            self.beginInsertRows(ROOT, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(ROOT, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _fetch(self, number: int) -> None:
        generation, query = self._generation, self._query
        self._keeper.ask(
            lambda store: store.queue(query, number * BLOCK, BLOCK),
            lambda rows: self._on_fetched(generation, number, rows),
        )

    def _on_fetched(self, generation: int, number: int, rows: Sequence[QueueRow]) -> None:
        if generation != self._generation or not rows:
            return
        self._window.put(number, rows)
        first = number * BLOCK
        last = min(first + len(rows), self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


def _blocks(store: Store, query: QueueQuery, numbers: Sequence[int]) -> dict[int, Sequence[QueueRow]]:
    return {number: store.queue(query, number * BLOCK, BLOCK) for number in numbers}
