"""A letter out of the store with all that the desk shows of it, read once and known as long as it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Reading
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept.stored import SecondLook, Stamp, StoredLetter
from imr_desk.store.store import Store


@dataclass(frozen=True)
class Fetched:
    """A letter, the others of its case, its file (or what is wrong with it), as of a stamp; and how it fared when
    somebody had a second look, which is no part of it."""

    stamp: Stamp
    letter: StoredLetter
    same_case: tuple[StoredLetter, ...]
    pdf: Pdf | StoreDamaged
    second_look: SecondLook | None


def fetch(store: Store, letter_id: int, known: Fetched | None = None) -> Fetched:
    """The letter as the store has it now: what is known of it already, unless somebody has changed it since.

    The stamp is taken first: a change that comes in between makes it too old, never too new.
    """
    stamp, look = store.stamp(letter_id), store.second_look(letter_id)
    if known is not None and known.stamp == stamp:
        return replace(known, second_look=look)
    letter = store.letter(letter_id)
    _find_places(letter)
    return Fetched(stamp, letter, store.same_case(letter_id), known.pdf if known else _file(store, letter), look)


def _find_places(letter: StoredLetter) -> None:
    """Have the letter know where its fields are printed: here, where no window waits for it."""
    if isinstance(letter.outcome, Reading):
        for entry in letter.record.entries.values():
            if entry.span is not None:
                letter.outcome.text.places(entry.span)


def _file(store: Store, letter: StoredLetter) -> Pdf | StoreDamaged:
    """The letter's file; it never changes."""
    try:
        return Pdf(letter.file, store.pdf(letter.id)).hashed()
    except StoreDamaged as error:
        return error
