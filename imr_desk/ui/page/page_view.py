"""The middle of the desk: what menus, keys and palette can tell the pages to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.open_letter import OpenLetter
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import LabelSet
from imr_desk.letter.span import Span
from imr_desk.ui.page.find import find_all
from imr_desk.ui.page.layout import FitWidth, around, drawn_at, lay_out
from imr_desk.ui.page.shown_pages import ShownPages
from imr_desk.ui.page.units import Snap


class PageView(ShownPages):
    """The pages with the verbs of the window's actions."""

    def __init__(self, session: Session, focus: Focus, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(session, focus, images, parent)
        self._source: Span | None = None
        focus.focus_changed.connect(self._forget_source)

    def set_labels(self, labels: LabelSet) -> None:
        """Highlight with these labels from now on."""
        self.marker.labels = labels

    @property
    def snap(self) -> Snap:
        """What selections are rounded to."""
        return self.selection.snap

    def set_snap(self, snap: Snap) -> None:
        """Round selections to this unit from now on."""
        self.selection.snap = snap

    def find_words(self) -> None:
        """Ask which words to find; the selected ones are offered."""
        span = self.selection.span
        top = self.canvas.point_at(QPointF())
        start = self.selection.flow.offset_at(top) if top else None
        self.find_bar.open(self._text.text.printed(span) if span else "", span.start if span else start or 0)

    def find_next(self) -> None:
        """Go to the next place of the words looked for."""
        self.find_bar.show_next() if self.find_bar.hits else self.find_words()

    def find_previous(self) -> None:
        """Go to the place before."""
        self.find_bar.show_previous() if self.find_bar.hits else self.find_words()

    def show_found(self, words: str, span: Span | None) -> None:
        """Show where a search over all letters found these words, first of all in this span."""
        self.find_bar.open_found(words, span.start if span else 0)
        if not self.find_bar.hits:
            self.find_bar.leave()
        if span is not None:
            self.show_span(span)

    def show_source(self) -> None:
        """Bring the words of the field in focus into view; again, the next place where the letter prints the same."""
        span = self._focused_span()
        if span is None:
            self.hint.say(self.tr("This value is not printed in the letter"), passing=True)
            return
        text = self._text.text
        alike = (span, *(hit for hit in find_all(text.text, text.printed(span)) if not hit.overlaps(span)))
        at = (alike.index(self._source) + 1) % len(alike) if self._source in alike else 0
        self._source = alike[at]
        self.show_span(self._source)
        if at:
            self.selection.take(self._source)
        said = self.tr("Place {place} of {all} with these words").format(place=at + 1, all=len(alike))
        self.hint.say(said if len(alike) > 1 else self.tr("Printed in this place only"), passing=True)

    def first_sight(self, letter: OpenLetter) -> dict[int, float]:
        """The pages of another letter that will be seen when it is opened, each with its scale to draw at."""
        record = letter.record
        path = next(iter(record.to_look_at), None) or next(iter(record), None)
        span = record.at(path).span if path else None
        places = letter.text.places(span) if span else ()
        pages, room, ratio = letter.text.pages, self.canvas.viewport().size(), self.devicePixelRatioF()
        layout = lay_out(pages, self.canvas.zoom, room.width(), room.height())
        seen = around(layout, places[0] if places else None, room.height())
        return {sheet.number: drawn_at(pages[sheet.number - 1], layout.scale, ratio) for sheet in seen}

    def zoom_in(self) -> None:
        """One step larger."""
        self.canvas.zoom_by(1)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.canvas.zoom_by(-1)

    def fit_width(self) -> None:
        """As large as the window is wide."""
        self.canvas.set_zoom(FitWidth())

    def _forget_source(self) -> None:
        self._source = None
