"""What is selected on the pages: a caret and an anchor in the letter's text, rounded to whole units."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imr_desk.letter.geometry import Place
from imr_desk.letter.span import Span
from imr_desk.letter.text import NO_TEXT, LetterText
from imr_desk.ui.page.flow import Flow
from imr_desk.ui.page.units import Snap, Units


class TextSelection(QObject):
    """Knows the caret and the anchor, and the whole units from one to the other."""

    selection_changed = Signal()
    snap_changed = Signal(Snap)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(NO_TEXT)
        self._units: dict[Snap, Units] = {}
        self._snap = Snap.WORD
        self._anchor: int | None = None
        self.caret: int | None = None

    @property
    def flow(self) -> Flow:
        return self._flow

    @property
    def snap(self) -> Snap:
        return self._snap

    @snap.setter
    def snap(self, snap: Snap) -> None:
        if snap is not self._snap:
            self._snap = snap
            self.snap_changed.emit(snap)
            self.selection_changed.emit()

    @property
    def span(self) -> Span | None:
        """The selected span, in whole units; None where nothing is selected."""
        if self._anchor is None or self.caret is None or self._anchor == self.caret:
            return None
        return self.units(self._snap).around(Span(*sorted((self._anchor, self.caret))))

    @property
    def standing(self) -> Span | None:
        """What is selected, or the line that the caret stands in; None where there is no caret."""
        at = None if self.caret is None else self._flow.line_of(self.caret)
        return self.span or (None if at is None else self._flow.lines[at].span)

    @property
    def edge(self) -> int:
        """Where the moving end of the selection stands, or the caret, or the letter's start."""
        span = self.span
        if span is None or self._anchor is None or self.caret is None:
            return self.caret or 0
        return span.end if self.caret > self._anchor else span.start

    @property
    def caret_place(self) -> Place | None:
        """Where the caret is seen: at the moving edge of the selection."""
        return None if self.caret is None else self._flow.caret(self.edge)

    def units(self, snap: Snap) -> Units:
        """The letter's units of that kind."""
        if snap not in self._units:
            self._units[snap] = Units(self._flow.text.text, snap)
        return self._units[snap]

    @property
    def whole_units(self) -> Units:
        """The units that a single click takes: never less than a word."""
        return self.units(Snap.WORD if self._snap is Snap.CHARACTER else self._snap)

    def read(self, text: LetterText) -> None:
        """Select in this text from now on; in the same letter with more character boxes the selection stays."""
        same = text.text == self._flow.text.text
        self._flow = Flow(text)
        if not same:
            self._units.clear()
            self.clear()

    def clear(self) -> None:
        """Neither caret nor selection."""
        self._move(None, None)

    def put_caret(self, offset: int) -> None:
        """The caret before this character, nothing selected."""
        self._move(offset, offset)

    def extend_to(self, offset: int) -> None:
        """Select from the anchor to this offset."""
        self._move(offset if self._anchor is None else self._anchor, offset)

    def take(self, span: Span) -> None:
        """Select this span."""
        self._move(span.start, span.end)

    def take_all(self) -> None:
        """Select the whole letter."""
        self._move(0, len(self._flow.text.text))

    def _move(self, anchor: int | None, caret: int | None) -> None:
        if (anchor, caret) != (self._anchor, self.caret):
            self._anchor, self.caret = anchor, caret
            self.selection_changed.emit()
