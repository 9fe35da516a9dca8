"""The batch check's view: the list of fields, the pages of cards, and how it ended, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QKeyCombination, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.batch import Batch
from imr_desk.desk.batch_cards import Card, Fate, Sorting
from imr_desk.desk.batch_pictures import BatchPictures, Shown
from imr_desk.letter.batch import BatchField
from imr_desk.letter.entry import Value
from imr_desk.ui.batch.card_editor import CardEditor
from imr_desk.ui.batch.card_grid import CardGrid
from imr_desk.ui.batch.end_sheet import EndSheet
from imr_desk.ui.batch.field_list import FieldList, part_words
from imr_desk.ui.form.choice_lists import ChoiceLists
from imr_desk.ui.keyboard.keys import Keys


class BatchView(QWidget):
    """Enter accepts the page of cards; each card can be set aside, corrected, or its letter opened."""

    open_requested = Signal(int, str)
    """The letter of a card is wanted, at its field."""

    def __init__(
        self, batch: Batch, pictures: BatchPictures, lists: ChoiceLists, keys: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._window_keys = keys
        self._batch = batch
        self._pictures = pictures
        self._accepting = False
        self.fields = FieldList(batch)
        self.grid = CardGrid(batch, pictures)
        self.end = EndSheet()
        self.editor = CardEditor(lists, self.grid)
        self.field = QPushButton()
        self.field.setProperty("role", "quiet")
        self.sorting = QPushButton()
        self.progress = _label("label")
        self.accept_button = QPushButton(self.tr("Accept the page   Enter"))
        self.accept_button.setProperty("role", "primary")
        self.remark = _label("look")
        self.done = _label("confirmed")
        self.hint = _label("label")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._deeds = self._keys()

    def ask_field(self) -> None:
        """Show the list of fields."""
        self._stack.setCurrentWidget(self.fields)
        self.fields.words.clear()
        self.fields.setFocus()

    def accept(self) -> None:
        """Confirm every card of the page that waits, once all of them have been seen, and turn the page."""
        if self._accepting:
            return
        if unseen := self.grid.unseen:
            self.remark.setText(
                self.tr("{count} cards are still being drawn; press Enter when all are there.").format(count=unseen)
            )
            return
        waiting = [card.place for card in self.grid.shown if card.fate is Fate.WAITS]
        if waiting:
            self._accepting = True
            self._batch.confirm(waiting)
        else:
            self._turn_on()

    def turn_aside(self) -> None:
        """Set the current card aside, or take it up again."""
        card = self.grid.current
        if card is None or card.fate not in (Fate.WAITS, Fate.ASIDE):
            return
        if card.fate is Fate.WAITS:
            self._batch.set_aside({card.place: ""})
        elif isinstance(self._pictures.picture(card.value), Shown) and self._has_room(card):
            self._batch.take_up([card.place])
        else:
            self.remark.setText(self.tr("{why} Open its letter (O) to confirm it there.").format(why=card.aside or ""))

    def correct(self) -> None:
        """Edit the value of the current card where it stands."""
        card = self.grid.current
        view = self.grid.view_of(card.place) if card else None
        picture = self._pictures.picture(card.value) if card else None
        if card is None or view is None or view.parts is None:
            return
        if card.fate is Fate.CLOSED or not isinstance(picture, Shown):
            self.remark.setText(self.tr("It cannot be corrected here. Open its letter (O)."))
            return
        self.remark.clear()
        self.editor.edit(card, _around(view.parts.value, view), self._giving(card, picture))

    def open_letter(self) -> None:
        """Go to the current card's letter."""
        if (card := self.grid.current) is not None:
            self.open_requested.emit(*card.place)

    def sort_otherwise(self) -> None:
        """Lay the cards in the other order."""
        by_value = self._batch.sorting is Sorting.SURENESS
        self._batch.sort(Sorting.VALUE if by_value else Sorting.SURENESS)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back from a letter: what was done there is seen on its card."""
        super().showEvent(event)
        self._batch.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(plain, Qt.Key(event.key()))).toString()
        deed = self._deeds.get(pressed) if self._stack.currentWidget() is self._cards else None
        if deed is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or pressed in _MOVES:
            self.remark.clear()
            self.done.clear()
            deed()

    def _keys(self) -> dict[str, Callable[[], object]]:
        """What each key does among the cards."""
        grid = self.grid
        return {
            "Left": lambda: grid.step(-1, 0),
            "Right": lambda: grid.step(1, 0),
            "Up": lambda: grid.step(0, -1),
            "Down": lambda: grid.step(0, 1),
            "PgUp": lambda: grid.turn(-1),
            "PgDown": lambda: grid.turn(1),
            "Return": self.accept,
            "Enter": self.accept,
            "Space": self.turn_aside,
            "F2": self.correct,
            "O": self.open_letter,
            "Ctrl+Return": self.open_letter,
            "V": self.sort_otherwise,
        }

    def _lay_out(self) -> None:
        self._cards = QWidget()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(_row(self.field, self.sorting, None, self.progress))
        column.addWidget(self.grid, 1)
        column.addLayout(_row(self.hint, None, self.remark, self.done, self.accept_button))
        for sheet in (self.fields, self._cards, self.end):
            self._stack.addWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.hint.setText(self.tr("Space sets a card aside   F2 corrects   O opens its letter   V sorts   PgDn turns"))

    def _connect(self) -> None:
        batch = self._batch
        batch.dealt.connect(self._on_dealt)
        batch.cards_changed.connect(self._show_progress)
        batch.stepped.connect(self._on_stepped)
        batch.said.connect(self.remark.setText)
        self.grid.page_shown.connect(self._show_progress)
        self.grid.open_requested.connect(lambda place: self.open_requested.emit(*place))
        self.editor.ended.connect(self.grid.setFocus)
        self.fields.field_chosen.connect(batch.choose)
        self.field.clicked.connect(self.ask_field)
        self.sorting.clicked.connect(self.sort_otherwise)
        self.accept_button.clicked.connect(self.accept)
        self.end.field_requested.connect(self._ask_another)
        self.end.more_requested.connect(batch.deal_more)
        self.end.aside_requested.connect(self._look_at_aside)

    def _on_dealt(self) -> None:
        field = self._batch.field
        if field is None:
            return
        self.field.setText(_named(field))
        by_value = self._batch.sorting is Sorting.VALUE
        self.sorting.setText(self.tr("Equal values together") if by_value else self.tr("Least sure first"))
        self.remark.clear()
        self._show_cards() if self._batch.cards else self._show_end()

    def _show_cards(self) -> None:
        self._stack.setCurrentWidget(self._cards)
        self.grid.setFocus()
        self._show_progress()

    def _show_end(self) -> None:
        field = self._batch.field
        if field is not None:
            self.end.show_end(_named(field), self._batch.tally, self._batch.more)
            self._stack.setCurrentWidget(self.end)
            self.end.setFocus()

    def _on_stepped(self, done: int) -> None:
        """What was asked for is done: on to the next page, where all of this one is."""
        undo = self._window_keys.first("undo")
        said = self.tr("{count} done; {key} takes that back") if undo else self.tr("{count} done")
        self.done.setText(said.format(count=done, key=undo) if done else "")
        if self._accepting:
            self._accepting = False
            self._turn_on()

    def _turn_on(self) -> None:
        if not self.grid.turn_to_work():
            self._show_end()

    def _look_at_aside(self) -> None:
        self._show_cards()
        self.grid.turn_to(Fate.ASIDE)

    def _ask_another(self) -> None:
        self._batch.count_anew()
        self.ask_field()

    def _giving(self, card: Card, picture: Shown) -> Callable[[str | Value, bool], str]:
        """Takes what the editor gives for a card; why not is also said below the cards."""

        def give(given: str | Value, listed: bool) -> str:
            if listed:
                why_not = self._batch.choose_value(card.place, given, picture.text)
            else:
                why_not = self._batch.type_value(card.place, str(given), picture.text)
            self.remark.setText(why_not)
            return why_not

        return give

    def _has_room(self, card: Card) -> bool:
        view = self.grid.view_of(card.place)
        return view is not None and view.fits()

    def _show_progress(self) -> None:
        tally = self._batch.tally
        said = [
            self.tr("page {page} of {pages}").format(page=self.grid.page + 1, pages=self.grid.pages),
            self.tr("{settled} of {all} confirmed").format(settled=tally.settled, all=tally.all),
            self.tr("{count} set aside").format(count=tally.aside) if tally.aside else "",
        ]
        self.progress.setText(" \N{MIDDLE DOT} ".join(words for words in said if words))
        waiting = sum(card.fate is Fate.WAITS for card in self.grid.shown)
        self.accept_button.setText(
            self.tr("Accept {count} cards   Enter").format(count=waiting) if waiting else self.tr("Next page   Enter")
        )


_MOVES = frozenset({"Left", "Right", "Up", "Down", "PgUp", "PgDown"})
"""Keys that may be held down; all others count once."""


def _named(field: BatchField) -> str:
    return f"{QCoreApplication.translate('fields', field.spec.label)}  \N{MIDDLE DOT}  {part_words(field)}"


def _around(box: QRect, view: QWidget) -> QRect:
    """Room for an editor above the value of a card, as seen from the board that the card lies on."""
    return box.translated(view.pos()).adjusted(-6, -6, 6, 6)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None is what stretches."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
