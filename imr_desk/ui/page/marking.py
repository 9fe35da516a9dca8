"""Keeping the marks on the pages in step with what they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, SignalInstance

from imr_desk.letter.text import LetterText
from imr_desk.ui.page.canvas import PageCanvas
from imr_desk.ui.page.marks import Marks, stacked
from imr_desk.ui.page.sharp_text import SharpText
from imr_desk.ui.soon import Soon


@dataclass
class _Layer:
    make: Callable[[LetterText], Marks]
    marks: Marks = field(default_factory=dict)
    stale: bool = True


class Marking(QObject):
    """Lays marks over each other on the canvas; what changes together is made anew once."""

    def __init__(self, canvas: PageCanvas, text: SharpText) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._text = text
        self._layers: list[_Layer] = []
        self._soon = Soon(self._lay, self)
        text.text_changed.connect(self._redo_all)

    def add(self, make: Callable[[LetterText], Marks], *changed: SignalInstance) -> None:
        """Show the marks that `make` finds in the text, and what it finds after each of these signals."""
        layer = _Layer(make)
        self._layers.append(layer)
        for signal in changed:
            signal.connect(lambda *_: self._redo(layer))

    def _redo(self, layer: _Layer) -> None:
        layer.stale = True
        self._soon.ask()

    def _redo_all(self) -> None:
        for layer in self._layers:
            self._redo(layer)

    def _lay(self) -> None:
        for layer in self._layers:
            if layer.stale:
                layer.marks, layer.stale = layer.make(self._text.text), False
        self._canvas.set_marks(stacked(layer.marks for layer in self._layers))
