"""Cards by the page: which of them a page of a certain size shows, and which one has the keyboard."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from imr_desk.desk.batch.cards import Card, Fate

_DONE = frozenset({Fate.CONFIRMED, Fate.CORRECTED})


@dataclass(frozen=True, slots=True)
class Pages:
    """All cards, which of them begin a page, the columns they lie in, and the number of the current one, from 0."""

    cards: tuple[Card, ...] = ()
    starts: tuple[int, ...] = (0,)
    columns: int = 1
    at: int = 0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return bisect_right(self.starts, self.at) - 1

    @property
    def current(self) -> Card | None:
        """The card that has the keyboard."""
        return self.cards[self.at] if self.at < len(self.cards) else None

    @property
    def shown(self) -> tuple[Card, ...]:
        """The cards of the page."""
        return self.of(self.page)

    def of(self, page: int) -> tuple[Card, ...]:
        """The cards of a page; none where there is no such page."""
        return self.cards[slice(*(*self.starts, len(self.cards))[page : page + 2])] if page < self.count else ()

    def to(self, number: int) -> Pages:
        """The card of this number is the current one, on its page; the last one where there are fewer."""
        return replace(self, at=max(0, min(number, len(self.cards) - 1)))

    def moved(self, across: int, down: int) -> Pages:
        """So many cards across and down, from one page to the next where it ends."""
        return self.to(self.at + across + down * self.columns)

    def turned(self, by: int) -> Pages:
        """So many pages on or back; the same where there are no more."""
        page = self.page + by
        return self.to(self.starts[page]) if 0 <= page < self.count else self

    def renewed(self, cards: tuple[Card, ...]) -> Pages:
        """The cards as they are now; where one that was confirmed waits again, its page is the one shown."""
        shown = replace(self, cards=cards)
        pairs = enumerate(zip(self.cards, cards, strict=False))
        back = next((at for at, (was, now) in pairs if was.fate in _DONE and now.fate is Fate.WAITS), None)
        return shown if back is None or shown.to(back).page == self.page else shown.to(back)

    def turned_to(self, fate: Fate) -> Pages | None:
        """This page or the next one, round to the first, that has cards of such a fate; None where none has."""
        for page in ((self.page + by) % self.count for by in range(self.count)):
            if any(card.fate is fate for card in self.of(page)):
                return self if page == self.page else self.to(self.starts[page])
        return None
