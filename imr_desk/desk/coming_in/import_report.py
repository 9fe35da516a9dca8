"""What became of each file of an import."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.letter.reading import Failure


@dataclass(frozen=True, slots=True)
class WentIn:
    """Read and kept; `same_case` are letters in the store with its case number and other content."""

    file: str
    letter_id: int
    same_case: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptUnread:
    """Kept in the store as unreadable, or as new where the import was stopped, with the reason."""

    failure: Failure
    letter_id: int


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The very same bytes are in the store, as this letter, under this name."""

    file: str
    letter_id: int
    first_file: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """No letter came of it: why."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class NotStored:
    """It was read, but the store would not take it: the store's sentence."""

    file: str
    reason: str


ImportLine = WentIn | KeptUnread | AlreadyThere | LeftOut | NotStored


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All lines in the order they were settled, and whether the person stopped the import before its end."""

    lines: tuple[ImportLine, ...] = ()
    cancelled: bool = False

    @property
    def letters(self) -> tuple[int, ...]:
        """The letters that are in the store now and were not before."""
        return tuple(line.letter_id for line in self.lines if isinstance(line, WentIn | KeptUnread))

    @property
    def first(self) -> int | None:
        """The letter to begin with: the first that went in, or else the first that was there already."""
        kinds = (WentIn, AlreadyThere, KeptUnread)
        found = (line.letter_id for kind in kinds for line in self.lines if isinstance(line, kind))
        return next(found, None)

    def count(self, kind: type[ImportLine]) -> int:
        """How many lines are of a kind."""
        return sum(isinstance(line, kind) for line in self.lines)
