"""What a person did in this sitting, step by step, over all letters, and how much of it is taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from imr_desk.letter.change import Addressed
from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.span import Span


@dataclass(frozen=True, slots=True)
class Step:
    """What is taken back at once; its last change is the one that names it.

    `letter_id` is the letter that lay on the desk for it, None where letters were changed in their list; `where` is
    what a person calls that. Edits of one field merge while `visit`, the count of moves between fields, stays.
    A step `by_pieces` is not made at one stroke, and may be taken back in part: it has one change a letter.
    """

    number: int
    title: str
    letter_id: int | None
    where: str
    changes: tuple[Addressed, ...]
    visit: int
    by_pieces: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it changes, in its order."""
        return tuple(one.path for _, change in self.changes if isinstance(change, Edit) for one in change.changes)

    @property
    def span(self) -> Span | None:
        """The words of the first highlight that it changes."""
        changed = (change for _, change in self.changes if isinstance(change, HighlightChange))
        ends = (one.new or one.old for one in changed)
        return next((one.span for one in ends if one is not None), None)

    @property
    def idle(self) -> bool:
        """Whether its last change changes nothing."""
        change = self.changes[-1][1]
        return isinstance(change, Edit) and change.empty

    def inverse(self, title: str) -> tuple[Addressed, ...]:
        """The changes that take it back, under a title of their own."""
        return tuple(
            (letter_id, replace(change.inverse(), title=title)) for letter_id, change in reversed(self.changes)
        )

    def merged(self, later: Step) -> Step | None:
        """Both as one step; None where they are two."""
        if self.letter_id is None or (self.letter_id, self.visit) != (later.letter_id, later.visit):
            return None
        if len(self.fields) != 1 or self.fields != later.fields or len(later.changes) != 1:
            return None
        mine, other = self.changes[-1][1], later.changes[0][1]
        if not isinstance(mine, Edit) or not isinstance(other, Edit):
            return None
        return replace(self, title=later.title, changes=(*self.changes[:-1], (self.letter_id, mine.then(other))))


@dataclass(frozen=True, slots=True)
class History:
    """The steps of a sitting in the order they were done; those from `place` on are taken back."""

    steps: tuple[Step, ...] = ()
    place: int = 0

    @property
    def last(self) -> Step | None:
        """The step that undo takes back."""
        return self.steps[self.place - 1] if self.place else None

    @property
    def next(self) -> Step | None:
        """The step that redo does again."""
        return self.steps[self.place] if self.place < len(self.steps) else None

    def after(self, step: Step) -> History:
        """The history once a step is done: what was taken back before cannot be done again."""
        return History((*self.steps[: self.place], step), self.place + 1)

    def at(self, place: int) -> History:
        """The history with that many of its steps done."""
        return History(self.steps, place)

    def parted(self, number: int, done: Step | None, undone: Step | None) -> History:
        """The history with these in the place of the step of that number, which went back or forth in part."""
        rest = self.without({number})
        steps = (*rest.steps[: rest.place], *(one for one in (done, undone) if one), *rest.steps[rest.place :])
        return History(steps, rest.place + (done is not None))

    def without(self, numbers: Collection[int]) -> History:
        """The history as if it had never had the steps of these numbers."""
        done = [step for step in self.steps[: self.place] if step.number not in numbers]
        undone = [step for step in self.steps[self.place :] if step.number not in numbers]
        return History((*done, *undone), len(done))
