"""Words over several lines: the editor grows with them, up to a few lines where it is folded."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionFrame, QTextEdit, QWidget
from typing_extensions import override

from imr_desk.letter.entry import Entry
from imr_desk.letter.field import FieldSpec
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.editors.own_keys import left_to_form

FOLDED_LINES = 6


class TextEditor(QTextEdit):
    """Shows a long value whole or folded; what is typed instead is offered when the focus leaves."""

    words_typed = Signal(str)
    lines_changed = Signal()
    """It holds more or fewer lines, or shows more or fewer of them."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._shown = ""
        self._folded = True
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    @property
    def pending(self) -> bool:
        """Whether it holds words that the record does not."""
        return self.toPlainText() != self._shown

    @property
    def lines(self) -> int:
        """How many lines the words take at this width."""
        return max(1, round(self.document().size().height() / self._line_height()))

    @property
    def folded(self) -> bool:
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show some lines, or all."""
        self._folded = folded
        self._on_size_changed()

    def show_entry(self, entry: Entry) -> None:
        """Show the record's value; words that were being typed are gone."""
        self._shown = shown(self._spec, entry.value)
        if self.pending:
            self.setPlainText(self._shown)
            self._folded = True

    def offer(self) -> None:
        """Hand over what was typed, if anything."""
        if self.pending:
            self.words_typed.emit(self.toPlainText())

    def restore(self) -> None:
        """Show the record's value again."""
        self.setPlainText(self._shown)

    def choose(self, place: int) -> None:
        """A text has no list to choose from."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted_height())

    @override
    def event(self, event: QEvent) -> bool:
        if left_to_form(event, self.pending):
            event.ignore()
            return False
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.offer()

    def _wanted_height(self) -> int:
        lines = min(self.lines, FOLDED_LINES) if self._folded else self.lines
        return math.ceil(lines * self._line_height()) + self._frame_height()

    def _line_height(self) -> float:
        """Pixels from one line to the next, as the words are really laid out."""
        layout = self.document().firstBlock().layout()
        return layout.lineAt(0).height() if layout.lineCount() else self.fontMetrics().lineSpacing()

    def _frame_height(self) -> int:
        """What the style draws around the words, top and bottom."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, 200, 200)
        return 200 - self.style().subElementRect(QStyle.SubElement.SE_ShapedFrameContents, option, self).height()

    def _on_size_changed(self) -> None:
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self.lines_changed.emit()
