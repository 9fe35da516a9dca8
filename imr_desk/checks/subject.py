"""The letter that is checked: its record and text, read the way rules ask for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from imr_desk.checks.period import Period, period
from imr_desk.letter.entry import Absence, Absent, Origin, Value
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText

HEADINGS = (
    r"HOW\s+THE\s+IMR\s+FINAL\s+DETERMINATION\s+WAS\s+MADE",
    r"CLINICAL\s+CASE\s+SUMMARY",
    r"IMR\s+(?:ISSUES,\s+DECISIONS|DECISION\(?S?\)?)\s+AND\s+RATIONALE\(?S?\)?",
)
"""The section headings of the letters from 2014 on, in order; those before wrote the last `DECISION(S)`."""


@dataclass(frozen=True)
class Subject:
    """A letter under check."""

    text: LetterText
    record: Record

    def value(self, path: str) -> Value | None:
        return self.record.at(path).value

    def period(self, path: str) -> Period | None:
        """The days that a date field may mean; None where it is empty or no date."""
        return period(self.value(path))

    def words(self, path: str) -> str:
        """The printed words of a field, white space collapsed; its value where that has no place, or a person entered
        another than is printed there; empty where absent."""
        outcome = self.record.at(path).outcome
        if isinstance(outcome, Absent):
            return ""
        printed = outcome.span is not None and outcome.origin is not Origin.TYPED
        return self.text.printed(outcome.span) if printed and outcome.span else str(outcome.value)

    def unsettled(self, path: str) -> bool:
        """Whether the field has no value and nothing says that this is as it should be."""
        entry = self.record.at(path)
        return isinstance(entry.outcome, Absent) and entry.outcome.why is Absence.NOT_FOUND and not entry.by_person

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(Item(self, place) for place in range(self.record.count("items")))

    @cached_property
    def headings(self) -> tuple[Span | None, ...]:
        """Where each of `HEADINGS` stands first."""
        found = (re.search(heading, self.text.text) for heading in HEADINGS)
        return tuple(Span(*match.span()) if match else None for match in found)

    @cached_property
    def summary(self) -> Span | None:
        """The case summary, from its heading to the next."""
        _, start, end = self.headings
        return Span(start.end, end.start) if start and end and start.end <= end.start else None

    @cached_property
    def summary_words(self) -> str:
        return self.text.printed(self.summary) if self.summary else ""


@dataclass(frozen=True)
class Item:
    """One disputed item; `number` counts from 1 as people do."""

    letter: Subject
    place: int

    @property
    def number(self) -> int:
        return self.place + 1

    @property
    def is_drug(self) -> bool:
        return self.value("kind") == "drug" or bool(self.drug_name)

    @cached_property
    def drug_name(self) -> str:
        return self.words("medication.name")

    @cached_property
    def rationale(self) -> str:
        return self.words("rationale")

    def at(self, field: str) -> str:
        """The path of one of the item's fields, named from the item on."""
        return f"items[{self.place}].{field}"

    def value(self, field: str) -> Value | None:
        return self.letter.value(self.at(field))

    def words(self, field: str) -> str:
        return self.letter.words(self.at(field))

    def number_of(self, field: str) -> float | None:
        """The field's value where it is a number."""
        value = self.value(field)
        return float(value) if isinstance(value, int | float) else None

    def listed(self, field: str) -> tuple[str, ...]:
        """The paths of the entries of one of the item's lists."""
        return self.letter.record.each(self.at(field))
