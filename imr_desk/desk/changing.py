"""Changes to the letter on the desk: each one step that can be undone, told to whom it concerns, and saved."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject

from imr_desk.desk.keeper import Keeper
from imr_desk.desk.showing import Showing
from imr_desk.desk.steps import Step
from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.record import Record
from imr_desk.letter.review import Acknowledgement, LetterState, ReviewChange
from imr_desk.letter.work import WorkChange


class Changing(Showing):
    """Passes every change through the undo stack, into the letter, to the windows on it, and into the store."""

    def __init__(
        self, keeper: Keeper, who: str, checker: Executor | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(keeper, who, checker, parent)
        self._visit = 0
        self.letter_shown.connect(self.end_visit)

    def do(self, change: LetterChange) -> bool:
        """Make a change as one undo step; False, and a `refused` sentence, where the letter is closed to changes."""
        if self._letter is None or (isinstance(change, Edit) and change.empty):
            return False
        if self.state is LetterState.VERIFIED and not isinstance(change, ReviewChange | WorkChange):
            self.refused.emit(self.tr("This letter is verified. Reopen it to change it; nothing was changed."))
            return False
        self._begin_review(change)
        self.undo_stack.push(Step(change, self._apply, self._visit))
        return True

    def end_visit(self) -> None:
        """The person has left the field: the next edit of it is a step of its own."""
        self._visit += 1

    def _begin_review(self, change: LetterChange) -> None:
        letter = self._letter
        if letter is None or isinstance(change, ReviewChange | WorkChange):
            return
        if letter.review.state in (LetterState.NEW, LetterState.TO_REVIEW):
            begun = replace(letter.review, state=LetterState.IN_REVIEW)
            self._apply(ReviewChange(self.tr("begin the review"), letter.review, begun))

    def _apply(self, change: LetterChange) -> None:
        if self._letter is None:
            return
        before = self._letter.record
        self._letter = self._letter.after(change)
        self._outbox.put(self._letter.id, change)
        self._tell(change, before)

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
        for one in change.changes:
            if one.old is not None and one.new is not None:
                self.field_changed.emit(one.path)
        self._checking.ask(self.text, self.record)


def _resized(before: Record, after: Record) -> tuple[str, ...]:
    """The outermost lists whose number of entries differs."""
    changed = sorted(
        listing for listing in {*before.counts, *after.counts} if before.count(listing) != after.count(listing)
    )
    return tuple(one for one in changed if not any(one.startswith(f"{outer}[") for outer in changed))
