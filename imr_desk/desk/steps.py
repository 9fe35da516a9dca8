"""Undo steps: a change to the open letter that can be applied, taken back, and merged with the next of its field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Edit

_MERGEABLE = 1


class Step(QUndoCommand):
    """One change on the undo stack; it carries old and new and applies itself through `apply`.

    Edits of one field merge while `visit`, the count of the person's moves between fields, stays the same, and
    vanish when the field is back at its start.
    """

    def __init__(self, change: LetterChange, apply: Callable[[LetterChange], None], visit: int) -> None:
        super().__init__(change.title)
        self._change = change
        self._apply = apply
        self._visit = visit

    @override
    def redo(self) -> None:
        self._apply(self._change)

    @override
    def undo(self) -> None:
        self._apply(self._change.inverse())

    @override
    def id(self) -> int:
        return _MERGEABLE if isinstance(self._change, Edit) and len(self._change.changes) == 1 else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or other._visit != self._visit:
            return False
        mine, later = self._change, other._change
        if not isinstance(mine, Edit) or not isinstance(later, Edit):
            return False
        if mine.changes[0].path != later.changes[0].path:
            return False
        self._change = mine.then(later)
        self.setText(self._change.title)
        self.setObsolete(self._change.empty)
        return True
