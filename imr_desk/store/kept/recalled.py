"""Events read back as the changes that they were."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Change, Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.review import Acknowledgement, ReviewChange
from imr_desk.letter.work import WorkChange
from imr_desk.store.file.jsontext import read_entry, read_highlight, read_reason, read_review, read_work
from imr_desk.store.kept.stored import Event

T = TypeVar("T")


def change_of(event: Event) -> LetterChange | None:
    """What a person changed; None for what was none of a letter's changes: it came in, or was read again."""
    title = event.title
    match event.kind:
        case "edit":
            return Edit(title, (Change(event.path, *_both(event, read_entry)),))
        case "highlight":
            return HighlightChange(title, *_both(event, read_highlight))
        case "acknowledgement":
            return Acknowledgement(title, event.path, *_both(event, read_reason))
        case "review":
            return ReviewChange(title, read_review(event.old or ""), read_review(event.new or ""))
        case "work":
            return WorkChange(title, read_work(event.old or ""), read_work(event.new or ""))
        case _:
            return None


def _both(event: Event, read: Callable[[str], T]) -> tuple[T | None, T | None]:
    return (None if event.old is None else read(event.old), None if event.new is None else read(event.new))
