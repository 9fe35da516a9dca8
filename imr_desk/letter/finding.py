"""Findings: what a check saw in a record that a person should look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; an error stands in the way of "verified" until acknowledged."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One firing of a rule: what it says in a clerk's words, and the fields it looked at, in order."""

    rule: str
    severity: Severity
    message: str
    fields: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What an acknowledgement holds on to: it lapses when the finding says something else."""
        return "|".join((self.rule, self.message, *self.fields))
