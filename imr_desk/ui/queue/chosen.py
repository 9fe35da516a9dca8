"""Which letters are chosen in the list: known by their numbers, also those that were never looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.queue.queue_window import BLOCK

Ids = tuple[int, ...]


class Chosen(QObject):
    """Follows the table's selection; letters are never changed for others that came into their rows."""

    changed = Signal()

    def __init__(self, model: QueueModel, table: QTableView, keeper: Keeper) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._keeper = keeper
        self._places: tuple[range, ...] = ()
        self._ids: Ids | None = ()
        table.selectionModel().selectionChanged.connect(self._follow)
        model.counted.connect(self._look_again)
        model.rowsRemoved.connect(self._let_go)
        model.query_changed.connect(self._let_go)

    @property
    def count(self) -> int:
        """How many letters are chosen."""
        return sum(map(len, self._places))

    def is_only(self, letter_id: int | None) -> bool:
        """Whether this letter is chosen and no other."""
        return letter_id is not None and self._ids == (letter_id,)

    def ask(self, done: Callable[[Ids], None]) -> None:
        """Tell `done` the numbers of the letters, in the order of the list."""
        self._keeper.ask(lambda _: None, lambda _: done(self._ids or ()))

    def _follow(self) -> None:
        selected = self._table.selectionModel().selection()
        ranges = (selected.at(place) for place in range(selected.count()))
        places = {range(one.top(), one.bottom() + 1) for one in ranges}
        self._places = tuple(sorted(places, key=lambda one: one.start))
        self._ids = self._at_hand()
        if self._ids is None:
            self._look_up(self._know)
        self.changed.emit()

    def _look_again(self) -> None:
        """The list was fetched anew: a single row is what stands there now, several must still be the same letters."""
        if self.count == 1:
            self._follow()
        elif self.count and self._ids is not None:
            self._look_up(self._compare)

    def _compare(self, places: tuple[range, ...], ids: Ids) -> None:
        if places == self._places and ids != self._ids:
            self._let_go()

    def _know(self, places: tuple[range, ...], ids: Ids) -> None:
        if places == self._places:
            self._ids = ids

    def _look_up(self, done: Callable[[tuple[range, ...], Ids], None]) -> None:
        query, places = self._model.query, self._places
        self._keeper.ask(lambda store: store.queue_ids(query, *places), lambda ids: done(places, ids))

    def _at_hand(self) -> Ids | None:
        """The letters that the person sees in these rows; None where some are not at hand."""
        if self.count > 2 * BLOCK:
            return None
        rows = [self._model.row_at(place) for places in self._places for place in places]
        return tuple(row.id for row in rows if row) if all(rows) else None

    def _let_go(self) -> None:
        if self.count > 1:
            self._table.clearSelection()
