"""A person who verifies letters at the desk by keys and mouse alone, and sees on the page what the labels say."""

from __future__ import annotations

from enum import Enum

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.field import SECTIONS
from imr_desk.letter.review import LetterState
from tests.verifying.labels import Label
from tests.verifying.mending import Mending


class Care(Enum):
    """How much of a letter a person looks at."""

    EVERYTHING = "every field"
    WHAT_ASKS = "what asks for a look"


class Verifier:
    """Brings the letter on the desk to what its label says, as far as looked, and verifies it.

    A mental step is taken for every field looked at that has a value, asks for a look or should have one, for every
    list entry that has to come or go, for every error that is open, and for F12. Blank side fields are passed over
    with their neighbours.
    """

    def __init__(self, clerk: Clerk, label: Label, care: Care) -> None:
        self._clerk = clerk
        self._hands = clerk.hands
        self._form = clerk.form
        self._eyes = clerk.form.eyes
        self._label = label
        self._mending = Mending(clerk, label)
        self._looks = {Care.EVERYTHING: self._look_at_everything, Care.WHAT_ASKS: self._look_at_what_asks}[care]

    def verify(self) -> None:
        """Look, settle the errors that are open, and press F12 until the letter is verified."""
        self._looks()
        while not self._pressed_f12():
            self._settle_errors()
            self._look_at_what_asks()

    def _look_at_everything(self) -> None:
        self._eyes.rest_on_the_form()
        self._mending.settle("items")
        for section, _ in SECTIONS:
            if section != "items":
                self._look_over(section)
            for place in range(len(self._eyes.items) if section == "items" else 0):
                self._form.open_item(place)
                self._look_over(f"items[{place}]")

    def _look_over(self, part: str) -> None:
        """Compare every field of a section or item, mend what is wrong, and confirm where that is asked."""
        seen: set[str] = set()
        self._mending.settle_lists(part)
        while unseen := [path for path in self._eyes.fields(part) if path not in seen]:
            for path in unseen:
                self._look_at(path)
            seen.update(unseen)
            self._mending.settle_lists(part)
        self._confirm(part)

    def _confirm(self, part: str) -> None:
        """One doubtful field by Enter, several at once with all that stands beside them."""
        doubtful = self._doubtful(part)
        if len(doubtful) > 1:
            if not self._form.focused.startswith(part):
                self._form.be_at(doubtful[0])
            self._hands.press("Ctrl+Return")
            doubtful = self._doubtful(part)
        for path in doubtful:
            self._form.be_at(path)
            self._form.confirm()

    def _doubtful(self, part: str) -> list[str]:
        return [path for path in self._eyes.fields(part) if self._eyes.asks(path)]

    def _look_at_what_asks(self) -> None:
        """Follow Enter from one field that asks for a look to the next; see nothing else."""
        while self._clerk.session.record.to_look_at:
            path = self._form.focused
            self._look_at(path)
            if self._form.focused == path:
                self._form.confirm()

    def _look_at(self, path: str) -> None:
        words = self._form.look_at(path)
        if words or self._eyes.asks(path) or self._label.value(path) is not None:
            self._hands.think()
        self._mending.mend(path)

    def _settle_errors(self) -> None:
        """Mend what an open error is about, or let it stand where the letter itself is printed so."""
        while errors := self._eyes.errors:
            self._hands.think()
            before = self._clerk.session.record
            for path in errors[0].fields:
                self._form.look_at(path)
                self._mending.mend(path)
            if self._clerk.session.record == before:
                self._form.acknowledge_as_printed(errors[0])

    def _pressed_f12(self) -> bool:
        """Whether the letter is verified now; without trying where an error is seen to be open."""
        if self._eyes.errors:
            return False
        self._hands.think()
        states: list[LetterState | None] = []
        session, refused = self._clerk.session, list[str]()
        session.review_changed.connect(lambda: states.append(session.state))
        session.refused.connect(refused.append)
        self._hands.press("F12")
        wait_for("an answer", lambda: LetterState.VERIFIED in states or bool(refused))
        return LetterState.VERIFIED in states
