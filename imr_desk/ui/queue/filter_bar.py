"""What narrows the queue down: words, states, and the order where no header is there to click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from imr_desk.desk.queue_model import COLUMNS, QueueModel
from imr_desk.letter.review import LetterState
from imr_desk.ui.states import TO_DO, state_look


class FilterLine(QLineEdit):
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

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.words = FilterLine()
        self.words.setPlaceholderText(self.tr("Find a letter"))
        self.words.setAccessibleName(self.tr("Find a letter by case number or file name"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(model.filter_words)
        self.words.left_downwards.connect(self.left_downwards)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("States to show"))
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of the letters"))
        for choice in (self.states, self.order):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(7)
        self._fill_states()
        self._fill_order()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.states, 1, 0)
        self._layout.addWidget(self.order, 1, 1)
        self.set_narrow(True)
        model.query_changed.connect(self._follow)

    def focus(self) -> None:
        """Let the person type."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def set_narrow(self, narrow: bool) -> None:
        """Two lines with the order as a list; or one line where there are columns with headers to click."""
        self.order.setVisible(narrow)
        self._layout.addWidget(self.words, 0 if narrow else 1, 0 if narrow else 2, 1, 2)
        self._layout.setColumnStretch(2, 0 if narrow else 4)
        self._layout.setColumnStretch(0, 1)

    def _follow(self) -> None:
        """Show what the queue was asked for elsewhere."""
        query = self._model.query
        self.states.setCurrentIndex(max(0, self.states.findData(query.states)))
        if query.words != self.words.text():
            self.words.setText(query.words)

    def _fill_states(self) -> None:
        self.states.addItem(self.tr("All letters"), frozenset())
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


def _first(column: int) -> Qt.SortOrder:
    """How a column is sorted when first asked for: most to do first, everything else from the start."""
    return Qt.SortOrder.DescendingOrder if COLUMNS[column].number else Qt.SortOrder.AscendingOrder
