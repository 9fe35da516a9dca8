"""Going back and forth in what was done: a step is never taken back out of sight, whichever letter it was done to."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.bulk import BulkEnd
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import Overtaken
from imr_desk.desk.sitting.changing_many import ChangingMany, again, back
from imr_desk.desk.sitting.naming import field_name
from imr_desk.desk.sitting.steps import Step
from imr_desk.letter.change import Addressed
from imr_desk.letter.field import is_field
from imr_desk.store.file.errors import StoreConflict


@dataclass(frozen=True, slots=True)
class Returned:
    """So many steps were taken back, or done again: the last of them, and whether its letter lay on the desk.

    `end` tells how far that went with a step over many letters.
    """

    step: Step
    steps: int
    back: bool
    in_sight: bool
    end: BulkEnd | None = None


class Returning(ChangingMany):
    """Undo and redo over the whole sitting; a step of another letter brings that letter onto the desk."""

    returned = Signal(object)
    """How the person went through the history: `Returned`. A letter that was not on the desk is on its way."""
    overtaken = Signal(str)
    """A step was given up since others changed the same first; the sentence says what, and what to do."""

    def __init__(
        self, keeper: Keeper, who: str, checker: Executor | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(keeper, who, checker, parent)
        self._outbox.overtaken.connect(self._on_overtaken)

    def undo(self) -> None:
        """Take the last step back."""
        self.go_to_step(self.history.place - 1)

    def redo(self) -> None:
        """Do again the step that was taken back last."""
        self.go_to_step(self.history.place + 1)

    def go_to_step(self, place: int) -> None:
        """Take back, or do again, all steps until so many are done."""
        if self.is_at_many():
            return
        back = place < self.history.place
        gone: list[Step] = []
        step = self._towards(place)
        while step is not None and not step.by_pieces and self._go(step, back):
            gone.append(step)
            step = self._towards(place)
        if gone:
            self._end_at(gone[-1], len(gone), back)
        if step is not None and step.by_pieces:
            self._go_by_pieces(step, back, place)

    def _towards(self, place: int) -> Step | None:
        """The next step on the way to that place; None where one is there."""
        if place == self.history.place:
            return None
        return self.history.last if place < self.history.place else self.history.next

    def _go(self, step: Step, back: bool) -> bool:
        """Take one step back or do it again; False where the letter on the desk says something else by now."""
        changes = step.inverse(self.tr("undo {step}").format(step=step.title)) if back else step.changes
        if not self._agrees(changes):
            self._forget({step.number})
            said = self.tr(
                "“{step}” was left as it is: the letter was changed elsewhere meanwhile. Nothing was overwritten."
            )
            self.overtaken.emit(said.format(step=step.title))
            return False
        self._history = self.history.at(self.history.place + (-1 if back else 1))
        self.end_visit()
        self._make(step.number, changes)
        self.history_changed.emit()
        return True

    def _go_by_pieces(self, step: Step, is_back: bool, place: int) -> None:
        """Take a step over many letters back or do it again, and then go on to that place of the history."""
        title = self.tr("undo {step}").format(step=step.title) if is_back else step.title
        ids, before = [letter_id for letter_id, _ in step.changes], self.history

        def ended(end: BulkEnd) -> None:
            untouched = before is self.history
            gone = self._part(step, {letter_id for letter_id, _ in end.changes})
            left = self._part(step, set(ids[end.done :]))
            done, undone = (left, gone) if is_back else (gone, left)
            self._history = self.history.parted(step.number, done, undone)
            self.end_visit()
            self.history_changed.emit()
            self.returned.emit(Returned(gone or step, 1, is_back, True, end))
            if untouched and not end.left:
                self.go_to_step(place)

        self._begin(title, ids, back(step, title) if is_back else again(step), ended)

    def _agrees(self, changes: Sequence[Addressed]) -> bool:
        letter = self.letter
        return letter is None or letter.holds(change for letter_id, change in changes if letter_id == letter.id)

    def _end_at(self, step: Step, steps: int, back: bool) -> None:
        """Tell of it, and have the letter of the last step on the desk."""
        at = step.letter_id
        in_sight = at is None or (self.letter is not None and self.letter.id == at)
        self.returned.emit(Returned(step, steps, back, in_sight))
        if at is not None and in_sight:
            self._wanted = at
        elif at is not None:
            self.show(at)

    def _forget(self, numbers: set[int] | frozenset[int]) -> None:
        self._history = self.history.without(numbers)
        self.history_changed.emit()

    def _on_overtaken(self, overtaken: Overtaken) -> None:
        """Show what the store holds, and forget the steps that it does not."""
        self._forget(overtaken.steps)
        self.overtaken.emit(self._why(overtaken.conflict))
        if self.letter is not None and self.letter.id in overtaken.letters:
            self.show(self.letter.id)

    def _why(self, conflict: StoreConflict) -> str:
        what = field_name(conflict.what) if is_field(conflict.what) else conflict.what
        said = self.tr(
            "{what} of {file} was changed elsewhere meanwhile. "
            "That change stands, and the letter shows it; yours was not saved. Make it again if it is right."
        ).format(what=what, file=conflict.file)
        return said[:1].upper() + said[1:]
