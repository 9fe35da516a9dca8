"""The batch check: one field over many letters, its values confirmed by the page, each page one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from imr_desk.desk import outcomes
from imr_desk.desk.attention import no_value_sentence
from imr_desk.desk.batch_cards import Card, Fate, Place, Sorting, Tally, sorted_by, tally
from imr_desk.desk.batch_step import Agreed, agreed
from imr_desk.desk.keeper import Keeper
from imr_desk.desk.naming import field_name
from imr_desk.desk.outbox import Saved
from imr_desk.desk.outcomes import NoValue
from imr_desk.desk.session import Session
from imr_desk.letter.batch import BATCH_FIELDS, BatchField
from imr_desk.letter.entry import Entry, Outcome, Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.text import LetterText
from imr_desk.store.errors import StoreError
from imr_desk.store.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.store.stored import FieldValue

STACK = 500
"""Cards dealt at once: about an hour's work."""
COUNTED = 10_000
"""A field of which more values wait is only said to have more."""


class Batch(QObject):
    """Deals the cards of a field and puts what the person says of them into the letters, through the session."""

    counted = Signal()
    """How many values of another field wait is known."""
    dealt = Signal()
    """There are other cards, or they lie in another order."""
    cards_changed = Signal()
    """The cards are the same, but something has become of some."""
    stepped = Signal(int)
    """What was asked to be confirmed or corrected is done, as far as it could be: so many values."""
    said = Signal(str)
    """Something was not done; the sentence says what and why."""

    def __init__(self, keeper: Keeper, reader: Keeper, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._reader = reader
        self._session = session
        self._query = QueueQuery()
        self._counts: dict[str, int] = {}
        self._field: BatchField | None = None
        self._sorting = Sorting.SURENESS
        self._cards: dict[Place, Card] = {}
        self._last: FieldValue | None = None
        self._more = False
        session.saving_changed.connect(self._saved)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many values wait, by field, as far as counted: at most `COUNTED`, and no more are counted then."""
        return MappingProxyType(self._counts)

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

    def begin(self, query: QueueQuery) -> None:
        """Look through the letters of a query."""
        self._query = query
        self.count_anew()

    def count_anew(self) -> None:
        """Count, field by field, what waits now."""
        query = self._query
        self._counts.clear()
        for field in BATCH_FIELDS:
            self._reader.ask(partial(_count, query, field), partial(self._on_counted, query, field), _shrug)

    def choose(self, field: BatchField) -> None:
        """Deal the cards of a field, the least sure first."""
        self._field, self._last = field, None
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

    def set_aside(self, whys: Mapping[Place, str]) -> None:
        """Leave cards' values as they are, each for a reason, or an empty one where the person wants it so."""
        self._put(replace(self._cards[place], aside=why) for place, why in whys.items())

    def take_up(self, places: Collection[Place]) -> None:
        """Have cards that were set aside among those to be confirmed again."""
        self._put(replace(self._cards[place], aside=None) for place in places)

    def confirm(self, places: Collection[Place]) -> None:
        """Stand behind the values of these cards as one step; those changed elsewhere meanwhile are left out."""
        waiting = [self._cards[place] for place in places if self._cards[place].fate is Fate.WAITS]
        title = self.tr("confirm {field} on {count} cards").format(field=self._name, count=len(waiting))
        self._step(title, {card.place: card.value.entry.confirmed() for card in waiting})

    def type_value(self, place: Place, words: str, text: LetterText) -> str:
        """Put the value that typed words say into a card's letter; why not, where they say none."""
        return self._correct(place, outcomes.typed(spec_of(place[1]), words, self._cards[place].value.entry, text))

    def choose_value(self, place: Place, value: Value, text: LetterText) -> str:
        """Put a value chosen from a list into a card's letter."""
        return self._correct(place, outcomes.chosen(spec_of(place[1]), value, self._cards[place].value.entry, text))

    def refresh(self) -> None:
        """See what the letters hold now."""
        places = tuple(self._cards)
        if places:
            self._keeper.ask(lambda store: store.values_at(places), self._on_seen, _shrug)

    @property
    def _name(self) -> str:
        return self.tr(self._field.spec.label) if self._field else ""

    def _correct(self, place: Place, outcome: Outcome | NoValue) -> str:
        if isinstance(outcome, NoValue):
            return no_value_sentence(place[1], outcome.words)
        title = self.tr("correct {field}").format(field=field_name(place[1]))
        self._step(title, {place: self._cards[place].value.entry.corrected(outcome)})
        return ""

    def _step(self, title: str, new: Mapping[Place, Entry]) -> None:
        """Make these entries of the letters as one step, where the letters still say what the cards show."""
        places = sorted(new)
        letters = sorted({letter_id for letter_id, _ in places})
        shown = {place: self._cards[place].value for place in places}
        self._keeper.ask(
            lambda store: (store.values_at(places), store.standings(letters)),
            lambda found: self._do(agreed(title, shown, new, *found)),
            lambda error: self.said.emit(str(error)),
        )

    def _do(self, agreed: Agreed) -> None:
        if not agreed.changes or self._session.do_many(agreed.title, agreed.changes):
            for place, value in agreed.values.items():
                aside = None if place in agreed.done else self.tr("Changed elsewhere meanwhile. Look at it anew.")
                self._cards[place] = Card(value, aside)
        if left_out := len(agreed.values) - len(agreed.done):
            said = self.tr("Left out, since they were changed elsewhere meanwhile: {count}. They are set aside.")
            self.said.emit(said.format(count=left_out))
        self.cards_changed.emit()
        self.stepped.emit(len(agreed.done))

    def _put(self, cards: Iterable[Card]) -> None:
        self._cards |= {card.place: card for card in cards}
        self.cards_changed.emit()

    def _lay(self, cards: Sequence[Card]) -> None:
        if self._field is not None:
            self._cards = {card.place: card for card in sorted_by(self._sorting, self._field.spec, cards)}
        self.dealt.emit()

    def _on_counted(self, query: QueueQuery, field: BatchField, count: int) -> None:
        if query == self._query:
            self._counts[field.pattern] = count
            self.counted.emit()

    def _on_dealt(self, field: BatchField, values: Sequence[FieldValue]) -> None:
        if field is self._field:
            self._last = values[-1] if values else self._last
            self._more = len(values) == STACK
            self._lay([Card(value) for value in values])

    def _on_seen(self, values: Sequence[FieldValue]) -> None:
        """Show what the letters hold, where that is something else; a value that is gone stays as it was, aside."""
        now = {(value.letter_id, value.path): value for value in values}
        for place, card in self._cards.items():
            if place not in now:
                self._cards[place] = replace(card, aside=self.tr("Its letter does not have it any more."))
            elif now[place] != card.value:
                self._cards[place] = Card(now[place])
        self.cards_changed.emit()

    def _saved(self) -> None:
        if isinstance(self._session.saving, Saved):
            self.refresh()


def _count(query: QueueQuery, field: BatchField, store: Store) -> int:
    return store.waiting_count(query, field, COUNTED)


def _shrug(error: StoreError) -> None:
    """A letter that cannot be read says so when it is opened, and before anything of it is confirmed."""
    del error
