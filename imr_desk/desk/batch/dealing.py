"""The cards of a batch check as they are dealt: of which letters, in which order, and which are set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.batch.cards import Card, CardKey, Sorting, Tally, sorted_by, tally
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.letter.batch import BatchField
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import FieldValue
from imr_desk.store.queue.query import QueueQuery

STACK = 500
"""Cards dealt at once: about an hour's work."""


class Dealing(QObject):
    """Knows the cards on the table. Looking at cards, sorting them and setting them aside changes no letter."""

    dealt = Signal()
    """There are other cards, or they lie in another order."""
    cards_changed = Signal()
    """The cards are the same, but something has become of some."""
    said = Signal(str)
    """Something was not done; the sentence says what and why."""

    def __init__(self, keeper: Keeper, reader: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._reader = reader
        self._query = QueueQuery()
        self._field: BatchField | None = None
        self._sorting = Sorting.SURENESS
        self._cards: dict[CardKey, Card] = {}
        self._last: FieldValue | None = None
        self._more = False
        self._steps = 0
        """Taken with these cards; the store hears of each a little later."""

    @property
    def field(self) -> BatchField | None:
        return self._field

    @property
    def sorting(self) -> Sorting:
        return self._sorting

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that were dealt, in their order."""
        return tuple(self._cards.values())

    @property
    def tally(self) -> Tally:
        return tally(self._cards.values())

    @property
    def more(self) -> bool:
        """Whether more cards may wait than were dealt."""
        return self._more

    def choose(self, query: QueueQuery, field: BatchField) -> None:
        """Deal the cards of a field, from the letters of a query, the least sure first."""
        self._query, self._field, self._last = query, field, None
        self.deal_more()

    def deal_more(self) -> None:
        """Deal the cards that come after those that were dealt."""
        query, field, last = self._query, self._field, self._last
        if field is not None:
            self._reader.ask(
                lambda store: store.waiting(query, field, last, STACK),
                lambda values: self._on_dealt(field, values),
                lambda error: self.said.emit(str(error)),
            )

    def sort(self, sorting: Sorting) -> None:
        """Lay the cards in another order."""
        self._sorting = sorting
        self._lay(self.cards)

    def set_aside(self, whys: Mapping[CardKey, str]) -> None:
        """Leave cards' values as they are, each for a reason, or an empty one where the person wants it so."""
        self._put(replace(self._cards[key], aside=why) for key, why in whys.items())

    def take_up(self, keys: Collection[CardKey]) -> None:
        """Have cards that were set aside among those to be confirmed again."""
        self._put(replace(self._cards[key], aside=None) for key in keys)

    def refresh(self) -> None:
        """See what the letters hold now; a look that a step has overtaken counts for nothing."""
        keys, steps = tuple(self._cards), self._steps
        if keys:
            self._keeper.ask(
                lambda store: store.values_at(keys),
                lambda values: self._on_seen(values) if steps == self._steps else None,
                _shrug,
            )

    def _put(self, cards: Iterable[Card]) -> None:
        self._cards |= {card.key: card for card in cards}
        self.cards_changed.emit()

    def _lay(self, cards: Sequence[Card]) -> None:
        if self._field is not None:
            self._cards = {card.key: card for card in sorted_by(self._sorting, self._field.spec, cards)}
        self.dealt.emit()

    def _on_dealt(self, field: BatchField, values: Sequence[FieldValue]) -> None:
        if field is self._field:
            self._last = values[-1] if values else self._last
            self._more = len(values) == STACK
            self._lay([Card(value) for value in values])

    def _on_seen(self, values: Sequence[FieldValue]) -> None:
        """Show what the letters hold now; another value is a new card, and one that is gone is set aside."""
        now = {value.key: value for value in values}
        for key, card in self._cards.items():
            if key not in now:
                self._cards[key] = replace(card, aside=self.tr("Its letter does not have it any more."))
            else:
                same = now[key].entry == card.value.entry
                self._cards[key] = Card(now[key], card.aside if same else None)
        self.cards_changed.emit()


def _shrug(error: StoreError) -> None:
    """A letter that cannot be read says so when it is opened, and before anything of it is confirmed."""
    del error
