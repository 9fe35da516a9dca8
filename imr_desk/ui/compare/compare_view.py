"""The view on two letters of one case: their differences above, both letters side by side below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.difference import Comparison, Difference, FieldDifference, Side, TextDifference, compared
from imr_desk.desk.sitting.open_letter import OpenLetter
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.letter.text import NO_TEXT
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.ui.compare.beside import LetterBeside
from imr_desk.ui.compare.difference_table import DifferenceTable
from imr_desk.ui.compare.wording import told
from imr_desk.ui.look.states import state_look
from imr_desk.ui.plain_label import plain_label

_NOTHING = Comparison((), (), (), ())
_MOST_ABOVE = 0.4
"""Of the height, for the table, however many differences there are."""
_BLANK = Side(NO_TEXT, (), Record())


class CompareView(QWidget):
    """Knows the open letter, the other letters of its case, and which of them and which difference is looked at."""

    other_chosen = Signal(object)
    """The `StoredLetter` whose pages are wanted."""
    field_taken = Signal(str)
    place_taken = Signal(Span)

    def __init__(self, images: PageImages, other_images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: OpenLetter | None = None
        self._others: Sequence[StoredLetter] = ()
        self.comparison = _NOTHING
        self._sides = (_BLANK, _BLANK)
        self.count = plain_label("heading")
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("The other letter"))
        self._above = QWidget()
        self._whole = QSplitter(Qt.Orientation.Vertical)
        self.table = DifferenceTable()
        self.here, self.there = LetterBeside(images), LetterBeside(other_images)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.which.activated.connect(self._choose_other)
        self.table.chosen.connect(self._show_difference)
        self.table.taken.connect(self._take)

    def show_letters(self, letter: OpenLetter, others: Sequence[StoredLetter]) -> None:
        """Compare the open letter with the last of these; the person may choose another."""
        self._letter, self._others = letter, others
        self.which.clear()
        self.which.addItems([_named(other) for other in others])
        self.which.setVisible(len(others) > 1)
        self.which.setCurrentIndex(len(others) - 1)
        self._choose_other(len(others) - 1)

    @property
    def shown(self) -> Difference | None:
        """The difference that the person has come to."""
        row = self.table.currentIndex().row()
        return self.comparison.differences[row] if 0 <= row < len(self.comparison.differences) else None

    def _choose_other(self, place: int) -> None:
        letter, other = self._letter, self._others[place]
        if letter is None:
            return
        self._sides = (_side(letter), _side(other))
        self.comparison = compared(*self._sides)
        here, there = self._sides
        self.other_chosen.emit(other)
        self.here.show_letter(letter.file, self._of_this(letter), here.text, self.comparison.words_here)
        self.there.show_letter(other.file, _standing(other), there.text, self.comparison.words_there)
        self.table.differences.show_differences(self.comparison.differences, here.text, there.text)
        self.count.setText(self._counted())
        self._share_height()
        self.table.selectRow(0)
        self.table.setFocus()

    def _share_height(self) -> None:
        """The table has what its rows need, and the letters the rest."""
        layout = self._above.layout()
        head = layout.minimumSize().height() - self.table.minimumSizeHint().height() if layout else 0
        needed = self.table.full_height + head
        self._above.setMaximumHeight(needed)
        above = min(needed, round(self.height() * _MOST_ABOVE))
        self._whole.setSizes([above, self.height() - above])

    def _of_this(self, letter: OpenLetter) -> str:
        return self.tr("this letter \N{MIDDLE DOT} {state}").format(state=_in_words(letter.review.state, ""))

    def _counted(self) -> str:
        fields = sum(isinstance(one, FieldDifference) for one in self.comparison.differences)
        words = len(self.comparison.differences) - fields
        if not fields and not words:
            return self.tr("The two letters print the same words and hold the same values.")
        return self.tr("Fields that differ: {fields} \N{MIDDLE DOT} other words: {words}").format(
            fields=fields, words=words
        )

    def _show_difference(self, row: int) -> None:
        if not 0 <= row < len(self.comparison.differences):
            return
        one = self.comparison.differences[row]
        for pane, side, span in zip((self.here, self.there), self._sides, self.comparison.places(one), strict=True):
            pane.show_place(told(one, pane is self.here, side.text), span)

    def _take(self, row: int) -> None:
        one = self.comparison.differences[row]
        match one:
            case FieldDifference(path):
                self.field_taken.emit(path)
            case TextDifference(field=field, here=here):
                self.field_taken.emit(field) if field else self.place_taken.emit(here)
            case _:
                assert_never(one)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.which)
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addLayout(head)
        above.addWidget(self.table, 1)
        pages = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.here, self.there):
            pages.addWidget(pane)
        pages.setChildrenCollapsible(False)
        whole = self._whole
        whole.addWidget(self._above)
        whole.addWidget(pages)
        whole.setStretchFactor(0, 1)
        whole.setStretchFactor(1, 2)
        whole.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(whole)


def _side(letter: OpenLetter | StoredLetter) -> Side:
    reading = letter.outcome if isinstance(letter.outcome, Reading) else None
    return Side(reading.text if reading else NO_TEXT, reading.parts if reading else (), letter.record)


def _named(other: StoredLetter) -> str:
    return f"{other.file} \N{MIDDLE DOT} {_standing(other)}"


def _standing(other: StoredLetter) -> str:
    return _in_words(other.state, other.reviewed_by)


def _in_words(state: LetterState, who: str) -> str:
    """How far a letter is, and who made it so."""
    look = state_look(state)
    return f"{look.mark} {look.words} ({who})" if who else f"{look.mark} {look.words}"
