"""The keyboard on the pages: caret, selection, and single letters that act on the selected words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from typing_extensions import override

from imr_desk.letter.span import Span
from imr_desk.ui.page.canvas import PageCanvas
from imr_desk.ui.page.caret import CaretMoves
from imr_desk.ui.page.marker import Marker
from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.page.units import Snap

Deed = Callable[[], object]
_Key = Qt.Key
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIDEWAYS = {_Key.Key_Left: False, _Key.Key_Right: True}
_BARING = (_Key.Key_QuoteLeft, _Key.Key_Dead_Grave)
"""One key, as keyboards with and without dead keys call it."""
_EDGES = {_Key.Key_Home: False, _Key.Key_End: True}


class PageKeys(QObject):
    """Hears keys while the pages have the focus; after H it waits for a label's key, ` held hides all marks."""

    label_awaited = Signal(bool)

    def __init__(self, canvas: PageCanvas, selection: TextSelection, marker: Marker) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._marker = marker
        self._awaiting = False
        self.deeds = {**_moves(canvas, selection), **_views(canvas), **_nudges(marker), **_marks(selection, marker)}
        self.deeds[QKeyCombination(_Key.Key_H)] = lambda: self._await_label(selection.span is not None)
        canvas.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._await_label(False)
            self._canvas.show_bare(False)
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() in _BARING and not event.isAutoRepeat():
            self._canvas.show_bare(event.type() is not QEvent.Type.KeyRelease)
        if event.type() is QEvent.Type.KeyRelease:
            return False
        heard = self._awaiting or _combination(event) in self.deeds
        if event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(heard and not event.modifiers())
            return False
        return heard and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        if not self._awaiting:
            self.deeds[_combination(event)]()
            return True
        self._await_label(False)
        self._marker.highlight_by_key(event.text())
        return True

    def _await_label(self, awaiting: bool) -> None:
        if awaiting != self._awaiting:
            self._awaiting = awaiting
            self.label_awaited.emit(awaiting)


def _combination(event: QKeyEvent) -> QKeyCombination:
    return QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, _Key(event.key()))


def _moves(canvas: PageCanvas, selection: TextSelection) -> Mapping[QKeyCombination, Deed]:
    """Arrows, Home and End; with Shift they select."""
    return {keys: _seen(canvas, selection, move) for keys, move in _caret_moves(CaretMoves(selection)).items()}


def _caret_moves(caret: CaretMoves) -> Mapping[QKeyCombination, Deed]:
    moves: dict[QKeyCombination, Deed] = {}
    for keys, extend in ((_PLAIN, False), (_SHIFT, True)):
        moves[QKeyCombination(keys, _Key.Key_Up)] = partial(caret.step_line, -1, extend)
        moves[QKeyCombination(keys, _Key.Key_Down)] = partial(caret.step_line, 1, extend)
        for key, forward in _SIDEWAYS.items():
            moves[QKeyCombination(keys, key)] = partial(caret.step, forward, extend)
        for key, forward in _EDGES.items():
            moves[QKeyCombination(keys, key)] = partial(caret.step_to_line_edge, forward, extend)
            moves[QKeyCombination(keys | _CONTROL, key)] = partial(caret.step_to_letter_edge, forward, extend)
    return moves


def _seen(canvas: PageCanvas, selection: TextSelection, move: Deed) -> Deed:
    """The move, begun where the person looks and kept in view."""

    def moved() -> None:
        start = canvas.point_at(QPointF())
        if selection.caret is None and start is not None:
            selection.put_caret(selection.flow.offset_at(start) or 0)
        move()
        place = selection.caret_place
        if place is not None:
            canvas.keep_visible(place)
            _announce(canvas, selection)

    return moved


def _announce(canvas: PageCanvas, selection: TextSelection) -> None:
    """Tell a screen reader the selected words, or the one at the caret."""
    at = Span(selection.edge, selection.edge)
    words = selection.flow.text.printed(selection.span or selection.units(Snap.WORD).around(at))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))


def _views(canvas: PageCanvas) -> Mapping[QKeyCombination, Deed]:
    return {
        QKeyCombination(_Key.Key_PageUp): lambda: canvas.scroll_pages(-1),
        QKeyCombination(_Key.Key_PageDown): lambda: canvas.scroll_pages(1),
        QKeyCombination(_Key.Key_Space): lambda: canvas.scroll_pages(1),
        QKeyCombination(_SHIFT, _Key.Key_Space): lambda: canvas.scroll_pages(-1),
        QKeyCombination(_Key.Key_Plus): lambda: canvas.zoom_by(1),
        QKeyCombination(_SHIFT, _Key.Key_Plus): lambda: canvas.zoom_by(1),
        QKeyCombination(_Key.Key_Minus): lambda: canvas.zoom_by(-1),
    }


def _nudges(marker: Marker) -> Mapping[QKeyCombination, Deed]:
    """With Ctrl the sideways arrows move the end of what is marked, with Shift too its start."""
    return {
        QKeyCombination(keys | _CONTROL, key): partial(marker.nudge, forward, start)
        for keys, start in ((_PLAIN, False), (_SHIFT, True))
        for key, forward in _SIDEWAYS.items()
    }


def _marks(selection: TextSelection, marker: Marker) -> Mapping[QKeyCombination, Deed]:
    return {
        QKeyCombination(_CONTROL, _Key.Key_C): marker.copy,
        QKeyCombination(_CONTROL, _Key.Key_A): selection.take_all,
        QKeyCombination(_Key.Key_Escape): selection.clear,
        QKeyCombination(_Key.Key_Return): marker.enter,
        QKeyCombination(_Key.Key_Enter): marker.enter,
        QKeyCombination(_Key.Key_Q): marker.highlight_again,
        QKeyCombination(_Key.Key_U): marker.remove_highlight,
        QKeyCombination(_Key.Key_M): marker.ask_memo,
    }
