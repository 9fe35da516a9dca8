"""Hands at the page: drag over printed words, to fill a field or to highlight them; look for words."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.letter.geometry import Place
from imr_desk.letter.span import Span


class AtPage:
    """What a clerk does on the pages."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._session = desk.parts.session
        self._canvas = desk.window.work.page.canvas
        self._portal = desk.window.work.portals.portal
        self._find_bar = desk.window.work.page.find_bar
        self._hands = hands

    def see(self) -> None:
        """Wait until the pages stand still and those in view are drawn sharply."""
        wait_for("the page", lambda: self._canvas.glide.resting and self._canvas.sharp)

    def fill(self, path: str, span: Span) -> None:
        """Mark words with Ctrl held: they fill the field in focus, which is `path`."""
        self.drag_over(span, "Ctrl")
        wait_for(f"{path} to hold the marked words", lambda: self._session.record.at(path).span == span)

    def try_filling(self, path: str, span: Span) -> bool:
        """Mark words with Ctrl held, as `fill`; whether the field took them."""
        before = self._session.record.at(path)
        if len(self._session.text.words_in(span)) == 1:
            self.click_on(span, "Ctrl")
        else:
            self.drag_over(span, "Ctrl")
        return self._session.record.at(path) != before

    def highlight(self, span: Span, key: str) -> None:
        """Select words and give them the label on a key."""
        before = len(self._session.highlights)
        self.drag_over(span)
        self._hands.press("H", key)
        wait_for("the highlight", lambda: len(self._session.highlights) == before + 1)

    def peek(self, key: str) -> str:
        """Press a key that peeks at another place of the letter, and see it; what is printed there, or said of it."""
        self._hands.press(key)
        wait_for("the portal", lambda: self._portal.isVisible() and self._portal.paper.sharp)
        return self._portal.accessibleDescription()

    @property
    def peeking(self) -> bool:
        """Whether a portal lies over the pages."""
        return self._portal.isVisible()

    def fill_through_portal(self, path: str, span: Span) -> None:
        """Ctrl+click the first word of a span in the portal: it fills the field in focus, which is `path`."""
        place = self._session.text.places(span)[0]
        box = self._portal.paper.rect_of(place.page, place.rect)
        if box is None:
            raise Stuck("the portal does not show these words")
        self._hands.click(self._portal.paper, QPointF(box.left() + 2, box.center().y()).toPoint(), "Ctrl")
        wait_for(f"{path} to hold the clicked word", lambda: self._session.record.at(path).span == span)

    @property
    def scrolled(self) -> int:
        """How far down the pages are scrolled, in pixels."""
        wait_for("the page to stand still", lambda: self._canvas.glide.resting)
        return self._canvas.verticalScrollBar().value()

    def turn_wheel(self, notches: int) -> None:
        """Scroll the pages; upwards where positive."""
        self._hands.wheel(self._canvas.viewport(), notches)

    def span_of(self, words: str) -> Span:
        """Where words stand in the letter for the first time, line breaks as blanks; raises Stuck where nowhere."""
        found = re.search(r"\s+".join(map(re.escape, words.split())), self._session.text.text)
        if found is None:
            raise Stuck(f"the letter does not say {words}")
        return Span(*found.span())

    def click_on(self, span: Span, modifiers: str = "") -> None:
        """Bring words into view and click on the first of them."""
        place = self._in_view(span)[0]
        middle = self._canvas.rect_of(place).center()
        self._hands.click(self._canvas.viewport(), middle.toPoint(), modifiers)

    def drag_over(self, span: Span, modifiers: str = "") -> None:
        """Bring words into view and drag the mouse over them."""
        places = self._in_view(span)
        self._hands.drag(self._canvas.viewport(), self._end(places[0], 0), self._end(places[-1], 1), modifiers)

    def find(self, words: str) -> int:
        """Look for words in the letter; how many places there are."""
        self._hands.press("Ctrl+F")
        wait_for("the box for words to find", self._find_bar.words.hasFocus)
        self._hands.retype(words)
        return len(self._find_bar.hits)

    @property
    def found(self) -> Span | None:
        """The place of the words looked for that is shown now."""
        return self._find_bar.shown_hit

    def _in_view(self, span: Span) -> tuple[Place, ...]:
        """The places of words, all of which are seen."""
        places = self._session.text.places(span)
        wait_for("the page to stand still", lambda: self._canvas.glide.resting)
        for place in reversed(places):
            self._turn_wheel_to(place)
        wait_for("the words on the page", lambda: all(self._canvas.shows(place) for place in places))
        return places

    def _turn_wheel_to(self, place: Place) -> None:
        window, bar = self._canvas.viewport(), self._canvas.verticalScrollBar()
        while not self._canvas.shows(place):
            before = bar.value()
            above = self._canvas.rect_of(place).center().y() < window.rect().center().y()
            self._hands.wheel(window, 1 if above else -1)
            if bar.value() == before:
                raise Stuck("the page does not scroll to the words")

    def _end(self, place: Place, side: int) -> QPointF:
        """A point just inside the first (0) or last (1) character of a place, on the pages' viewport."""
        box = self._canvas.rect_of(place)
        return QPointF(box.right() - 1 if side else box.left() + 1, box.center().y())
