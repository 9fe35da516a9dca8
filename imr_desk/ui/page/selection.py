"""What is selected on the pages: a caret and an anchor in the letter's text, rounded to whole units."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.open_letter import NO_TEXT
from imr_desk.letter.geometry import Place
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.page.flow import Flow
from imr_desk.ui.page.units import Snap, Units


class TextSelection(QObject):
    """Knows where the caret stands and what is selected; moves them as a person would."""

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
    def caret_place(self) -> Place | None:
        """Where the caret is seen: at the moving edge of the selection."""
        return None if self.caret is None else self._flow.caret(self._active_edge())

    def units(self, snap: Snap) -> Units:
        """The letter's units of that kind."""
        if snap not in self._units:
            self._units[snap] = Units(self._flow.text.text, snap)
        return self._units[snap]

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

    def step(self, forward: bool, extend: bool) -> None:
        """The caret one unit on; `extend` takes the selection with it."""
        at = self._active_edge()
        units = self.units(self._snap)
        if extend:
            self.extend_to(units.end_after(at) if forward else units.start_before(at))
        else:
            self.put_caret(units.start_after(at) if forward else units.start_before(at))

    def step_line(self, by: int, extend: bool) -> None:
        """The caret so many lines down, below where it stood."""
        at = self._active_edge()
        place = self._flow.caret(at)
        if place is not None:
            self._go(self._flow.beside(at, by, place.rect.x0), extend)

    def step_to_line_edge(self, forward: bool, extend: bool) -> None:
        """The caret to the end (start) of its line."""
        at = self._flow.line_of(self._active_edge())
        if at is not None:
            line = self._flow.lines[at].span
            self._go(line.end if forward else line.start, extend)

    def step_to_letter_edge(self, forward: bool, extend: bool) -> None:
        """The caret to the end (start) of the letter."""
        self._go(len(self._flow.text.text) if forward else 0, extend)

    def nudge(self, forward: bool, start: bool) -> None:
        """Move the end (or the start) of the selection by one unit; it never becomes empty."""
        span = self.span
        if span is None:
            return
        units = self.units(self._snap)
        if start:
            moved = Span(
                min(units.start_after(span.start) if forward else units.start_before(span.start), span.end), span.end
            )
        else:
            moved = Span(
                span.start, max(units.end_after(span.end) if forward else units.end_before(span.end), span.start)
            )
        if len(moved):
            self.take(moved)

    def _active_edge(self) -> int:
        """Where the moving end of the selection stands, or the caret, or the letter's start."""
        span = self.span
        if span is None or self._anchor is None or self.caret is None:
            return self.caret or 0
        return span.end if self.caret > self._anchor else span.start

    def _go(self, offset: int, extend: bool) -> None:
        if extend:
            self.extend_to(offset)
        else:
            self.put_caret(offset)

    def _move(self, anchor: int | None, caret: int | None) -> None:
        if (anchor, caret) != (self._anchor, self.caret):
            self._anchor, self.caret = anchor, caret
            self.selection_changed.emit()
