"""The pages of the letter on the desk, with their marks, in step with session and focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.highlights.highlight_model import pending_suggestions
from imr_desk.ui.page.canvas import PageCanvas
from imr_desk.ui.page.find_bar import FindBar
from imr_desk.ui.page.hint import Hint
from imr_desk.ui.page.keys import PageKeys
from imr_desk.ui.page.marker import Marker
from imr_desk.ui.page.marking import Marking
from imr_desk.ui.page.marks import Ink, Marks, field_marks, highlight_marks, marks_of
from imr_desk.ui.page.menu import page_menu
from imr_desk.ui.page.mouse import PageMouse
from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.page.sharp_text import SharpText
from imr_desk.ui.page.tip import tip_at, what_h_does
from imr_desk.ui.page.units import Snap
from imr_desk.ui.soon import Soon

_AFTER_WORDS = 20
"""Milliseconds after which the marks stand at whole words, or are about to."""


class ShownPages(QWidget):
    """Shows the letter on the desk and follows the field in focus; its parts hear mouse and keys."""

    memo_requested = Signal(Highlight)
    field_wanted = Signal()
    """The person is done on the pages: the keyboard belongs to the field in focus again."""

    def __init__(self, session: Session, focus: Focus, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._images = images
        self._picked = ""
        self._text = SharpText(images, self)
        self._sharpen_soon = Soon(self._sharpen_all, self, _AFTER_WORDS)
        self.selection = TextSelection(self)
        self.marker = Marker(session, focus, self.selection, self)
        self.find_bar = FindBar()
        self.canvas = PageCanvas(images)
        self.hint = Hint(self.canvas)
        self._marking = Marking(self.canvas, self._text)
        self._mouse = PageMouse(self.canvas, self.selection, self.marker)
        self._keys = PageKeys(self.canvas, self.selection, self.marker)
        self._arrange()
        self._connect()
        self._mark()
        self._show_letter()

    def mark_also(self, make: Callable[[LetterText], Marks], *changed: SignalInstance) -> None:
        """Show the marks that `make` finds in the text too, and what it finds after each of these signals."""
        self._marking.add(make, *changed)

    def show_span(self, span: Span) -> None:
        """Bring a part of the letter into view, its first line about a third from the top."""
        places = self._text.text.places(span)
        if places:
            self.canvas.bring_to_third(places[0])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        page_menu(self, self.selection, self.marker, self._focus).popup(event.globalPos())

    def _arrange(self) -> None:
        self.canvas.setAccessibleName(self.tr("Pages of the letter"))
        keys = self.tr(
            "Arrows: along the words \N{MIDDLE DOT} Shift: select \N{MIDDLE DOT} "
            "Enter: fill the field, or back to it \N{MIDDLE DOT} H: highlight"
        )
        self.canvas.setProperty("hint", keys)
        self.setFocusProxy(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.canvas, stretch=1)

    def _connect(self) -> None:
        self._session.letter_shown.connect(self._show_letter)
        self._images.letter_opened.connect(self._sharpen_soon.ask)
        self._session.fields_changed.connect(lambda paths: self._sharpen(*map(self._span_of, paths)))
        self._session.highlights_changed.connect(lambda: self._sharpen(*(one.span for one in self._session.highlights)))
        self._focus.focus_changed.connect(self._follow)
        self._focus.focus_changed.connect(self._describe)
        self._text.text_changed.connect(lambda: self.selection.read(self._text.text))
        self.selection.selection_changed.connect(self._on_selection_changed)
        self.find_bar.hits_changed.connect(self._show_hit)
        self.find_bar.closed.connect(lambda: self.canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        self.marker.memo_requested.connect(self.memo_requested)
        self.marker.field_wanted.connect(self.field_wanted)
        self.marker.field_picked.connect(self._on_picked)
        self.marker.not_done.connect(lambda why: self.hint.say(why, passing=True))
        self._keys.label_awaited.connect(lambda on: self.hint.say(what_h_does(self.marker.labels) if on else ""))
        self._mouse.tip_wanted.connect(self._show_tip)
        none_there = self.tr("No words there: click on words, or drag over them.")
        self._mouse.missed.connect(lambda: self.hint.say(none_there, passing=True))

    def _mark(self) -> None:
        """Which marks there are, and after which signals each kind is made anew."""
        session, focus, find_bar = self._session, self._focus, self.find_bar
        fields = (session.fields_changed, session.list_changed, focus.focus_changed)
        self._marking.add(lambda text: field_marks(text, session.record, focus.path), *fields)
        self._marking.add(lambda text: _marked(text, self._focused_span(), Ink.FOCUSED), *fields)
        self._marking.add(
            lambda text: highlight_marks(text, session.highlights, pending_suggestions(session), self.marker.labels),
            session.highlights_changed,
            self.marker.labels_changed,
        )
        self._marking.add(
            lambda text: _marked(text, self.selection.span, Ink.SELECTED), self.selection.selection_changed
        )
        self._marking.add(lambda text: marks_of(text, find_bar.hits, Ink.HIT), find_bar.hits_changed)
        self._marking.add(lambda text: _marked(text, find_bar.shown_hit, Ink.HIT_SHOWN), find_bar.hits_changed)

    def _show_letter(self) -> None:
        text = self._session.text
        self.canvas.show_letter(text.pages, self._notice())
        self._text.read(text)
        self.find_bar.read(text.text)
        self.hint.say(
            self.tr("A scan: its words cannot be selected.") if text.pages and not text.words else "", passing=True
        )
        self._sharpen_soon.ask()
        self._follow(self._focus.path or "")
        self._describe()

    def _sharpen_all(self) -> None:
        self._sharpen(*(entry.span for entry in self._session.record.entries.values()))
        self._sharpen(*(one.span for one in self._session.highlights))

    def _sharpen(self, *spans: Span | None) -> None:
        """Have exact boxes found where these spans cut words."""
        self._text.want(span for span in spans if span is not None)

    def _notice(self) -> str:
        letter = self._session.letter
        if letter is None:
            return self.tr("No letter is open.")
        return letter.outcome.message if isinstance(letter.outcome, Failure) else ""

    def _focused_span(self) -> Span | None:
        return self._span_of(self._focus.path) if self._focus.path else None

    def _span_of(self, path: str) -> Span | None:
        return self._session.record.at(path).span

    def _follow(self, path: str) -> None:
        """Show the focused field's words; those that the person has just clicked on stay where they are."""
        picked, self._picked = self._picked, ""
        span = self._focused_span()
        if span is not None and path != picked:
            self.show_span(span)

    def _on_picked(self, path: str) -> None:
        self._picked = path

    def _on_selection_changed(self) -> None:
        self.canvas.set_caret(self.selection.caret_place)
        self._describe()
        if self.selection.snap is Snap.CHARACTER and self.selection.caret is not None:
            self._text.want_page(self.selection.caret)

    def _describe(self) -> None:
        """Say to who does not see it what stands out on the pages: what is selected, else the field's words."""
        told = self.tr("Arrows move the caret, Shift selects, H highlights, Enter fills.")
        said = (self._session.text.printed(span) for span in (self.selection.standing, self._focused_span()) if span)
        self.canvas.setAccessibleDescription(" \N{EM DASH} ".join(filter(None, (next(said, ""), told))))

    def _show_hit(self) -> None:
        hit = self.find_bar.shown_hit
        places = self._text.text.places(hit) if hit else ()
        if places and not self.canvas.shows(places[0]):
            self.canvas.bring_to_third(places[0])

    def _show_tip(self, at: QPoint, offset: int) -> None:
        QToolTip.showText(at, tip_at(self._session, self.marker.labels, offset), self.canvas.viewport())


def _marked(text: LetterText, span: Span | None, ink: Ink) -> Marks:
    return marks_of(text, (span,), ink) if span else {}
