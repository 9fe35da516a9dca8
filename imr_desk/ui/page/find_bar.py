"""The bar over the pages that finds words in the letter."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from imr_desk.letter.span import Span
from imr_desk.ui.line_keys import LineKeysLeft
from imr_desk.ui.page.find import find_all, find_sought
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.words_line import WordsLine


class FindBar(QWidget):
    """Knows the words looked for, their places in the letter, and which of them is shown."""

    hits_changed = Signal()
    """Other hits, or another of them is shown."""
    closed = Signal()
    back_wanted = Signal()
    """The words came from a search over all letters, and the person wants to go back to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.hits: tuple[Span, ...] = ()
        self._at = self._start = 0
        self._searched = False
        self.words = WordsLine()
        self.words.setPlaceholderText(self.tr("Find in the letter"))
        self.words.setAccessibleName(self.tr("Words to find in the letter"))
        self.words.setProperty(
            "hint",
            self.tr("Enter: next place \N{MIDDLE DOT} Shift+Enter: the one before \N{MIDDLE DOT} Esc: close"),
        )
        LineKeysLeft(self.words)
        self.words.textEdited.connect(self._forget_search)
        self.words.textChanged.connect(self._find)
        self.count = plain_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.words, stretch=1)
        row.addWidget(self.count)
        self.previous = self._button("‹", self.tr("Previous"), self.show_previous)
        self.next = self._button("›", self.tr("Next"), self.show_next)
        for button in (self.previous, self.next, self._button("×", self.tr("Close (Esc)"), self.leave)):
            row.addWidget(button)
        self.hide()

    @property
    def shown_hit(self) -> Span | None:
        """The hit that the person has come to."""
        return self.hits[self._at] if self.hits else None

    def open(self, words: str, start: int) -> None:
        """Ask what to find, from this offset on; `words` are offered where there are any."""
        self._searched = self._searched and not words
        self._begin(words or self.words.text(), start)

    def open_found(self, words: str, start: int) -> None:
        """Show what a search over all letters found in this one, from this offset on; Esc goes back to the search."""
        self._searched = True
        self._begin(words, start)

    def read(self, text: str) -> None:
        """Find in this text from now on."""
        self._text, self._start = text, 0
        self._find()

    def show_next(self) -> None:
        """Go to the next hit, round to the first."""
        self._step(1)

    def show_previous(self) -> None:
        """Go to the hit before, round to the last."""
        self._step(-1)

    def leave(self) -> None:
        """Close the bar; nothing is marked as found any more."""
        self.hide()
        self._searched = False
        self._find()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            back = self._searched
            self.leave()
            if back:
                self.back_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _begin(self, words: str, start: int) -> None:
        self.show()
        self._start = start
        self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._find()

    def _forget_search(self) -> None:
        self._searched = False

    def _find(self) -> None:
        find = find_sought if self._searched else find_all
        self.hits = () if self.isHidden() else find(self._text, self.words.text())
        starts = [hit.start for hit in self.hits]
        self._at = bisect_left(starts, self._start) % max(1, len(starts))
        self._tell()

    def _step(self, by: int) -> None:
        if self.hits:
            self._at = (self._at + by) % len(self.hits)
            self._start = self.hits[self._at].start
            self._tell()

    def _tell(self) -> None:
        if self.hits:
            more = self.tr("  (Esc: back to the search)") if self._searched else ""
            self.count.setText(self.tr("{place} of {all}").format(place=self._at + 1, all=len(self.hits)) + more)
        else:
            self.count.setText(self.tr("not found") if self.words.text().strip() else "")
        self.hits_changed.emit()

    def _button(self, sign: str, name: str, pressed: object) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button
