"""How the keyboard moves the caret: by units, by lines, to the edges."""

from __future__ import annotations

from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.page.units import Units


class CaretMoves:
    """Moves a selection's caret; `extend` takes the selection with it."""

    def __init__(self, selection: TextSelection) -> None:
        self._selection = selection

    def step(self, forward: bool, extend: bool) -> None:
        """The caret to the next (previous) unit."""
        at = self._selection.edge
        units = self._units
        if extend:
            self._selection.extend_to(units.end_after(at) if forward else units.start_before(at))
        else:
            self._selection.put_caret(units.start_after(at) if forward else units.start_before(at))

    def step_line(self, by: int, extend: bool) -> None:
        """The caret so many lines down, below where it stood."""
        at = self._selection.edge
        place = self._selection.flow.caret(at)
        if place is not None:
            self._go(self._selection.flow.beside(at, by, place.rect.x0), extend)

    def step_to_line_edge(self, forward: bool, extend: bool) -> None:
        """The caret to the end (start) of its line."""
        at = self._selection.flow.line_of(self._selection.edge)
        if at is not None:
            line = self._selection.flow.lines[at].span
            self._go(line.end if forward else line.start, extend)

    def step_to_letter_edge(self, forward: bool, extend: bool) -> None:
        """The caret to the end (start) of the letter."""
        self._go(len(self._selection.flow.text.text) if forward else 0, extend)

    @property
    def _units(self) -> Units:
        return self._selection.units(self._selection.snap)

    def _go(self, offset: int, extend: bool) -> None:
        if extend:
            self._selection.extend_to(offset)
        else:
            self._selection.put_caret(offset)
