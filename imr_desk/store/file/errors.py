"""What can go wrong with a store, each with a whole sentence for the person."""

from __future__ import annotations


class StoreError(Exception):
    """A store could not do what was asked; `str()` says what happened and what to do. Nothing was changed."""


class NotAStore(StoreError):
    """The path holds no store of ours."""


class StoreExists(StoreError):
    """A store was to be made where there is already a file."""


class StoreLocked(StoreError):
    """Another program holds the store."""


class StoreReadOnly(StoreError):
    """The store, or the folder that it stands in, cannot be written to."""


class StoreDamaged(StoreError):
    """The file, or a letter in it, is not as it was written."""


class StoreTooNew(StoreError):
    """The store was written by a later version of the program."""


class StoreFull(StoreError):
    """The disk would take no more."""


class StoreConflict(StoreError):
    """What a change takes for the old value is not what the store holds: `what` of a letter, which may be a field."""

    def __init__(self, what: str, letter_id: int, file: str) -> None:
        super().__init__(f"{what} of letter {letter_id} ({file}) was changed elsewhere meanwhile.")
        self.what = what
        self.file = file


class NoSuchLetter(StoreError):
    """The store has no letter of that number."""
