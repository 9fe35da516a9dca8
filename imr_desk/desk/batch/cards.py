"""The cards of a batch check: one value of one letter each, and what has become of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from imr_desk.letter.entry import State
from imr_desk.letter.field import FieldSpec
from imr_desk.parser.words.convert import shown
from imr_desk.store.kept.stored import FieldValue
from imr_desk.store.queue.waiting import OPEN, rank

CardKey = tuple[int, str]
"""A letter's number and a path in it."""


class Fate(Enum):
    """What has become of a card."""

    WAITS = auto()
    ASIDE = auto()
    """Not to be confirmed here."""
    CONFIRMED = auto()
    CORRECTED = auto()
    CLOSED = auto()
    """Its letter is closed to changes."""


class Sorting(Enum):
    """In which order cards lie."""

    SURENESS = auto()
    """The least sure first."""
    VALUE = auto()
    """Equal values together, those that few letters have first: the odd one leaps to the eye."""


@dataclass(frozen=True, slots=True)
class Card:
    """A value as it was last seen; `aside` tells why it was set aside (empty: by the person's wish), if it was."""

    value: FieldValue
    aside: str | None = None

    @property
    def key(self) -> CardKey:
        return self.value.key

    @property
    def fate(self) -> Fate:
        state = self.value.entry.state
        if state is not State.MACHINE:
            return Fate.CONFIRMED if state is State.CONFIRMED else Fate.CORRECTED
        if self.value.state not in OPEN:
            return Fate.CLOSED
        return Fate.WAITS if self.aside is None else Fate.ASIDE


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards there are, and what has become of them."""

    waits: int = 0
    aside: int = 0
    confirmed: int = 0
    corrected: int = 0
    closed: int = 0

    @property
    def all(self) -> int:
        return self.waits + self.aside + self.confirmed + self.corrected + self.closed

    @property
    def settled(self) -> int:
        """How many values a person stands behind now."""
        return self.confirmed + self.corrected


def tally(cards: Iterable[Card]) -> Tally:
    """Count the cards by their fates."""
    fates = Counter(card.fate for card in cards)
    return Tally(*(fates[fate] for fate in (Fate.WAITS, Fate.ASIDE, Fate.CONFIRMED, Fate.CORRECTED, Fate.CLOSED)))


def sorted_by(sorting: Sorting, spec: FieldSpec, cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards in an order; those alike in it as their letters came in."""
    words = {card.key: shown(spec, card.value.entry.value) for card in cards}
    times = Counter(words.values())

    def key(card: Card) -> tuple[bool, int, str, float, CardKey]:
        said, by_rank = words[card.key], rank(card.value.entry)
        if sorting is Sorting.SURENESS:
            return (False, 0, "", by_rank, card.key)
        return (not said, times[said], said.casefold(), by_rank, card.key)

    return tuple(sorted(cards, key=key))


def alike(spec: FieldSpec, cards: Sequence[Card]) -> dict[CardKey, int]:
    """How many cards have the same value as each."""
    words = {card.key: shown(spec, card.value.entry.value) for card in cards}
    times = Counter(words.values())
    return {key: times[said] for key, said in words.items()}
