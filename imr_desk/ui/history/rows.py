"""The history as rows: the steps of the sitting, and all that the store knows to have happened to a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from imr_desk.desk.sitting.steps import History, Step
from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import LabelSet
from imr_desk.letter.review import ReviewChange
from imr_desk.letter.text import LetterText
from imr_desk.store.kept.recalled import change_of
from imr_desk.store.kept.stored import Event
from imr_desk.ui.history.wording import moment, said, sentence_case
from imr_desk.ui.rows.row_model import RowModel


class Tense(Enum):
    """Where a row stands from the present place."""

    DONE = auto()
    PRESENT = auto()
    UNDONE = auto()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line: what was done, where or when, and what that changed; `place` is how many steps are done up to it."""

    title: str
    beside: str
    details: str
    tense: Tense = Tense.DONE
    place: int = 0

    @property
    def words(self) -> str:
        """The row as one would say it."""
        standing = {Tense.PRESENT: _tr("you are here"), Tense.UNDONE: _tr("taken back")}.get(self.tense, "")
        return ", ".join(part for part in (self.title, self.beside, self.details, standing) if part)


class HistoryModel(RowModel[HistoryRow]):
    """The rows of a history."""

    @override
    def title(self, row: HistoryRow) -> str:
        return row.title

    @override
    def words(self, row: HistoryRow) -> str:
        return row.words


def sitting_rows(history: History, labels: LabelSet, letter_id: int | None, text: LetterText) -> Iterator[HistoryRow]:
    """The steps of the sitting, the last first, down to its beginning; `text` is that of the letter on the desk."""
    for place in range(len(history.steps), 0, -1):
        step = history.steps[place - 1]
        details = said(_leading(step), labels, text if step.letter_id == letter_id else None)
        yield HistoryRow(sentence_case(step.title), step.where, details, _tense(place, history.place), place)
    beginning = _tr("The beginning of this sitting")
    yield HistoryRow(beginning, "", "", _tense(0, history.place), 0)


def letter_rows(events: Sequence[Event], labels: LabelSet, text: LetterText) -> Iterator[HistoryRow]:
    """What happened to a letter, in all sittings, the last first; events of one step are one row."""
    steps = [list(step) for _, step in groupby(events, lambda event: (event.at, event.who, event.title))]
    for step in reversed(steps):
        changes = _together([change for event in step if (change := change_of(event)) is not None])
        first = step[0]
        who = f"{first.who}, {moment(first.at)}"
        yield HistoryRow(sentence_case(first.title), who, said(changes, labels, text))


def _together(changes: Sequence[LetterChange]) -> Sequence[LetterChange]:
    """The changes of one step, the fields that it edited as one edit again."""
    edited = tuple(one for change in changes if isinstance(change, Edit) for one in change.changes)
    others = [change for change in changes if not isinstance(change, Edit)]
    return [Edit("", edited), *others] if edited else others


def _leading(step: Step) -> list[LetterChange]:
    """The changes that a step is named for, of one letter: in a list the same is done to each."""
    last = step.changes[-1][0]
    changes = [change for letter_id, change in step.changes if letter_id == last]
    return changes[1:] if len(changes) > 1 and isinstance(changes[0], ReviewChange) else changes


def _tense(place: int, present: int) -> Tense:
    if place == present:
        return Tense.PRESENT
    return Tense.DONE if place < present else Tense.UNDONE


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
