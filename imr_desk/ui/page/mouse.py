"""The mouse on the pages: carets, selections, words for the field in focus, and ways from words to fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from typing_extensions import override

from imr_desk.letter.span import Span
from imr_desk.ui.page.canvas import PageCanvas
from imr_desk.ui.page.marker import Marker
from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.page.units import Snap

_CREEP = 40
"""Milliseconds from step to step while a drag beyond the edge scrolls."""
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class PageMouse(QObject):
    """Hears what the mouse does over the pages.

    A plain drag selects, a double click takes a word, a triple click a sentence. With Ctrl the words fill the field
    in focus; Alt and a click goes to the field that used the word. While the middle button is held, no marks are seen.
    """

    tip_wanted = Signal(QPoint, int)
    """The mouse rests at this point of the screen, on the character at this offset, or on none (-1)."""
    missed = Signal()
    """A click that was to fill a field has met no word."""

    def __init__(self, canvas: PageCanvas, selection: TextSelection, marker: Marker) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._selection = selection
        self._marker = marker
        self._dragging = self._filling = False
        self._pressed_at: int | None = None
        self._double_clicked = QTimer(self)
        self._double_clicked.setSingleShot(True)
        self._creep = QTimer(self)
        self._creep.setInterval(_CREEP)
        self._creep.timeout.connect(self._creep_on)
        self._last = QPointF()
        self._does = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
        }
        canvas.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in self._does:
            return self._does[event.type()](event)
        if isinstance(event, QHelpEvent):
            word = self._word_at(QPointF(event.pos()))
            self.tip_wanted.emit(event.globalPos(), -1 if word is None else word)
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        offset = self._offset_at(event.position())
        if event.button() is Qt.MouseButton.RightButton:
            self._take_word(event.position())
        if event.button() is Qt.MouseButton.MiddleButton:
            self._canvas.show_bare(True)
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if offset is None:
            self._miss(event)
            return False
        if self._double_clicked.isActive():
            self._double_clicked.stop()
            self._selection.take(self._selection.units(Snap.SENTENCE).around(Span(offset, offset)))
            return True
        if event.modifiers() & _ALT:
            return self._pick(event.position())
        self._filling = bool(event.modifiers() & _CONTROL)
        self._dragging = True
        self._pressed_at = self._word_at(event.position())
        if event.modifiers() & _SHIFT:
            self._selection.extend_to(offset)
        else:
            self._selection.put_caret(offset)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        self._last = event.position()
        if self._dragging:
            self._extend()
            beyond = not self._canvas.viewport().rect().contains(self._last.toPoint())
            if beyond != self._creep.isActive():
                self._creep.start() if beyond else self._creep.stop()
        return self._dragging

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._canvas.show_bare(False)
        if not self._dragging or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._dragging = False
        self._creep.stop()
        if self._filling:
            self._fill()
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        offset = self._word_at(event.position())
        if offset is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._dragging = False
        self._double_clicked.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._selection.take(self._selection.units(Snap.WORD).around(Span(offset, offset)))
        return True

    def _fill(self) -> None:
        """The dragged words, or the clicked one, into the field in focus."""
        dragged = self._selection.span
        if dragged is not None:
            self._marker.fill(dragged)
        elif self._pressed_at is not None:
            clicked = Span(self._pressed_at, self._pressed_at)
            self._marker.fill(self._selection.whole_units.around(clicked))
        else:
            self.missed.emit()

    def _miss(self, event: QMouseEvent) -> None:
        """A click beside the pages, or on one without words."""
        if event.modifiers() & _CONTROL:
            self.missed.emit()

    def _take_word(self, position: QPointF) -> None:
        """Select the word there, for the menu that follows, unless it is selected already."""
        word, span = self._word_at(position), self._selection.span
        if word is not None and not (span and span.start <= word < span.end):
            self._selection.take(self._selection.units(Snap.WORD).around(Span(word, word)))

    def _pick(self, position: QPointF) -> bool:
        word = self._word_at(position)
        return word is not None and self._marker.pick_field(word)

    def _extend(self) -> None:
        offset = self._offset_at(self._last)
        if offset is not None:
            self._selection.extend_to(offset)

    def _creep_on(self) -> None:
        bar = self._canvas.verticalScrollBar()
        height = self._canvas.viewport().height()
        bar.setValue(round(bar.value() + min(0.0, self._last.y()) + max(0.0, self._last.y() - height)))
        self._extend()

    def _offset_at(self, position: QPointF) -> int | None:
        point = self._canvas.point_at(position)
        return self._selection.flow.offset_at(point) if point else None

    def _word_at(self, position: QPointF) -> int | None:
        point = self._canvas.point_at(position)
        return self._selection.flow.word_at(point) if point else None
