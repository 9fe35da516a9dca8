"""A reading held against the truth, field by field: what agrees, what is missing, what is too much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from imr_desk.letter import path as paths
from imr_desk.letter.entry import Entry, Value
from imr_desk.letter.field import FIELDS, spec_of
from imr_desk.letter.record import Record

_LISTED = frozenset(spec.pattern for spec in FIELDS if spec.repeated)


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: where, what is true, and what was read; None for no value."""

    letter: str
    path: str
    truth: Value | None
    read: Value | None


@dataclass(frozen=True, slots=True)
class FieldScore:
    """A field over many letters: slots asked, slots right, values true, values read, values both.

    A slot is right where both are absent or both values agree.
    """

    slots: int = 0
    right: int = 0
    true: int = 0
    read: int = 0
    agreed: int = 0

    def __add__(self, other: FieldScore) -> FieldScore:
        pairs = zip(self.counts, other.counts, strict=True)
        return FieldScore(*(mine + theirs for mine, theirs in pairs))

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        return self.slots, self.right, self.true, self.read, self.agreed

    @property
    def f1(self) -> float:
        """Agreement of what is present: the harmonic mean of precision and recall."""
        return 2 * self.agreed / (self.true + self.read) if self.true + self.read else 1.0


@dataclass(frozen=True)
class Accuracy:
    """The scores of one or many letters: by field pattern, the misses, and how many letters are whole."""

    fields: Mapping[str, FieldScore] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()
    letters: int = 0
    whole: int = 0

    def __add__(self, other: Accuracy) -> Accuracy:
        patterns = {**self.fields, **other.fields}
        blank = FieldScore()
        fields = {p: self.fields.get(p, blank) + other.fields.get(p, blank) for p in patterns}
        return Accuracy(fields, self.misses + other.misses, self.letters + other.letters, self.whole + other.whole)

    @property
    def single(self) -> FieldScore:
        """All fields that are no lists, together."""
        return sum((score for pattern, score in self.fields.items() if pattern not in _LISTED), FieldScore())

    @property
    def lists(self) -> FieldScore:
        """All entries of plain lists (states, specialties, diagnoses, sections, ...), together."""
        return sum((score for pattern, score in self.fields.items() if pattern in _LISTED), FieldScore())


def compare(letter: str, truth: Record, read: Record) -> Accuracy:
    """Hold one letter's reading against the truth.

    Entries of a plain list agree in any order; entries of a list of records (items, citations) agree by position. A
    letter is whole when every core field agrees.
    """
    slots = [path for path in {**truth.entries, **read.entries} if paths.pattern(path) not in _LISTED]
    listings = {path.rpartition("[")[0] for path in (*truth, *read) if paths.pattern(path) in _LISTED}
    pairs = [_slot(letter, path, truth.at(path), read.at(path)) for path in slots]
    pairs += [_listing(letter, listing, truth, read) for listing in sorted(listings)]
    fields: dict[str, FieldScore] = {}
    misses: list[Miss] = []
    for pattern, score, missed in pairs:
        fields[pattern] = fields.get(pattern, FieldScore()) + score
        misses += missed
    whole = not any(spec_of(miss.path).core for miss in misses)
    return Accuracy(fields, tuple(misses), 1, int(whole))


def together(scores: Iterable[Accuracy]) -> Accuracy:
    """Many letters as one score."""
    return sum(scores, Accuracy())


def plain(value: Value | None) -> Value | None:
    """A value as it is compared: words without case, run of blanks, line-end hyphen's blank or closing stop."""
    if not isinstance(value, str):
        return value
    words = re.sub(r"(?<=\w)- (?=\w)", "-", " ".join(value.split()))
    return words.casefold().rstrip(".,;: ")


def _slot(letter: str, path: str, truth: Entry, read: Entry) -> tuple[str, FieldScore, list[Miss]]:
    one, other = plain(truth.value), plain(read.value)
    right = one == other
    score = FieldScore(1, right, one is not None, other is not None, right and one is not None)
    return paths.pattern(path), score, [] if right else [Miss(letter, path, truth.value, read.value)]


def _listing(letter: str, listing: str, truth: Record, read: Record) -> tuple[str, FieldScore, list[Miss]]:
    one, other = (Counter(plain(record.at(path).value) for path in record.each(listing)) for record in (truth, read))
    agreed = (one & other).total()
    slots = max(one.total(), other.total())
    lost = [Miss(letter, f"{listing}[0]", value, None) for value in (one - other).elements()]
    extra = [Miss(letter, f"{listing}[0]", None, value) for value in (other - one).elements()]
    return f"{paths.pattern(listing)}[]", FieldScore(slots, agreed, one.total(), other.total(), agreed), lost + extra
