"""Filters by name: those that every desk has, and those that people saved in the store."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue import filter_json
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.store.store import Store

KEY = "queue.filters"


class SavedFilters(QObject):
    """Knows all filters by name, and keeps a person's own in the store."""

    changed = Signal()

    def __init__(self, keeper: Keeper, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._own: dict[str, QueueQuery] = {}
        self.built_in = self._built_in(who)
        keeper.ask(lambda store: store.remembered(KEY) or "", self._read)

    @property
    def own(self) -> Mapping[str, QueueQuery]:
        """The filters that people saved, by name, in the order in which they were."""
        return self._own

    def find(self, query: QueueQuery) -> str | None:
        """The name under which this very filter is known."""
        return next((name for name, known in {**self.built_in, **self._own}.items() if known == query), None)

    def save(self, name: str, query: QueueQuery) -> None:
        """Keep a filter under a name; one that had it gives way."""
        self._put({**self._own, name: query})

    def rename(self, old: str, new: str) -> None:
        """Give a saved filter another name; it keeps its place."""
        self._put({new if name == old else name: query for name, query in self._own.items() if name != new})

    def remove(self, name: str) -> None:
        """Forget a saved filter; the letters are not affected."""
        self._put({other: query for other, query in self._own.items() if other != name})

    def _put(self, filters: dict[str, QueueQuery]) -> None:
        self._own = filters
        self._keeper.ask(lambda store: _keep(store, filters))
        self.changed.emit()

    def _read(self, text: str) -> None:
        self._own = {**filter_json.read(text), **self._own}
        self.changed.emit()

    def _built_in(self, who: str) -> dict[str, QueueQuery]:
        return {
            self.tr("My letters"): QueueQuery(TO_DO, assignee=who, order=Order.PRIORITY),
            self.tr("Needs a look"): QueueQuery(TO_DO, traits=frozenset({Trait.ATTENTION})),
            self.tr("Errors open"): QueueQuery(TO_DO, traits=frozenset({Trait.OPEN_ERRORS})),
            self.tr("Postponed"): QueueQuery(frozenset({LetterState.POSTPONED})),
            self.tr("Re-issued"): QueueQuery(traits=frozenset({Trait.SAME_CASE}), order=Order.CASE_NUMBER),
            self.tr("Could not be read"): QueueQuery(frozenset({LetterState.UNREADABLE})),
        }


def _keep(store: Store, filters: Mapping[str, QueueQuery]) -> None:
    store.remember(KEY, filter_json.written(filters))
