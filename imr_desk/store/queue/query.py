"""Which letters are meant, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from imr_desk.letter.review import LetterState
from imr_desk.store.figures.facet import Facet


class Order(StrEnum):
    """What the queue can be sorted by; letters alike in it stand in the order they came in.

    Upwards, priority begins with what is most urgent.
    """

    ID = "id"
    FILE = "file"
    CASE_NUMBER = "case_number"
    DECISION_DATE = "decision_date"
    ITEMS = "items"
    STATE = "state"
    ATTENTION = "attention"
    OPEN_ERRORS = "open_errors"
    TEMPLATE = "template"
    PAGES = "pages"
    ASSIGNEE = "assignee"
    PRIORITY = "priority"


class Trait(StrEnum):
    """What a letter may have about it that asks for a person."""

    ATTENTION = "attention"
    """Fields that need a look."""
    OPEN_ERRORS = "open_errors"
    """Checks that stand in the way of "verified"."""
    SAME_CASE = "same_case"
    """Another letter has its case number."""


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which letters, and their order.

    No `states` means all. All of the `words` must be parts of the file name or case number, or stand in the letter's
    text, or in what people wrote about it (see `letter.sought`). `assignee` None means anybody's, "" nobody's.
    `urgency` is the least priority; `facet` leaves only the letters behind one figure, `sample` those of the sample
    with that number, `only` some of these letters.
    """

    states: frozenset[LetterState] = frozenset()
    words: str = ""
    order: Order = Order.ID
    descending: bool = False
    assignee: str | None = None
    urgency: int | None = None
    traits: frozenset[Trait] = frozenset()
    facet: Facet | None = None
    sample: int | None = None
    only: frozenset[int] | None = None

    @property
    def all_letters(self) -> QueueQuery:
        """Every letter, in this order."""
        return QueueQuery(order=self.order, descending=self.descending)

    @property
    def filtered(self) -> bool:
        """Whether it leaves any letter out."""
        return replace(self, words=self.words.strip()) != self.all_letters
