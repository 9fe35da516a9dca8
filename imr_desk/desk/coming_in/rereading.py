"""Letters of a store read once more: what that changes, and which are left as they are. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from imr_desk.checks.reissue import differing
from imr_desk.intake.bulk import read_each
from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import DONE
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Reread:
    """A letter was read again: how many fields say something else now, and how many of them newly need a look."""

    letter_id: int
    file: str
    fields: int = 0
    to_look_at: int = 0


class Why(StrEnum):
    """Why a letter is left as it is."""

    CLOSED = "closed"
    """A person has verified or rejected it."""
    MARKED = "marked"
    """It has other words now, and what people marked stands on the old ones."""
    UNREADABLE = "unreadable"
    """It could be read before and cannot be read now, or not be fetched from the store."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A letter that stays as it was read before."""

    letter_id: int
    file: str
    why: Why


def read_again(store: Store, ids: Sequence[int], who: str, workers: int) -> Iterator[Reread | LeftAlone]:
    """Read letters again in worker processes, one after another, and keep what they say now; a person's values stay."""
    open_ones = []
    for standing in store.standings(ids):
        if standing.review.state in DONE:
            yield LeftAlone(standing.id, standing.file, Why.CLOSED)
        else:
            open_ones.append(standing)
    letters = (_fetched(store, one.id, one.file) for one in open_ones)
    for one, (_, outcome) in zip(open_ones, read_each(letters, workers), strict=True):
        yield kept(store, one.id, outcome, who)


def kept(store: Store, letter_id: int, outcome: Reading | Failure, who: str) -> Reread | LeftAlone:
    """Put a new reading in the place of the old one, unless that would cost what people did."""
    before = store.letter(letter_id)
    why = _why_not(before, outcome)
    if why is not None:
        return LeftAlone(letter_id, before.file, why)
    if outcome == before.outcome:
        return Reread(letter_id, before.file)
    store.read_again(letter_id, outcome, who)
    return _compared(before, store.letter(letter_id).record)


def _compared(before: StoredLetter, record: Record) -> Reread:
    newly = {*record.to_look_at} - {*before.record.to_look_at}
    return Reread(before.id, before.file, len(differing(before.record, record)), len(newly))


def _why_not(letter: StoredLetter, outcome: Reading | Failure) -> Why | None:
    if letter.state in DONE:
        return Why.CLOSED
    if isinstance(outcome, Failure):
        return Why.UNREADABLE if isinstance(letter.outcome, Reading) else None
    old = letter.outcome.text.text if isinstance(letter.outcome, Reading) else ""
    return Why.MARKED if outcome.text.text != old and _is_marked(letter) else None


def _is_marked(letter: StoredLetter) -> bool:
    """Whether anything that a person did stands on the letter's words."""
    return bool(letter.highlights) or any(entry.by_person and entry.span for entry in letter.record.entries.values())


def _fetched(store: Store, letter_id: int, file: str) -> Pdf | Failure:
    try:
        return Pdf(file, store.pdf(letter_id))
    except StoreDamaged as error:
        return Failure(file, FailureKind.DAMAGED, str(error))
