"""A place to search all letters: words above, hits below, and a sentence where there is nothing to show."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget
from typing_extensions import override

from imr_desk.desk.queue.searching import Answer, NotSearched, Searched, Searching
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.letter.sought import terms
from imr_desk.store.kept.stored import Hit, Hits
from imr_desk.ui.line_keys import LineKeysLeft
from imr_desk.ui.middle_column import MiddleColumn
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.search.hit_model import HitModel
from imr_desk.ui.search.hit_painter import HitPainter
from imr_desk.ui.words_line import WordsLine

_MOST_WIDTH = 80
"""Heights of the text beyond which a line is not read in one glance."""


class SearchLine(WordsLine):
    """The box for words: Down goes to the hits, Enter takes the one that is chosen."""

    moved = Signal(int)
    taken = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.taken.emit()
            case _:
                super().keyPressEvent(event)


class HitList(QListView):
    """The hits: Enter or a double click takes one, Up on the first goes back to the words."""

    taken = Signal()
    left_upwards = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.taken.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() == 0:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)


class SearchView(QWidget):
    """Searches as one types."""

    open_requested = Signal(Hit, str)
    """This hit is to be seen in its letter, and the words that were searched for."""

    def __init__(self, searching: Searching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searching = searching
        self._sought = ""
        self.model = HitModel(self)
        self.words = SearchLine()
        self.words.setPlaceholderText(self.tr("Words in letters, values and notes"))
        self.words.setAccessibleName(self.tr("Words to search all letters for"))
        LineKeysLeft(self.words)
        self.count = plain_label("muted", wraps=True)
        self.hits = HitList()
        self.hits.setModel(self.model)
        self.hits.setItemDelegate(HitPainter(self.hits))
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.setMouseTracking(True)
        self.hits.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.nothing = plain_label("muted", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.hits)
        self._arrange()
        self._connect()
        self._show(Searched("", Hits((), 0)))

    def start(self, words: str) -> None:
        """Begin with these words, or with those of the last search where there are none."""
        if words:
            self.words.setText(words)
        elif self.words.text():
            self._searching.look()
        self.words.selectAll()

    def _arrange(self) -> None:
        self.setFocusProxy(self.words)
        column = MiddleColumn(self, _MOST_WIDTH)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.count)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._searching.look_for)
        self.words.moved.connect(self._move)
        self.words.taken.connect(self._take)
        self.hits.taken.connect(self._take)
        self.hits.doubleClicked.connect(self._take)
        self.hits.left_upwards.connect(self.words.setFocus)
        self._searching.answered.connect(self._show)

    def _move(self, by: int) -> None:
        """To the hits, and there to the neighbour of the one that is chosen."""
        if self.model.rowCount():
            self._choose(max(0, min(self.hits.currentIndex().row() + by, self.model.rowCount() - 1)))
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.hits.selectionModel().setCurrentIndex(self.model.index(row), how)

    def _take(self, index: QModelIndex | None = None) -> None:
        hit = (index or self.hits.currentIndex()).data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.open_requested.emit(hit, self._sought)

    def _show(self, answer: Answer) -> None:
        match answer:
            case Searched(words, hits):
                same = words == self._sought
                row = self.hits.currentIndex().row() if same else 0
                self._sought = words
                self.model.show_rows(hits.hits)
                self.count.setText(self._count_words(hits))
                self.nothing.setText(self._nothing_words(words))
                self._stack.setCurrentWidget(self.hits if hits.hits else self.nothing)
                self._choose(min(row, len(hits.hits) - 1))
            case NotSearched(_, reason):
                self.model.show_rows(())
                self.count.clear()
                self.nothing.setText(self.tr("The letters could not be searched: {reason}").format(reason=reason))
                self._stack.setCurrentWidget(self.nothing)
            case _:
                assert_never(answer)

    def _count_words(self, hits: Hits) -> str:
        if not hits.letters:
            return ""
        if len(hits.hits) < hits.letters:
            first, everything = map(QLocale().toString, (len(hits.hits), hits.letters))
            return self.tr("The first {first} of {all} letters, the best first").format(first=first, all=everything)
        return letters_name(hits.letters)

    def _nothing_words(self, words: str) -> str:
        if terms(words):
            return self.tr(
                "No letter has all of these words.\n"
                "Try fewer of them, or only their beginning: three letters of a word are enough."
            )
        return self.tr(
            "Type words that the letter says, a value, or a note.\n"
            "All of the words must be there; \N{LEFT DOUBLE QUOTATION MARK}in quotes\N{RIGHT DOUBLE QUOTATION MARK} "
            "they must stand together. Capitals and accents do not matter."
        )
