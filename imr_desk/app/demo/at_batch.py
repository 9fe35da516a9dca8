"""Hands at the batch check: choose a field, accept pages of cards, set aside, correct, open and come back."""

from __future__ import annotations

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.desk.batch.cards import Card, Fate
from imr_desk.letter import path as paths
from imr_desk.letter.batch import batch_field
from imr_desk.ui.batch.batch_view import BatchView


class AtBatch:
    """What a clerk does to cards."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._desk = desk
        self._batch = desk.parts.batch
        self._hands = hands

    @property
    def view(self) -> BatchView:
        """The batch check; raises Stuck where nobody has entered it yet."""
        body = self._desk.window.batch.body
        if body is None:
            raise Stuck("nobody has entered the batch check")
        return body

    @property
    def current(self) -> Card:
        """The card that has the keyboard."""
        card = self.view.cards.grid.pages.current
        if card is None:
            raise Stuck("there is no card")
        return card

    @property
    def ended(self) -> bool:
        """Whether all cards have been looked at."""
        return self.view.end.isVisible()

    def enter(self) -> None:
        """Go to the batch check, and see the fields with what waits of each."""
        self._hands.press("Ctrl+B")
        wait_for("the fields", lambda: self._desk.parts.batch_counts.complete)

    def choose(self, pattern: str) -> None:
        """Find a field by its name and have its cards dealt."""
        field = batch_field(pattern)
        self._hands.type(field.spec.label)
        self._hands.press("Return")
        wait_for(f"the cards of {pattern}", lambda: self._dealt(pattern))
        self.see()

    def see(self) -> None:
        """Wait until every card of the page shows its printed words, or why it has none."""
        wait_for("the cards", lambda: self.view.cards.grid.isVisible() and not self.view.cards.grid.unseen)

    def go_to(self, number: int) -> Card:
        """Move the keyboard to the card of that number, from 0, on this page."""
        for _ in range(number - self.view.cards.grid.pages.shown.index(self.current)):
            self._hands.press("Right")
        return self.current

    def set_aside(self) -> None:
        """Leave the card's value as it is."""
        key = self.current.key
        self._hands.press("Space")
        wait_for("the card to be set aside", lambda: self._fate(key) is Fate.ASIDE)

    def correct(self, words: str) -> None:
        """Type another value in the place of the card's."""
        key = self.current.key
        self.try_correcting(words)
        wait_for("the corrected value", lambda: self._fate(key) is Fate.CORRECTED)

    def try_correcting(self, words: str) -> str:
        """Type something in the place of the card's value; what is said to it, if anything."""
        self._hands.press("F2")
        wait_for("the editor", lambda: self.view.cards.editor.active)
        self._hands.retype(words)
        self._hands.press("Return")
        return self.view.cards.remark.text()

    def open_letter(self) -> None:
        """Open the letter of the card, at the card's field."""
        letter_id, path = self.current.key
        self._hands.press("O")
        session, focus = self._desk.parts.session, self._desk.parts.focus
        wait_for("the letter", lambda: session.letter is not None and session.letter.id == letter_id)
        wait_for("its field", lambda: focus.path == path)

    def come_back(self) -> None:
        """Go back from the letter to the cards."""
        self._hands.press("Alt+Up")
        self.see()

    def accept(self) -> None:
        """Press Enter on the page of cards, and see the next one, or the end."""
        waiting = [card.key for card in self.view.cards.grid.pages.shown if card.fate is Fate.WAITS]
        self._hands.press("Return")
        wait_for("the page to be accepted", lambda: all(self._fate(key) is not Fate.WAITS for key in waiting))
        wait_for("the next page, or the end", lambda: self.ended or not self.view.cards.grid.unseen)

    def _dealt(self, pattern: str) -> bool:
        return bool(self._batch.cards) and all(paths.pattern(card.key[1]) == pattern for card in self._batch.cards)

    def _fate(self, key: tuple[int, str]) -> Fate:
        return next(card.fate for card in self._batch.cards if card.key == key)
