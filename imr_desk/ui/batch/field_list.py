"""The fields that can be checked over many letters, each with how many values wait; found by a few letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QTableView, QWidget
from typing_extensions import override

from imr_desk.desk.batch.counts import COUNTED, BatchCounts
from imr_desk.desk.sitting.naming import section_name
from imr_desk.letter import path as paths
from imr_desk.letter.batch import BatchField, batch_field
from imr_desk.ui.dialogs.wording import uncounted_sentence
from imr_desk.ui.form.blocks.titles import title_of
from imr_desk.ui.line_keys import LineKeysLeft
from imr_desk.ui.middle_column import MiddleColumn

MOST_WIDTH = 48
"""Heights of the text that a list of fields is wide."""
_FIELD = Qt.ItemDataRole.UserRole
_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldList(QWidget):
    """Asks which field to check."""

    field_chosen = Signal(object)
    """A `BatchField`."""

    def __init__(self, counts: BatchCounts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = counts
        self._model = QStandardItemModel(0, 3, self)
        number = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._model.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Part of the letter"), self.tr("Waiting")])
        self._model.setHeaderData(2, Qt.Orientation.Horizontal, number, Qt.ItemDataRole.TextAlignmentRole)
        self._offered = QSortFilterProxyModel(self)
        self._offered.setSourceModel(self._model)
        self._offered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offered.setFilterKeyColumn(-1)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Which field? Type a part of its name"))
        self.words.setAccessibleName(self.tr("Find a field"))
        LineKeysLeft(self.words)
        self.words.textChanged.connect(self._filter)
        self.words.installEventFilter(self)
        self.table = self._made_table()
        keys = self.tr("Up, Down: choose a field \N{MIDDLE DOT} Enter: its values as cards \N{MIDDLE DOT} Esc: back")
        self.words.setProperty("hint", keys)
        self.table.setProperty("hint", keys)
        self.empty = QLabel(self.tr("No value waits to be confirmed in the letters listed."))
        self.empty.setProperty("role", "muted")
        self.uncounted = QLabel()
        self.uncounted.setProperty("role", "muted")
        self.uncounted.setWordWrap(True)
        column = MiddleColumn(self, MOST_WIDTH)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self._explanation(), self.uncounted, self.words, self.empty, self.table):
            column.addWidget(widget)
        self.setFocusProxy(self.words)
        counts.counted.connect(self._fill)
        self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move in the list do so while words are typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _TO_THE_LIST:
                self.table.keyPressEvent(event)
                return True
            if event.key() in _ENTER:
                self._choose()
                return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _explanation(self) -> QLabel:
        said = self.tr(
            "One field of all the letters listed, as cards: the printed words, and the value as it was read. "
            "Decisions are never offered here."
        )
        label = QLabel(said)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        return label

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._offered)
        table.setAccessibleName(self.tr("Fields"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        table.doubleClicked.connect(lambda _: self._choose())
        return table

    def _filter(self, words: str) -> None:
        self._offered.setFilterFixedString(words)
        self._select_first()

    def _fill(self) -> None:
        """Show the fields of which something waits; the chosen row stays chosen."""
        chosen = self._chosen()
        self._model.setRowCount(0)
        for field in self._counts:
            self._model.appendRow(self._row(field))
        self.empty.setVisible(self._counts.complete and not self._model.rowCount())
        self.uncounted.setText(uncounted_sentence(self._counts.uncounted))
        self.uncounted.setVisible(bool(self._counts.uncounted))
        self._select_first()
        for row in range(self._offered.rowCount()):
            if chosen is not None and self._offered.index(row, 0).data(_FIELD) == chosen.pattern:
                self.table.selectRow(row)

    def _row(self, field: BatchField) -> list[QStandardItem]:
        count = self._counts[field]
        said = self.tr("more than {count}").format(count=f"{count - 1:,}") if count >= COUNTED else f"{count:,}"
        cells = [QStandardItem(words) for words in (self.tr(field.spec.label), part_words(field), said)]
        cells[2].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cells[0].setData(field.pattern, _FIELD)
        return cells

    def _select_first(self) -> None:
        if self._offered.rowCount():
            self.table.selectRow(0)

    def _chosen(self) -> BatchField | None:
        index = self.table.currentIndex().siblingAtColumn(0)
        return batch_field(index.data(_FIELD)) if index.isValid() else None

    def _choose(self) -> None:
        field = self._chosen()
        if field is not None:
            self.field_chosen.emit(field)


def part_words(field: BatchField) -> str:
    """Where in a letter a field stands: its section, and the group in it."""
    section = field.spec.section
    group = paths.pattern(field.pattern).removesuffix("[]").split(".")[1:-1]
    named = [title_of(name.removesuffix("[]")) for name in group if name != "citations[]"]
    return ", ".join([section_name(section), *named])
