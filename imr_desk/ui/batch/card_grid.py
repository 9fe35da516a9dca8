"""A page of cards, as many as fit whole into the window; the keyboard is on one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.desk.batch.cards import Card, CardKey, Fate, Sorting, alike
from imr_desk.desk.batch.dealing import Dealing
from imr_desk.desk.batch.pictures import BatchPictures, Look, NotShown
from imr_desk.ui.batch.card_shape import MOST_LINES, print_scale, spread_large
from imr_desk.ui.batch.card_view import CardView
from imr_desk.ui.batch.pages import Pages
from imr_desk.ui.soon import Soon

_LEAST = (320, 160)


class CardGrid(QWidget):
    """Shows the cards page by page, and has their pictures and those of the next page drawn."""

    page_shown = Signal()
    """Another page is shown, or the same one otherwise."""
    open_requested = Signal(object)
    """The card of this `CardKey` was clicked twice."""

    def __init__(self, dealing: Dealing, pictures: BatchPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dealing = dealing
        self._pictures = pictures
        self._places: tuple[QRect, ...] = ()
        self._writing = self.font()
        """What is on the cards is written in this font, and printed as large as it is."""
        self._views: list[CardView] = []
        self._alike: dict[CardKey, int] = {}
        self.pages = Pages()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*_LEAST)
        self.setAccessibleName(self.tr("Cards"))
        self._soon = Soon(self._lay_out, self)
        dealing.dealt.connect(self._on_dealt)
        dealing.cards_changed.connect(self._on_changed)
        pictures.picture_ready.connect(self._on_picture)

    @property
    def unseen(self) -> int:
        """How many of the page's cards wait to be confirmed and have not been seen with their printed words."""
        pairs = zip(self.pages.shown, self._views, strict=False)
        return sum(card.fate is Fate.WAITS and not view.seen for card, view in pairs)

    def view_of(self, card: Card) -> CardView | None:
        """The card on the screen, where it is on this page."""
        shown = (view for view in self._views if view.isVisible() and view.card)
        return next((view for view in shown if view.card and view.card.key == card.key), None)

    def go(self, pages: Pages) -> None:
        """Have the keyboard on another card, on its page."""
        turned = pages.page != self.pages.page
        self.pages = pages
        if turned:
            self._show_page()
        else:
            self._take_focus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._soon.ask()
        super().changeEvent(event)

    def _on_dealt(self) -> None:
        field, cards = self._dealing.field, self._dealing.cards
        self.pages = Pages(cards)
        self._alike = alike(field.spec, cards) if field else {}
        self._lay_out()

    def _on_changed(self) -> None:
        before, self.pages = self.pages, self.pages.renewed(self._dealing.cards)
        if self.pages.page == before.page:
            self._show_cards()
        else:
            self._show_page()

    def _lay_out(self) -> None:
        """Find the size of the cards anew; the card with the keyboard stays on the page."""
        field = self._dealing.field
        if field is None or not self.pages.cards:
            return
        self._writing, lie = spread_large(self.size(), self.font(), field.spec, self.pages.cards)
        self._places = lie.places
        self.pages = replace(self.pages, starts=lie.starts, columns=lie.columns)
        self._show_page()

    def _new_view(self) -> CardView:
        view = CardView(self)
        self.setTabOrder(self, view)
        view.opened.connect(lambda: self.open_requested.emit(view.card.key) if view.card else None)
        view.painted.connect(self.page_shown)
        view.focused.connect(lambda: self._note_focus(view))
        return view

    def _show_page(self) -> None:
        """Show the page of the card with the keyboard, and have it and the next one drawn."""
        look = Look(print_scale(self._writing) * self.devicePixelRatioF(), MOST_LINES)
        wanted = (*self.pages.shown, *self.pages.of(self.pages.page + 1))
        self._pictures.want((card.value for card in wanted), look)
        self._show_cards()
        self._take_focus()

    def _show_cards(self) -> None:
        cards = self.pages.shown
        while len(self._views) < len(cards):
            self._views.append(self._new_view())
        for view in self._views[len(cards) :]:
            view.hide()
        first = self.pages.starts[self.pages.page]
        for view, card, place in zip(self._views, cards, self._places[first:], strict=False):
            view.setFont(self._writing)
            view.setGeometry(place)
            view.show_card(card, self._pictures.picture(card.value), self._same(card))
            view.show()
        self._set_aside_what_cannot_be_seen(cards)
        self.page_shown.emit()

    def _set_aside_what_cannot_be_seen(self, cards: Sequence[Card]) -> None:
        """Cards whose words cannot be shown are not for confirming here; they say why."""
        whys = {card.key: why for card in cards if card.fate is Fate.WAITS and (why := self._why_unseen(card))}
        if whys:
            self._dealing.set_aside(whys)

    def _why_unseen(self, card: Card) -> str:
        picture, view = self._pictures.picture(card.value), self.view_of(card)
        if isinstance(picture, NotShown):
            return picture.why
        return self.tr("Its words are too long for a card.") if view is not None and not view.fits() else ""

    def _on_picture(self, key: CardKey) -> None:
        """A card of this page has its picture, or a reason why not."""
        for view, card in zip(self._views, self.pages.shown, strict=False):
            if card.key == key:
                view.show_card(card, self._pictures.picture(card.value), self._same(card))
                self._set_aside_what_cannot_be_seen([card])
                return

    def _take_focus(self) -> None:
        """Put the keyboard on the current card, if it is anywhere among the cards."""
        card = self.pages.current
        view = self.view_of(card) if card else None
        _lead_tab_to(view, self._views)
        if view is not None and (self.hasFocus() or QApplication.focusWidget() in self._views):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_focus(self, view: CardView) -> None:
        """The keyboard is on this card now, perhaps by a click."""
        keys = [card.key for card in self.pages.cards]
        if view.card is not None and view.card.key in keys:
            self.pages = self.pages.to(keys.index(view.card.key))
            _lead_tab_to(view, self._views)

    def _same(self, card: Card) -> str:
        """How many cards have the value, where that is what they are sorted by."""
        if self._dealing.sorting is not Sorting.VALUE:
            return ""
        times = self._alike[card.key]
        return self.tr("{count} alike").format(count=times) if times > 1 else self.tr("alone")


def _lead_tab_to(current: CardView | None, views: Sequence[CardView]) -> None:
    """Tab comes to the current card alone, and goes on from there to what is beside the cards."""
    for view in views:
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if view is current else Qt.FocusPolicy.ClickFocus)
