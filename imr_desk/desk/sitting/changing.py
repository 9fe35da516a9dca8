"""Changes to the letter on the desk, or to many in their list: each one step, told to whom it concerns, and saved."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from itertools import count
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import Parcel
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.desk.sitting.open_letter import OpenLetter
from imr_desk.desk.sitting.showing import Showing
from imr_desk.desk.sitting.steps import History, Step
from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.record import Record
from imr_desk.letter.review import UNTOUCHED, Acknowledgement, LetterState, ReviewChange
from imr_desk.letter.work import WorkChange


class Changing(Showing):
    """Passes every change into the history of the sitting, the letter, the windows on it, and the store."""

    history_changed = Signal()

    def __init__(
        self, keeper: Keeper, who: str, checker: Executor | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(keeper, who, checker, parent)
        self._history = History()
        self._numbers = count(1)
        self._visit = 0
        self.letter_shown.connect(self.end_visit)

    @property
    def history(self) -> History:
        """The steps of this sitting, over all letters; opening a letter is none."""
        return self._history

    def do(self, change: LetterChange) -> bool:
        """Make a change as one step; False, and a `refused` sentence, where the letter is closed to changes."""
        return self.do_all(change.title, [change])

    def do_all(self, title: str, changes: Sequence[LetterChange]) -> bool:
        """Make several changes to the letter on the desk as one step, or none of them."""
        letter = self._letter
        real = [change for change in changes if not (isinstance(change, Edit) and change.empty)]
        if letter is None or not real:
            return False
        if letter.review.state is LetterState.VERIFIED and any(map(_touches_values, real)):
            self.refused.emit(self.tr("This letter is verified. Reopen it to change it; nothing was changed."))
            return False
        addressed = tuple((letter.id, change) for change in (*self._beginning(letter, real), *real))
        self._add(Step(next(self._numbers), title, letter.id, letter.name, addressed, self._visit))
        return True

    def do_many(self, title: str, changes: Sequence[Addressed]) -> bool:
        """Make changes to letters in their list as one step, all or none, in one transaction.

        False, and a `refused` sentence, where the letter on the desk is among them and says something else by now.
        """
        if not changes:
            return False
        if self._letter is not None and not self._letter.holds(_own(self._letter.id, changes)):
            self.refused.emit(self.tr("The open letter has changed meanwhile. Nothing was changed; do it again."))
            return False
        self._add(Step(next(self._numbers), title, None, self.where(changes), tuple(changes), self._visit))
        return True

    def where(self, changes: Sequence[Addressed]) -> str:
        """What a person calls the letters that are changed."""
        return letters_name(len({letter_id for letter_id, _ in changes}))

    def end_visit(self) -> None:
        """The person has left the field: the next edit of it is a step of its own."""
        self._visit += 1

    def _beginning(self, letter: OpenLetter, changes: Sequence[LetterChange]) -> tuple[LetterChange, ...]:
        """The review begins with the first change to a value."""
        if letter.review.state not in UNTOUCHED or not any(map(_touches_values, changes)):
            return ()
        begun = replace(letter.review, state=LetterState.IN_REVIEW)
        return (ReviewChange(self.tr("begin the review"), letter.review, begun),)

    def _add(self, step: Step) -> None:
        last = self._history.last
        both = last.merged(step) if last else None
        changes = step.changes
        if last is None or both is None:
            self._history = self._history.after(step)
        else:
            self._history = self._history.without({both.number})
            if both.idle:
                changes += replace(last, changes=last.changes[:-1]).inverse(step.title)
            else:
                self._history = self._history.after(both)
        self._make((both or step).number, changes)
        self.history_changed.emit()

    def _make(self, step: int, changes: tuple[Addressed, ...]) -> None:
        """Bring the changes to the letter on the desk, where they are its own, and send them all to the store."""
        own = _own(self._letter.id, changes) if self._letter is not None else []
        told = self._after(own)
        self._outbox.put(Parcel(step, changes))
        for change, before in told:
            self._tell(change, before)

    def _bring(self, own: Sequence[LetterChange]) -> None:
        """Bring changes that are in the store already to the letter on the desk."""
        for change, before in self._after(own):
            self._tell(change, before)

    def _after(self, own: Sequence[LetterChange]) -> list[tuple[LetterChange, Record]]:
        """Change the letter on the desk; each change with the record before it, to be told of."""
        told: list[tuple[LetterChange, Record]] = []
        if (letter := self._letter) is not None:
            for change in own:
                told.append((change, letter.record))
                letter = letter.after(change)
            self._letter = letter
        return told

    def _tell(self, change: LetterChange, before: Record) -> None:
        match change:
            case Edit():
                self._tell_edit(change, before)
            case HighlightChange():
                self.highlights_changed.emit()
            case Acknowledgement():
                self.findings_changed.emit()
            case ReviewChange():
                self.review_changed.emit()
            case WorkChange():
                self.work_changed.emit()
            case _:
                assert_never(change)

    def _tell_edit(self, change: Edit, before: Record) -> None:
        for listing in _resized(before, self.record):
            self.list_changed.emit(listing)
        changed = tuple(one.path for one in change.changes if one.old is not None and one.path in self.record)
        if changed:
            self.fields_changed.emit(changed)
        self.checking.ask(self.text, self.record)


def _touches_values(change: LetterChange) -> bool:
    """Whether it changes what is said of the letter, not only where it stands in the work."""
    return not isinstance(change, ReviewChange | WorkChange)


def _own(letter_id: int, changes: Sequence[Addressed]) -> list[LetterChange]:
    return [change for id, change in changes if id == letter_id]


def _resized(before: Record, after: Record) -> tuple[str, ...]:
    """The outermost lists whose number of entries differs."""
    changed = sorted(
        listing for listing in {*before.counts, *after.counts} if before.count(listing) != after.count(listing)
    )
    return tuple(one for one in changed if not any(one.startswith(f"{outer}[") for outer in changed))
