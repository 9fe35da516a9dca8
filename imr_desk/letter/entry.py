"""What is known of one field: a value with its place, or why there is none, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from imr_desk.letter.span import Span

Value = str | int | float | bool
"""Dates are ISO 8601 strings (`2016-10-25`, `2016-10`, `2016`), closed lists their codes."""


class Origin(StrEnum):
    """Where a value came from."""

    CAPTURED = "captured"
    """Read from the page by the parser."""
    RECAPTURED = "recaptured"
    """Taken from the page by a person who marked the words."""
    TYPED = "typed"
    LOOKED_UP = "looked_up"
    """Found in a vocabulary from what was captured."""
    COMPUTED = "computed"


class Absence(StrEnum):
    """Why there is no value."""

    NOT_FOUND = "not_found"
    """The parser saw none; nobody has looked yet."""
    NOT_IN_LETTER = "not_in_letter"
    """A person looked: the letter does not say."""
    STATED_UNKNOWN = "stated_unknown"
    """The letter itself says that it is unknown ("man of unknown age")."""
    ILLEGIBLE = "illegible"


@dataclass(frozen=True, slots=True)
class Found:
    """A value; `span` is its place (None where it has none), `rule` what found it, `confidence` 0..1."""

    value: Value
    span: Span | None
    rule: str
    confidence: float
    origin: Origin = Origin.CAPTURED


@dataclass(frozen=True, slots=True)
class Absent:
    """No value, and why; `span` where the letter prints the reason."""

    why: Absence = Absence.NOT_FOUND
    span: Span | None = None
    rule: str = ""
    confidence: float = 0.0


Outcome = Found | Absent


class State(StrEnum):
    """Who stands behind an entry."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    """A person saw the parser's outcome and kept it."""
    CORRECTED = "corrected"
    """A person put another outcome in its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field's outcome and who stands behind it; `parser` keeps the parser's where a person put another."""

    outcome: Outcome
    state: State = State.MACHINE
    parser: Outcome | None = None

    @property
    def value(self) -> Value | None:
        return self.outcome.value if isinstance(self.outcome, Found) else None

    @property
    def span(self) -> Span | None:
        return self.outcome.span

    @property
    def by_person(self) -> bool:
        """Whether a person has confirmed or corrected it."""
        return self.state is not State.MACHINE

    @property
    def parsers(self) -> Outcome:
        """What the parser said, whatever a person has put in its place."""
        return self.parser or self.outcome

    def confirmed(self) -> Entry:
        """The same outcome with a person behind it; a correction stays a correction."""
        if self.by_person:
            return self
        if isinstance(self.outcome, Absent) and self.outcome.why is Absence.NOT_FOUND:
            seen = replace(self.outcome, why=Absence.NOT_IN_LETTER)
            return Entry(seen, State.CONFIRMED, parser=self.outcome)
        return Entry(self.outcome, State.CONFIRMED)

    def corrected(self, outcome: Outcome) -> Entry:
        """A person's outcome in the place of the parser's; the one it already has is merely confirmed."""
        if outcome == self.outcome:
            return self.confirmed()
        return Entry(outcome, State.CORRECTED, parser=self.parsers)


NOTHING = Entry(Absent())
"""A field that the parser did not find and nobody has looked at."""
