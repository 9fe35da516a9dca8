"""A line of words: text, dates and numbers, with a list's values offered while typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

from imr_desk.letter.entry import Entry
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.editors.own_keys import left_to_form

_SHOWN_COMPLETIONS = 9


class LineEditor(QLineEdit):
    """Shows a value in one line; what is typed instead is offered when the person has done typing."""

    words_typed = Signal(str)

    def __init__(
        self, spec: FieldSpec, choices: QAbstractItemModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        self._shown = ""
        self.editingFinished.connect(self.offer)
        if spec.kind is Kind.DATE:
            self.setPlaceholderText(self.tr("mm/dd/yyyy"))
        if choices is not None and choices.rowCount():
            self.setCompleter(self._completer(choices))

    @property
    def pending(self) -> bool:
        """Whether it holds words that the record does not."""
        return self.text() != self._shown

    @property
    def is_cut(self) -> bool:
        """Whether it is too narrow for its words; the mouse resting on it shows them all."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return self.fontMetrics().horizontalAdvance(self.text()) > room.width()

    def show_entry(self, entry: Entry) -> None:
        """Show the record's value; words that were being typed are gone."""
        self._shown = shown(self._spec, entry.value)
        if self.text() != self._shown:
            self.setText(self._shown)
        self.setModified(False)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def offer(self) -> None:
        """Hand over what was typed, if anything."""
        if self.pending:
            self.words_typed.emit(self.text())

    def restore(self) -> None:
        """Show the record's value again."""
        self.setText(self._shown)

    def choose(self, place: int) -> None:
        """Take the value at a place, from 0, of the list as it is offered for the words typed so far."""
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix(self.text() if self.pending else "")
            if completer.setCurrentRow(place):
                self.setText(completer.currentCompletion())
                self.offer()

    @override
    def event(self, event: QEvent) -> bool:
        if left_to_form(event, self.pending):
            event.ignore()
            return False
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.is_cut else "")
        return super().event(event)

    def _completer(self, choices: QAbstractItemModel) -> QCompleter:
        completer = QCompleter(choices, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN_COMPLETIONS)
        return completer
