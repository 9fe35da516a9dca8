"""Changes to many letters as one step of the sitting, made and taken back piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.bulk import Bulk, BulkEnd
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.changing import Changing
from imr_desk.desk.sitting.steps import Step
from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.letter.review import ReviewChange
from imr_desk.letter.work import WorkChange
from imr_desk.store.kept.stored import Standing, Wish

Title = Callable[[int], str]
"""The words of a step for so many letters."""


class ChangingMany(Changing):
    """One change to many letters at a time, beside the work at the desk; it comes into the history as it ends."""

    held_up = Signal(str)
    """Nothing was done, since many letters are still being changed; the sentence says which."""

    def __init__(
        self, keeper: Keeper, who: str, checker: Executor | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(keeper, who, checker, parent)
        self.bulk = Bulk(keeper, who, self)
        self.bulk.changed.connect(self._show_changed)
        self.bulk.ended.connect(self._on_ended)
        self._then: Callable[[BulkEnd], None] = lambda _: None

    def change_each(
        self, title: Title, meant: int, ids: Sequence[int], wish: Wish, done: Callable[[BulkEnd], None]
    ) -> None:
        """Change each letter as is wished for one that stands like it, so many of them as far as is known.

        `done` hears what came of it. Where another such change is running there is a `held_up` sentence.
        """

        def ended(end: BulkEnd) -> None:
            if end.changes:
                words = title(len(end.changes))
                step = Step(next(self._numbers), words, None, self.where(end.changes), end.changes, self._visit, True)
                self._history = self._history.after(step)
                self.history_changed.emit()
            done(end)

        if not self.is_at_many():
            self._begin(title(meant), ids, wish, ended)

    def is_at_many(self) -> bool:
        """Whether many letters are being changed just now; then there is a `held_up` sentence."""
        if self.bulk.running:
            said = self.tr("Letters are still being changed: {title}. Wait for it, or stop it; nothing else was done.")
            self.held_up.emit(said.format(title=self.bulk.title))
        return self.bulk.running

    def _begin(self, title: str, ids: Sequence[int], wish: Wish, ended: Callable[[BulkEnd], None]) -> None:
        self._then = ended
        self.bulk.begin(title, ids, wish)

    def _on_ended(self, end: BulkEnd) -> None:
        self._then(end)

    def _show_changed(self, changes: Sequence[Addressed]) -> None:
        """The letter on the desk says what the store has of it."""
        letter = self._letter
        own = [change for letter_id, change in changes if letter is not None and letter_id == letter.id]
        if letter is None or not own:
            return
        if letter.holds(own):
            self._bring(own)
        else:
            self.show(letter.id)

    def _part(self, step: Step, letters: Collection[int]) -> Step | None:
        """The step, as far as it was made to these letters."""
        changes = tuple(one for one in step.changes if one[0] in letters)
        return (
            replace(step, number=next(self._numbers), changes=changes, where=self.where(changes)) if changes else None
        )


def back(step: Step, title: str) -> Wish:
    """A step taken back, under a title of its own, in every letter that still stands as the step left it."""
    changes = dict(step.changes)

    def wish(standing: Standing) -> LetterChange | None:
        change = replace(changes[standing.id].inverse(), title=title)
        return change if _holds(standing, change) else None

    return wish


def again(step: Step) -> Wish:
    """A step done again, in every letter that stands as it did before the step."""
    changes = dict(step.changes)
    return lambda standing: changes[standing.id] if _holds(standing, changes[standing.id]) else None


def _holds(standing: Standing, change: LetterChange) -> bool:
    match change:
        case ReviewChange():
            return standing.review == change.old
        case WorkChange():
            return standing.work == change.old
        case _:
            return False
