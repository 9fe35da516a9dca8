"""Hands at the list of letters: search them all, choose several, do something to all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import Hands, wait_for
from imr_desk.desk.queue.searching import Answer
from imr_desk.store.kept.stored import Hit


class AtLetters:
    """What a clerk does to many letters, and how one of them is found among all."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._desk = desk
        self._hands = hands
        self._view = desk.window.work.queue
        self._search = desk.window.searches.search

    def search(self, words: str) -> list[Hit]:
        """Search all letters for words; the hits."""
        self._hands.press("Ctrl+Shift+F")
        wait_for("the box for words", self._search.words.hasFocus)
        answers: list[Answer] = []
        self._desk.parts.searching.answered.connect(answers.append)
        self._hands.retype(words)
        wait_for("the hits", lambda: bool(answers) and answers[-1].words == words)
        self._desk.parts.searching.answered.disconnect(answers.append)
        model = self._search.model
        return [model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]

    def open_hit(self, place: int) -> None:
        """Open the letter of the hit at a place, from 1, and wait until its words are shown there."""
        self._hands.press(*["Down"] * (place - 1), "Return")
        bar = self._desk.window.work.page.find_bar
        wait_for("the hit in its letter", lambda: bar.words.hasFocus() and bar.shown_hit is not None)

    def back_to_hits(self) -> None:
        """Go back from the letter to the hits."""
        self._hands.press("Escape")
        wait_for("the hits again", self._search.isVisible)

    def choose_all(self) -> int:
        """Choose all letters that the filter means; how many."""
        self._hands.press("Ctrl+L", "Down")
        wait_for("the list", self._view.table.hasFocus)
        self._hands.press("Ctrl+A")
        wait_for("the letters to be chosen", lambda: self._view.chosen.count == self._desk.parts.queue.rowCount())
        return self._view.chosen.count

    def postpone_chosen(self) -> None:
        """Postpone the chosen letters and wait until all of it is told."""
        self._hands.press("Ctrl+D")
        wait_for("it to be done", lambda: self._desk.window.messages.text.startswith("Postponed"))
