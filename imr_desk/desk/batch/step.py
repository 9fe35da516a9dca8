"""What a page of cards changes in its letters, where these still say what the cards showed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.batch.cards import CardKey
from imr_desk.letter.batch import batch_field
from imr_desk.letter.change import Addressed
from imr_desk.letter.edits import Change, Edit
from imr_desk.letter.entry import Entry
from imr_desk.letter.review import UNTOUCHED, LetterState, ReviewChange
from imr_desk.store.kept.stored import FieldValue, Standing
from imr_desk.store.queue.waiting import OPEN


@dataclass(frozen=True, slots=True)
class Agreed:
    """A step over many letters: its changes, the cards that it settles, and what all its cards hold afterwards."""

    title: str
    changes: tuple[Addressed, ...]
    done: frozenset[CardKey]
    values: Mapping[CardKey, FieldValue]


def agreed(
    title: str,
    shown: Mapping[CardKey, FieldValue],
    new: Mapping[CardKey, Entry],
    now: Sequence[FieldValue],
    standings: Sequence[Standing],
) -> Agreed:
    """The step that brings `new` entries into letters; a value that is no longer as `shown` is left out of it."""
    found = {value.key: value for value in now}
    done = [key for key in new if _as_shown(shown[key], found.get(key))]
    values = {**shown, **found, **{key: replace(found[key], entry=new[key]) for key in done}}
    edits = {
        letter_id: Edit(title, tuple(_change(found[key], new[key]) for key in done if key[0] == letter_id))
        for letter_id in sorted({letter_id for letter_id, _ in done})
    }
    return Agreed(title, tuple(_changes(edits, standings)), frozenset(done), values)


def _as_shown(shown: FieldValue, found: FieldValue | None) -> bool:
    return found is not None and found.entry == shown.entry and found.state in OPEN


def _change(found: FieldValue, new: Entry) -> Change:
    """One field before and after; KeyError where it is none that a batch may touch."""
    batch_field(found.path)
    return Change(found.path, found.entry, new)


def _changes(edits: Mapping[int, Edit], standings: Sequence[Standing]) -> Iterator[Addressed]:
    for standing in standings:
        if standing.id in edits:
            if standing.review.state in UNTOUCHED:
                begun = replace(standing.review, state=LetterState.IN_REVIEW)
                title = QCoreApplication.translate("Batch", "begin the review")
                yield standing.id, ReviewChange(title, standing.review, begun)
            yield standing.id, edits[standing.id]
