"""The letter on the desk as one frozen value, and what each change makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import assert_never

from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Failure, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import Acknowledgement, Review, ReviewChange
from imr_desk.letter.text import NO_TEXT, LetterText
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.kept.stored import StoredLetter


@dataclass(frozen=True)
class OpenLetter:
    """A letter as the person sees it now: the parser's outcome, and all that was done to it since."""

    id: int
    file: str
    outcome: Reading | Failure
    record: Record
    highlights: tuple[Highlight, ...]
    acknowledged: Mapping[str, str]
    review: Review
    work: Work

    @property
    def text(self) -> LetterText:
        """The letter's text; empty where it could not be read."""
        return self.outcome.text if isinstance(self.outcome, Reading) else NO_TEXT

    @property
    def name(self) -> str:
        """What a person calls it: its case number, or else its file."""
        return str(self.record.at("header.case_number").value or self.file)

    def holds(self, changes: Iterable[LetterChange]) -> bool:
        """Whether it holds what the changes, one after another, take for the old values."""
        letter = self
        for change in changes:
            if not letter._holds_old(change):
                return False
            letter = letter.after(change)
        return True

    def after(self, change: LetterChange) -> OpenLetter:
        """The letter once the change is made."""
        match change:
            case Edit():
                return replace(self, record=change.apply(self.record))
            case HighlightChange():
                return replace(self, highlights=change.apply(self.highlights))
            case Acknowledgement():
                return replace(self, acknowledged=change.apply(self.acknowledged))
            case ReviewChange():
                return replace(self, review=change.new)
            case WorkChange():
                return replace(self, work=change.new)
            case _:
                assert_never(change)

    def _holds_old(self, change: LetterChange) -> bool:
        match change:
            case Edit():
                return all(self.record.entries.get(one.path) == one.old for one in change.changes)
            case HighlightChange(_, old, new):
                ids = {one.id for one in (old, new) if one is not None}
                return [one for one in self.highlights if one.id in ids] == ([old] if old else [])
            case Acknowledgement():
                return self.acknowledged.get(change.finding_key) == change.old_reason
            case ReviewChange():
                return self.review == change.old
            case WorkChange():
                return self.work == change.old
            case _:
                assert_never(change)


def opened(stored: StoredLetter, pending: tuple[LetterChange, ...] = ()) -> OpenLetter:
    """A letter out of the store, with the changes that have not reached the store yet."""
    letter = OpenLetter(
        id=stored.id,
        file=stored.file,
        outcome=stored.outcome,
        record=stored.record,
        highlights=stored.highlights,
        acknowledged=MappingProxyType(dict(stored.acknowledged)),
        review=stored.review,
        work=stored.work,
    )
    for change in pending:
        letter = letter.after(change)
    return letter
