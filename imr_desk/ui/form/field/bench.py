"""What every part of the form works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from imr_desk.ui.by_turns import ByTurns
from imr_desk.ui.form.field.field_bench import FieldBench
from imr_desk.ui.form.field.row_index import RowIndex


class Wishes(QObject):
    """What a part of the form wishes the window to do."""

    compare_requested = Signal()
    """The other letters of the case are to be seen beside this one."""
    verify_requested = Signal()
    """Nothing is left to look at in the letter, and the person goes on."""
    scroll_requested = Signal(int)
    """The letter's pages are to be seen so many windows further down."""


@dataclass(frozen=True, eq=False)
class Bench(FieldBench):
    """What a field works with, what is left for later turns, and which row shows what."""

    turns: ByTurns
    rows: RowIndex
    wishes: Wishes = field(default_factory=Wishes)
