"""What can be done to one entry of a list: move it up or down, take it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imr_desk.desk.sitting.naming import place_name
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.glyph_button import Glyph, GlyphButton


class EntryButtons(QWidget):
    """Moves and removes the list entry it is bound to."""

    entry_moved = Signal(int)
    """The entry stands at this place now."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._path = ""
        self._place = 0
        self._up = GlyphButton(Glyph.UP, "")
        self._down = GlyphButton(Glyph.DOWN, "")
        self._remove = GlyphButton(Glyph.REMOVE, "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in (self._up, self._down, self._remove):
            line.addWidget(button)
        self._up.clicked.connect(lambda: self._move(self._place - 1))
        self._down.clicked.connect(lambda: self._move(self._place + 1))
        self._remove.clicked.connect(self._take_out)

    def bind(self, path: str, place: int, count: int) -> None:
        """Act on the entry at this path, `place` of `count` from 0, from now on."""
        self._path, self._place = path, place
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        for button in (self._up, self._down):
            button.setVisible(count > 1)
        name = place_name(path)
        self._name(self._up, self.tr("Move {entry} up").format(entry=name))
        self._name(self._down, self.tr("Move {entry} down").format(entry=name))
        self._name(self._remove, self.tr("Remove {entry}").format(entry=name))

    def _move(self, to: int) -> None:
        if self._bench.rows.offer() and self._bench.session.move_entry(self._path, to):
            self.entry_moved.emit(to)

    def _take_out(self) -> None:
        if self._bench.rows.offer():
            self._bench.session.remove_entry(self._path)

    def _name(self, button: GlyphButton, words: str) -> None:
        button.setText(words)
        button.setToolTip(words)
