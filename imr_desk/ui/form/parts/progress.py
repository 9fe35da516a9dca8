"""How far a part of the letter is confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imr_desk.letter.attention import wants_a_person
from imr_desk.letter.record import Record


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the fields that count have a person behind them."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        return self.done == self.of > 0


def progress(record: Record, ancestor: str) -> Progress:
    """How far a section or list entry is; side fields that the letter leaves out do not count."""
    return progress_of(record, record.under(ancestor))


def progress_of(record: Record, fields: Iterable[str]) -> Progress:
    """How far these fields are."""
    counted = [path for path in fields if _counts(record, path)]
    return Progress(sum(record.at(path).by_person for path in counted), len(counted))


def _counts(record: Record, path: str) -> bool:
    entry = record.at(path)
    return entry.by_person or wants_a_person(path, entry)
