"""What narrows the queue down: words, states, filters by name, and the order where no header is there to click."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QStyle, QStyleOptionComboBox, QWidget
from typing_extensions import override

from imr_desk.desk.queue.queue_model import COLUMNS, QueueModel
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.store.queue.query import Order
from imr_desk.ui.line_keys import LineKeysLeft
from imr_desk.ui.look.states import state_look
from imr_desk.ui.queue.chips import Chips
from imr_desk.ui.queue.filter_menu import FilterButton
from imr_desk.ui.words_line import WordsLine

_BY_DEFAULT_DOWN = {Order.ITEMS, Order.ATTENTION, Order.OPEN_ERRORS}
"""Sorted with the most first when first asked for; everything else from its start."""
_SHORTEST = 5
"""Letters of a choice that are seen at least where it stands beside another."""
_AIR = 4
"""Pixels that a style leaves free around the words of a choice."""


class FilterLine(WordsLine):
    """The box for words: Esc empties it, Down leaves for the table."""

    left_downwards = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case _:
                super().keyPressEvent(event)


class FilterBar(QWidget):
    """Filter and order of the queue."""

    left_downwards = Signal()

    def __init__(self, model: QueueModel, filters: FilterButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.words = FilterLine()
        self.words.setPlaceholderText(self.tr("Find a letter"))
        self.words.setAccessibleName(self.tr("Find a letter by case number, file name or words in it"))
        self.words.setProperty("hint", self.tr("Enter: to the letters found \N{MIDDLE DOT} Esc: empty the box"))
        LineKeysLeft(self.words)
        self.words.textChanged.connect(model.filter_words)
        self.words.left_downwards.connect(self.left_downwards)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("States to show"))
        self.states.setPlaceholderText(self.tr("Some states"))
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of the letters"))
        for choice in (self.states, self.order):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_SHORTEST)
        self.filters = filters
        self.chips = Chips(model)
        self.chips.left.connect(self.focus)
        self.chips.changed.connect(self._lead_tab)
        self._fill_states()
        self._fill_order()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self._layout.setSpacing(6)
        self.lay_out(narrow=True)
        model.query_changed.connect(self._follow)
        self._follow()

    @property
    def narrowest(self) -> int:
        """The width, in pixels, in which the usual words of each choice are whole, one below the other."""
        return self._beside + max(map(_usual_width, (self.states, self.order)))

    def focus(self) -> None:
        """Let the person type."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def begin(self, words: str) -> None:
        """Let the person go on typing what was begun in the list."""
        self.focus()
        self.words.insert(words)

    def lay_out(self, narrow: bool, width: int = 0) -> None:
        """One line where there are columns with headers to click; otherwise two lines with the order as a list.

        Three where so many pixels are too few for both choices side by side.
        """
        self.filters.set_short(narrow)
        side_by_side = self._beside + self._layout.spacing()
        for choice in (self.states, self.order):
            choice.setMinimumWidth(_usual_width(choice))
            side_by_side += choice.minimumWidth()
        places = _WIDE if not narrow else _NARROW if width >= side_by_side else _NARROWEST
        for widget, place in zip((self.words, self.states, self.order, self.filters, self.chips), places, strict=True):
            self._layout.addWidget(widget, *place)
        self.order.setVisible(narrow)
        for column, stretch in enumerate((3, 2, 1) if narrow else (1, 0, 7)):
            self._layout.setColumnStretch(column, stretch)
        self._lead_tab()

    @property
    def _beside(self) -> int:
        """Pixels beside what stands in a line."""
        margins = self._layout.contentsMargins()
        return margins.left() + margins.right()

    def _lead_tab(self) -> None:
        """Tab goes from one to the next as they are read."""
        narrow = (self.words, self.filters, self.states, self.order)
        bar = narrow if self.order.isVisibleTo(self) else (self.states, self.filters, self.words)
        for here, there in pairwise((*bar, *self.chips.chips)):
            QWidget.setTabOrder(here, there)

    def _follow(self) -> None:
        """Show what the queue was asked for elsewhere."""
        query = self._model.query
        with QSignalBlocker(self.words), QSignalBlocker(self.states), QSignalBlocker(self.order):
            if self.words.text() != query.words:
                self.words.setText(query.words)
            known = (at for at in range(self.states.count()) if self.states.itemData(at) == query.states)
            self.states.setCurrentIndex(next(known, -1))
            by = next((at for at, column in enumerate(COLUMNS) if column.order is query.order), -1)
            self.order.setCurrentIndex(by + 1)

    def _fill_states(self) -> None:
        self.states.addItem(self.tr("All states"), frozenset())
        self.states.addItem(self.tr("To do"), TO_DO)
        for state in LetterState:
            look = state_look(state)
            self.states.addItem(f"{look.mark} {look.words}", frozenset({state}))
        self.states.activated.connect(lambda at: self._model.filter_states(self.states.itemData(at)))

    def _fill_order(self) -> None:
        self.order.addItem(self.tr("As imported"), (-1, Qt.SortOrder.AscendingOrder))
        for place, column in enumerate(COLUMNS):
            self.order.addItem(self.tr("By {column}").format(column=column.title.lower()), (place, _first(place)))
        self.order.activated.connect(lambda at: self._model.sort(*self.order.itemData(at)))


_NARROW = ((0, 0, 1, 2), (1, 0), (1, 1, 1, 2), (0, 2), (2, 0, 1, 3))
_NARROWEST = ((0, 0, 1, 2), (1, 0, 1, 3), (2, 0, 1, 3), (0, 2), (3, 0, 1, 3))
_WIDE = ((0, 2), (0, 0), (0, 3), (0, 1), (1, 0, 1, 3))
"""Row, column and spans of words, states, order, filters and chips."""


def _usual_width(choice: QComboBox) -> int:
    """Pixels in which the words that usually stand in it, its first, are whole."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    box, words = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(box, option, words, choice).width()
    return choice.width() - room + choice.fontMetrics().horizontalAdvance(choice.itemText(0)) + _AIR


def _first(column: int) -> Qt.SortOrder:
    down = COLUMNS[column].order in _BY_DEFAULT_DOWN
    return Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
