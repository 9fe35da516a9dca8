"""The sheet with the cards: what the keys do to them, what is still to do, and what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.cards import Card, Fate, Sorting
from imr_desk.desk.batch.pictures import BatchPictures, Shown
from imr_desk.letter.entry import Value
from imr_desk.ui.batch.card_editor import CardEditor
from imr_desk.ui.batch.card_grid import CardGrid
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.plain_label import plain_label

_MOVES = frozenset({"Left", "Right", "Up", "Down", "PgUp", "PgDown"})
"""Keys that may be held down; all others count once."""


class CardsSheet(QWidget):
    """Enter accepts the page of cards; each card can be set aside, corrected, or its letter opened."""

    open_requested = Signal(int, str)
    """The letter of a card is wanted, at its field."""
    field_requested = Signal()
    """Another field is wanted."""
    ended = Signal()
    """No card waits any more."""

    def __init__(
        self, batch: Batch, pictures: BatchPictures, lists: ChoiceLists, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._batch = batch
        self._pictures = pictures
        self._accepting = False
        self._accept_next = False
        """Enter was pressed while a correction was still on its way."""
        self.grid = CardGrid(batch, pictures)
        self.editor = CardEditor(lists, self.grid)
        self.field = QPushButton()
        self.field.setProperty("role", "link")
        self.field.setToolTip(self.tr("Check another field"))
        self.sorting = QPushButton()
        self.progress = plain_label("label")
        self.remark = plain_label("look", wraps=True)
        self.accept_button = QPushButton()
        self.accept_button.setProperty("role", "primary")
        self._deeds = self._keys()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)

    def show_field(self, name: str) -> None:
        """The cards are those of this field now."""
        self.field.setText(name)
        by_value = self._batch.sorting is Sorting.VALUE
        self.sorting.setText(self.tr("Equal values together (V)") if by_value else self.tr("Least sure first (V)"))
        self.remark.clear()

    def accept(self) -> None:
        """Confirm every card of the page that waits, once all of them have been seen, and turn the page."""
        if self._batch.busy:
            self._accept_next = not self._accepting
            return
        waiting = [card.key for card in self.grid.pages.shown if card.fate is Fate.WAITS]
        if unseen := self.grid.unseen:
            said = self.tr("{count} cards are still being drawn; press Enter when all are there.")
            self.remark.setText(said.format(count=unseen))
        elif waiting:
            self._accepting = True
            self._batch.confirm(waiting)
        else:
            self._turn_on()

    def turn_aside(self) -> None:
        """Set the current card aside, or take it up again."""
        card = self.grid.pages.current
        if card is None or card.fate not in (Fate.WAITS, Fate.ASIDE):
            return
        if card.fate is Fate.WAITS:
            self._batch.set_aside({card.key: ""})
        elif self._is_shown(card):
            self._batch.take_up([card.key])
        else:
            self.remark.setText(self.tr("{why} Open its letter (O) to confirm it there.").format(why=card.aside or ""))

    def correct(self) -> None:
        """Edit the value of the current card where it stands."""
        card = self.grid.pages.current
        view = self.grid.view_of(card) if card else None
        picture = self._pictures.picture(card.value) if card else None
        if card is None or view is None or view.parts is None:
            return
        if card.fate is Fate.CLOSED or not isinstance(picture, Shown):
            self.remark.setText(self.tr("It cannot be corrected here. Open its letter (O)."))
            return
        parts = view.parts
        self.editor.edit(card, _around(parts.value, view), parts.value_font, self._giving(card, picture))

    def open_letter(self) -> None:
        """Go to the current card's letter."""
        if (card := self.grid.pages.current) is not None:
            self.open_requested.emit(*card.key)

    def sort_otherwise(self) -> None:
        """Lay the cards in the other order."""
        by_value = self._batch.sorting is Sorting.SURENESS
        self._batch.sort(Sorting.VALUE if by_value else Sorting.SURENESS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(plain, Qt.Key(event.key()))).toString()
        deed = self._deeds.get(pressed)
        if deed is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or pressed in _MOVES:
            self.remark.clear()
            deed()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.grid.pages.current is not None:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the current card, for who has the mouse in hand."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = self.grid.pages.current
        aside = card is not None and card.fate is Fate.ASIDE
        for words, key, deed in (
            (self.tr("&Take it up again") if aside else self.tr("&Set it aside"), "Space", self.turn_aside),
            (self.tr("&Correct it\N{HORIZONTAL ELLIPSIS}"), "F2", self.correct),
            (self.tr("&Open its letter"), "O", self.open_letter),
        ):
            menu.addAction(f"{words}\t{key}", deed)
        return menu

    def _keys(self) -> dict[str, Callable[[], object]]:
        """What each key does among the cards."""
        grid = self.grid
        return {
            "Left": lambda: grid.go(grid.pages.moved(-1, 0)),
            "Right": lambda: grid.go(grid.pages.moved(1, 0)),
            "Up": lambda: grid.go(grid.pages.moved(0, -1)),
            "Down": lambda: grid.go(grid.pages.moved(0, 1)),
            "PgUp": lambda: grid.go(grid.pages.turned(-1)),
            "PgDown": lambda: grid.go(grid.pages.turned(1)),
            "Return": self.accept,
            "Enter": self.accept,
            "Space": self.turn_aside,
            "F2": self.correct,
            "O": self.open_letter,
            "Ctrl+Return": self.open_letter,
            "V": self.sort_otherwise,
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(_row(self.field, self.sorting, None, self.progress))
        column.addWidget(self.grid, 1)
        column.addLayout(_row(self.remark, self.accept_button))

    def _connect(self) -> None:
        self._batch.cards_changed.connect(self._show_progress)
        self._batch.stepped.connect(self._on_stepped)
        self._batch.said.connect(self.remark.setText)
        self.grid.page_shown.connect(self._show_progress)
        self.grid.open_requested.connect(lambda key: self.open_requested.emit(*key))
        self.editor.ended.connect(self.grid.setFocus)
        self.field.clicked.connect(self.field_requested)
        self.sorting.clicked.connect(self.sort_otherwise)
        self.accept_button.clicked.connect(self.accept)

    def _on_stepped(self) -> None:
        """What was asked for is done: on to the next page, where all of this one is."""
        if self._accepting:
            self._accepting = False
            self._turn_on()
        elif self._accept_next and not self._batch.busy:
            self._accept_next = False
            self.accept()

    def _turn_on(self) -> None:
        ahead = self.grid.pages.turned_to(Fate.WAITS)
        if ahead is None:
            self.ended.emit()
        else:
            self.grid.go(ahead)

    def _giving(self, card: Card, picture: Shown) -> Callable[[str | Value, bool], str]:
        """Takes what the editor gives for a card; why not is also said below the cards."""

        def give(given: str | Value, listed: bool) -> str:
            if listed:
                why_not = self._batch.choose_value(card.key, given, picture.text)
            else:
                why_not = self._batch.type_value(card.key, str(given), picture.text)
            if why_not:
                self.remark.setText(why_not)
            return why_not

        return give

    def _is_shown(self, card: Card) -> bool:
        """Whether the printed words of a card of this page can be seen."""
        view = self.grid.view_of(card)
        return view is not None and view.fits() and isinstance(self._pictures.picture(card.value), Shown)

    def _show_progress(self) -> None:
        pages, tally = self.grid.pages, self._batch.tally
        said = [
            self.tr("page {page} of {pages}").format(page=pages.page + 1, pages=pages.count),
            self.tr("{settled} of {all} confirmed").format(settled=tally.settled, all=tally.all),
            self.tr("{count} set aside").format(count=tally.aside) if tally.aside else "",
        ]
        self.progress.setText(" \N{MIDDLE DOT} ".join(words for words in said if words))
        waiting = sum(card.fate is Fate.WAITS for card in pages.shown)
        accept = self.tr("Accept {count} cards   Enter").format(count=waiting)
        self.accept_button.setText(accept if waiting else self.tr("Next page   Enter"))


def _around(box: QRect, view: QWidget) -> QRect:
    """Room for an editor above the value of a card, as seen from the board that the card lies on."""
    return box.translated(view.pos()).adjusted(-6, -6, 6, 6)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None is what stretches."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QLabel) and widget.wordWrap() else 0)
    return row
