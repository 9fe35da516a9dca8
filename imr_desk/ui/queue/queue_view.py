"""The letters of the store: filtered, sorted, and opened from the keyboard or with the mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.desk.queue.queue_model import COLUMNS
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.parts import Parts
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.queue.chosen import Chosen
from imr_desk.ui.queue.column_widths import usual_widths
from imr_desk.ui.queue.filter_bar import FilterBar
from imr_desk.ui.queue.filter_menu import FilterButton
from imr_desk.ui.queue.letter_table import LetterTable
from imr_desk.ui.queue.row_painter import CellPainter, TwoLinePainter, narrowest
from imr_desk.ui.queue.spoken import spoken

NARROW = 560
"""Below this width, in pixels, letters stand in two lines each instead of in columns."""


class QueueView(QFrame):
    """Filter, table, and a sentence where there is nothing to show."""

    open_requested = Signal(int)
    """A person wants this letter on the desk."""

    def __init__(self, parts: Parts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._model = model = parts.queue
        model.spoken = spoken
        self._open_letter: int | None = None
        self._begun = False
        self._anew = False
        """Whether other letters are listed than those that the table stood on."""
        self.filter = FilterBar(model, FilterButton(parts, asking))
        self.table = LetterTable()
        self._cells = CellPainter(self.table)
        self._lines = TwoLinePainter(self.table)
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusProxy(self.filter.words)
        self._told = ("", "")
        self._line = plain_label("muted", wraps=True)
        self._line.setContentsMargins(10, 0, 10, 0)
        self._line.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 8)
        layout.setSpacing(6)
        layout.addWidget(self.filter)
        layout.addWidget(self._line)
        layout.addWidget(self._stack, 1)
        self._set_up_table()
        self.chosen = Chosen(model, self.table, parts.keeper)
        self.chosen.changed.connect(self._say)
        model.counted.connect(self._on_counted)
        model.query_changed.connect(self._show_order)
        self.filter.left_downwards.connect(self.focus_table)

    @property
    def narrow(self) -> bool:
        """Whether letters stand in two lines each."""
        return self.width() < NARROW

    @property
    def aimed_at(self) -> bool:
        """Whether what is done next is done to the letters chosen here, not to the one on the desk."""
        if not self.isVisible() or not self.chosen.count:
            return False
        return self._open_letter is None or (self.table.hasFocus() and not self.chosen.is_only(self._open_letter))

    @property
    def said(self) -> str:
        """The line above the letters; empty where there is none."""
        return self._line.text()

    def say(self, words: str, short: str) -> None:
        """Put a line above the letters, the short one where there is little room; nothing said takes it away."""
        self._told = (words, short)
        self._say()

    def focus_filter(self) -> None:
        """Let the person type what to look for."""
        self.filter.focus()

    def focus_table(self) -> None:
        """Let the person choose with the arrow keys."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.selectionModel().hasSelection() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(max(0, self.table.currentIndex().row()), 0))

    def mark_open(self, letter_id: int | None) -> None:
        """Show which letter is on the desk."""
        self._open_letter = letter_id
        self._lines.open_letter = letter_id
        self.table.viewport().update()
        if letter_id is not None:
            self._model.find_place(letter_id, self._go_to)

    def _say(self) -> None:
        """The line is as high when several are chosen as when none are: the rows do not move."""
        words, short = self._told
        chosen, listed = self.chosen.count, self._model.rowCount()
        usual = self.tr("{letters} listed").format(letters=letters_name(listed)) if listed else ""
        many = self.tr("{letters} chosen").format(letters=letters_name(chosen)) if chosen > 1 else ""
        if self.narrow:
            said, usual = many or short or usual, short or usual
        else:
            said, usual = (" \N{MIDDLE DOT} ".join(filter(None, (one, words))) for one in (many or usual, usual))
        self._line.setText(usual)
        self._line.setMinimumHeight(self._line.heightForWidth(self.width() - 2) if usual else 0)
        self._line.setText(said)
        self._line.setToolTip(words)
        self._line.setVisible(bool(said))

    def _begin(self) -> None:
        """Once, when there are letters: have the first one chosen for all to see, since Enter opens it."""
        if self._begun or not self.table.hasFocus() or not self._model.rowCount():
            return
        self._begun = True
        if self._open_letter is None and not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self._model.index(0, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as its two lines: where there is less room than for one line, they are what stands there."""
        return QSize(max(self.filter.narrowest, narrowest(self.font())), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Larger text wants wider columns and higher rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._widen()
            self._lay_out()

    def _widen(self) -> None:
        for place, width in enumerate(usual_widths(self.fontMetrics())):
            self.table.setColumnWidth(place, width)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(self.tr("Letters"))
        said = self.tr("Up, Down: choose a letter \N{MIDDLE DOT} Enter: open it \N{MIDDLE DOT} Shift: choose several")
        table.setProperty("hint", said)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        # painting the header, Qt asks of every row whether it is chosen: of 200,000 that takes seconds
        table.horizontalHeader().setSelectionModel(QItemSelectionModel(self._model, table))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        self._widen()
        table.doubleClicked.connect(table.open_at)
        table.open_requested.connect(self.open_requested)
        table.typed.connect(self.filter.begin)
        table.attended.connect(self._begin)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.narrow
        self.filter.lay_out(narrow, self.width() - 2)
        self.table.horizontalHeader().setVisible(not narrow)
        for place in range(1, len(COLUMNS)):
            self.table.setColumnHidden(place, narrow)
        self.table.setItemDelegate(self._lines if narrow else self._cells)
        line = self.fontMetrics().height()
        high, rows = (2 * line + 20 if narrow else line + 14), self.table.verticalHeader()
        if rows.defaultSectionSize() != high:
            rows.setDefaultSectionSize(high)
            self.table.scrollTo(self.table.currentIndex())
        header, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(0, modes.Stretch if narrow else modes.Interactive)
        most = usual_widths(self.fontMetrics())[0]
        if not narrow and not most // 2 <= self.table.columnWidth(0) <= most:
            self.table.setColumnWidth(0, most)

    def _show_order(self) -> None:
        """Have the header say what the letters are sorted by, whoever asked for it; they begin at the first again."""
        self._anew = True
        query, header = self._model.query, self.table.horizontalHeader()
        by = next((at for at, column in enumerate(COLUMNS) if column.order is query.order), -1)
        down = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(header):
            header.setSortIndicator(by, down)
        header.viewport().update()

    def _on_counted(self) -> None:
        found = self._model.rowCount() > 0
        filtered = self._model.query.filtered
        nothing = self.tr("No letter matches. Take away a condition with its cross, or a word with Esc.")
        none_yet = self.tr("No letters yet. Import yours, or drop them here.")
        self._empty.setText(nothing if filtered else none_yet)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        self._say()
        if self._anew and found:
            self._anew = False
            self.table.scrollToTop()
            if self._open_letter is None:
                first, how = self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                self.table.selectionModel().setCurrentIndex(first, how)
        self._begin()
        if self._open_letter is not None and self.chosen.count <= 1:
            self._model.find_place(self._open_letter, self._go_to)

    def _go_to(self, place: int | None) -> None:
        if place is None or place >= self._model.rowCount():
            self.table.clearSelection()
            return
        index = self._model.index(place, 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, how)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
