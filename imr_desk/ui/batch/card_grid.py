"""A page of cards, as many as fit whole into the window; the keyboard is on one of them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.desk.batch import Batch
from imr_desk.desk.batch_cards import Card, Fate, Place, Sorting
from imr_desk.desk.batch_pictures import BatchPictures, Look, NotShown
from imr_desk.parser.convert import shown
from imr_desk.ui.batch.card_shape import Grid, grid_for, print_scale
from imr_desk.ui.batch.card_view import CardView


class CardGrid(QWidget):
    """Shows the batch's cards page by page, and has their pictures and those of the next page drawn."""

    page_shown = Signal()
    """Another page is shown, or the same one otherwise."""
    open_requested = Signal(object)
    """A card's `Place` was clicked twice."""

    def __init__(self, batch: Batch, pictures: BatchPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._pictures = pictures
        self._grid: Grid | None = None
        self._views: list[CardView] = []
        self._cards: tuple[Card, ...] = ()
        self._times: Counter[str] = Counter()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._lay_out)
        batch.dealt.connect(self._on_dealt)
        batch.cards_changed.connect(self._on_changed)
        pictures.picture_ready.connect(self._on_picture)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._current // self._grid.cards if self._grid else 0

    @property
    def pages(self) -> int:
        """How many pages there are at this size of the window."""
        return -(-len(self._cards) // self._grid.cards) if self._grid else 0

    @property
    def current(self) -> Card | None:
        """The card that has the keyboard."""
        return self._cards[self._current] if self._current < len(self._cards) else None

    @property
    def shown(self) -> tuple[Card, ...]:
        """The cards of the page."""
        return self._on_page(self.page)

    @property
    def unseen(self) -> int:
        """How many of the page's cards wait to be confirmed and have not been seen with their printed words."""
        return sum(
            card.fate is Fate.WAITS and not view.seen for card, view in zip(self.shown, self._views, strict=False)
        )

    def view_of(self, place: Place) -> CardView | None:
        """The card on the screen for a value, where it is on this page."""
        return next((view for view in self._views if view.isVisible() and view.card and view.card.place == place), None)

    def go_to(self, number: int) -> None:
        """Have the keyboard on the card of that number, from 0, on its page."""
        page = self.page
        self._current = max(0, min(number, len(self._cards) - 1))
        self._show_page() if page != self.page else self._take_focus()

    def step(self, columns: int, rows: int) -> None:
        """Move the keyboard by so many cards across and down, from one page to the next where it ends."""
        if self._grid is not None:
            self.go_to(self._current + columns + rows * self._grid.columns)

    def turn(self, pages: int) -> None:
        """Turn so many pages on or back."""
        if self._grid is not None and 0 <= self.page + pages < self.pages:
            self.go_to((self.page + pages) * self._grid.cards)

    def turn_to_work(self) -> bool:
        """Turn to the next page, round to the first, that has cards waiting; False where none has."""
        return self.turn_to(Fate.WAITS)

    def turn_to(self, fate: Fate) -> bool:
        """Stay on this page or turn to the next one, round to the first, that has such cards; False where none has."""
        if self._grid is None:
            return False
        for page in ((self.page + by) % self.pages for by in range(self.pages)):
            if any(card.fate is fate for card in self._on_page(page)):
                if page != self.page:
                    self.go_to(page * self._grid.cards)
                return True
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._soon.start()
        super().changeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def _on_page(self, page: int) -> tuple[Card, ...]:
        size = self._grid.cards if self._grid else 0
        return self._cards[page * size : (page + 1) * size]

    def _on_dealt(self) -> None:
        self._cards = self._batch.cards
        self._current = 0
        self._times = Counter(self._words(card) for card in self._cards)
        self._lay_out()

    def _on_changed(self) -> None:
        self._cards = self._batch.cards
        self._show_cards()

    def _lay_out(self) -> None:
        """Find the size of the cards anew; the card with the keyboard stays on the page."""
        field = self._batch.field
        if field is None or self.width() < 1 or not self._cards:
            return
        self._grid = grid_for(self.size(), self.font(), field.spec, self._cards)
        while len(self._views) < self._grid.cards:
            self._views.append(self._new_view())
        self._show_page()

    def _new_view(self) -> CardView:
        view = CardView(self)
        view.opened.connect(lambda: self.open_requested.emit(view.card.place) if view.card else None)
        view.painted.connect(self.page_shown)
        view.focused.connect(lambda: self._note_focus(view))
        return view

    def _show_page(self) -> None:
        """Show the page of the card with the keyboard, and have it and the next one drawn."""
        if self._grid is None:
            return
        look = Look(print_scale(self.font()) * self.devicePixelRatioF(), self._grid.printed + 1)
        wanted = (*self.shown, *self._on_page(self.page + 1))
        self._pictures.want((card.value for card in wanted), look)
        self._show_cards()
        self._take_focus()

    def _show_cards(self) -> None:
        if self._grid is None:
            return
        cards = self.shown
        for number, view in enumerate(self._views):
            if number < len(cards):
                view.setGeometry(self._grid.at(number))
                picture = self._pictures.picture(cards[number].value)
                view.show_card(cards[number], picture, self._same(cards[number]))
            view.setVisible(number < len(cards))
        self._set_aside_what_cannot_be_seen()
        self.page_shown.emit()

    def _set_aside_what_cannot_be_seen(self) -> None:
        """Cards whose words cannot be shown are not for confirming here; they say why."""
        whys = {}
        for card, view in zip(self.shown, self._views, strict=False):
            picture = self._pictures.picture(card.value)
            if card.fate is Fate.WAITS and isinstance(picture, NotShown):
                whys[card.place] = picture.why
            elif card.fate is Fate.WAITS and not view.fits():
                whys[card.place] = self.tr("Its words are too long for a card.")
        if whys:
            self._batch.set_aside(whys)

    def _on_picture(self, place: Place) -> None:
        if any(card.place == place for card in self.shown):
            self._show_cards()

    def _take_focus(self) -> None:
        """Put the keyboard on the current card, if it is anywhere among the cards."""
        card = self.current
        view = self.view_of(card.place) if card else None
        if view is not None and (self.hasFocus() or QApplication.focusWidget() in self._views):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_focus(self, view: CardView) -> None:
        """The keyboard is on this card now, perhaps by a click."""
        places = [card.place for card in self._cards]
        if view.card is not None and view.card.place in places:
            self._current = places.index(view.card.place)

    def _same(self, card: Card) -> str:
        """How many cards have the value, where that is what they are sorted by."""
        if self._batch.sorting is not Sorting.VALUE:
            return ""
        times = self._times[self._words(card)]
        return self.tr("{count} alike").format(count=times) if times > 1 else self.tr("the only one")

    def _words(self, card: Card) -> str:
        return shown(self._batch.field.spec, card.value.entry.value) if self._batch.field else ""
