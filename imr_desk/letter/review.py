"""Where a letter stands in the work, and the steps that move it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class LetterState(StrEnum):
    """How far a letter has come."""

    NEW = "new"
    """In the store, and not read yet."""
    READING = "reading"
    """Being read by the parser."""
    TO_REVIEW = "to_review"
    IN_REVIEW = "in_review"
    POSTPONED = "postponed"
    VERIFIED = "verified"
    REJECTED = "rejected"
    UNREADABLE = "unreadable"


UNTOUCHED = frozenset({LetterState.NEW, LetterState.READING, LetterState.TO_REVIEW})
"""The states of letters whose review begins with the first value that a person stands behind."""
TO_DO = frozenset({LetterState.TO_REVIEW, LetterState.IN_REVIEW})
"""The states that wait for a person."""
DONE = frozenset({LetterState.VERIFIED, LetterState.REJECTED})
"""The states in which a letter has found its end."""
CLOSED = DONE | {LetterState.POSTPONED}
"""The states out of which a person reopens a letter."""


@dataclass(frozen=True, slots=True)
class Review:
    """A letter's state, and the reason a person gave for it."""

    state: LetterState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """A letter's review before and after."""

    title: str
    old: Review
    new: Review

    def inverse(self) -> ReviewChange:
        """The change that takes this one back."""
        return ReviewChange(self.title, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A person's reason for letting a finding stand, before and after; None where there was (is) none."""

    title: str
    finding_key: str
    old_reason: str | None
    new_reason: str | None

    def inverse(self) -> Acknowledgement:
        """The change that takes this one back."""
        return Acknowledgement(self.title, self.finding_key, self.new_reason, self.old_reason)

    def apply(self, reasons: Mapping[str, str]) -> Mapping[str, str]:
        """The reasons by finding after the change."""
        others = {key: reason for key, reason in reasons.items() if key != self.finding_key}
        kept = others if self.new_reason is None else {**others, self.finding_key: self.new_reason}
        return MappingProxyType(kept)
