"""Peeking: which place is looked at through the portal, from keys, menu and map, and what comes of a click in it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.reading import Reading
from imr_desk.letter.span import Span
from imr_desk.ui.map.letter_parts import MapRow
from imr_desk.ui.page.page_view import PageView
from imr_desk.ui.portal.paper import PortalPaper
from imr_desk.ui.portal.peek import Peek, decision_peek, header_peek, part_peek
from imr_desk.ui.portal.portal import Portal


class Portals(QObject):
    """Opens one portal at a time over the pages; the wish for what is open already takes it away."""

    def __init__(self, session: Session, focus: Focus, images: PageImages, page: PageView) -> None:
        super().__init__(page)
        self._session = session
        self._focus = focus
        self._page = page
        paper = PortalPaper(images, page.selection)
        self.portal = Portal(page.canvas, paper, page)
        paper.word_clicked.connect(self._go)
        paper.words_taken.connect(page.marker.fill)
        page.canvas.marks_changed.connect(paper.set_marks)
        session.letter_shown.connect(self.portal.close_portal)
        focus.focus_changed.connect(self._keep_off)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.portal.follow_keyboard)

    def peek_header(self) -> None:
        """The header table, or away with it."""
        letter = self._session.letter
        parts = letter.outcome.parts if letter and isinstance(letter.outcome, Reading) else ()
        self._toggle(header_peek(parts, self._session.record))

    def peek_decision(self) -> None:
        """What was read of utilization review decisions, or away with it."""
        self._toggle(decision_peek(self._session.record))

    def peek_part(self, row: MapRow) -> None:
        """A part of the letter's map, or away with it."""
        self._toggle(part_peek(row))

    def _keep_off(self) -> None:
        if self.portal.peek is not None:
            self.portal.keep_off(self._reading_height())

    def _toggle(self, peek: Peek) -> None:
        if self._session.letter is None or peek == self.portal.peek:
            self.portal.close_portal()
            return
        self.portal.open(peek, self._session.text, self._reading_height())

    def _reading_height(self) -> int | None:
        """Where in the window the words of the field in focus stand; None where they are not seen."""
        span = self._session.record.at(self._focus.path).span if self._focus.path else None
        places = self._session.text.places(span) if span else ()
        return round(self._page.canvas.rect_of(places[0]).center().y()) if places else None

    def _go(self, offset: int) -> None:
        """To the word that was clicked on, on the page itself."""
        self.portal.close_portal()
        word = Span(offset, offset + 1)
        self._page.show_span(word)
