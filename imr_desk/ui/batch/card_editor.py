"""Correcting a card's value in place, with the editor that the form has for the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from imr_desk.desk.batch.cards import Card
from imr_desk.letter.entry import Value
from imr_desk.letter.field import spec_of
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.form.editors.editor import Editor, editor_for
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.text import TextEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardEditor(QObject):
    """One editor at a time, above the card: Enter puts its value in, Esc leaves the card as it was."""

    ended = Signal()
    """The keyboard belongs to the cards again."""

    def __init__(self, lists: ChoiceLists, parent: QWidget) -> None:
        super().__init__(parent)
        self._lists = lists
        self._board = parent
        self._editor: Editor | None = None

    @property
    def active(self) -> bool:
        """Whether a value is being corrected."""
        return self._editor is not None

    def edit(self, card: Card, box: QRect, font: QFont, give: Callable[[str | Value, bool], str]) -> None:
        """Open at `box` of the board, in the card's writing.

        `give` takes words, or a listed value (True), and says why not, if not.
        """
        self.end()
        editor = editor_for(spec_of(card.value.path), self._lists)
        editor.setParent(self._board)
        editor.setAccessibleName(self.tr("Correct the value"))
        editor.setProperty("hint", self.tr("Enter: put the value in \N{MIDDLE DOT} Esc: leave the card as it was"))
        editor.show_entry(card.value.entry)
        editor.setFont(font)
        editor.setGeometry(box)
        editor.installEventFilter(self)
        if isinstance(editor, LineEditor | TextEditor):
            editor.words_typed.connect(lambda words: self._give(give(words, False)))
            editor.selectAll()
        else:
            editor.value_chosen.connect(lambda value: self._give(give(value, True)))
        self._editor = editor
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, ChoiceEditor):
            editor.showPopup()

    def end(self) -> None:
        """Close the editor; what was not put in is forgotten."""
        if (editor := self._editor) is not None:
            self._editor = None
            editor.restore()
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()
            self.ended.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event.key())
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self._end_if_left)
        return False

    def _end_if_left(self) -> None:
        """The keyboard has gone elsewhere, and not merely to the editor's own list."""
        if self._editor is not None and not self._editor.hasFocus() and QApplication.activePopupWidget() is None:
            self.end()

    def _pressed(self, key: int) -> bool:
        editor = self._editor
        if editor is None or key not in (*_ENTER, Qt.Key.Key_Escape):
            return False
        if key in _ENTER and not isinstance(editor, FlagEditor) and editor.pending:
            editor.offer()
        else:
            self.end()
        return True

    def _give(self, why_not: str) -> None:
        if not why_not:
            self.end()
