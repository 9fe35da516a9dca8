"""What the store hands out: letters with all that is known of them, rows of the queue, events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.letter.entry import Entry
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState, Review
from imr_desk.letter.span import Span
from imr_desk.letter.work import USUAL, Work


@dataclass(frozen=True, slots=True)
class Added:
    """A letter went in; `same_case` are other letters with its case number, the oldest first."""

    letter_id: int
    same_case: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """These very bytes are in the store already, as this letter, under this file name."""

    letter_id: int
    file: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A letter of the store that waits to be read."""

    letter_id: int
    file: str


Stamp = frozenset[tuple[int, int]]
"""Tells whether letters are as they were: each with the number of its last event; every change makes another."""


@dataclass(frozen=True)
class StoredLetter:
    """A letter as the store has it: what the program read, and what people made of it.

    `record` is the current one: the reading's with every person's value in its place. `acknowledged` maps the key
    of a finding to the reason for letting it stand. Times are ISO 8601 in UTC; `reviewed_by` and `reviewed_at` tell
    who verified, postponed or rejected it, and are empty for all other states.
    """

    id: int
    file: str
    state: LetterState
    outcome: Reading | Failure
    record: Record
    highlights: tuple[Highlight, ...] = ()
    acknowledged: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    added: str = ""
    reviewed_by: str = ""
    reviewed_at: str = ""
    reason: str = ""
    work: Work = USUAL

    @property
    def review(self) -> Review:
        """Where it stands, and why."""
        return Review(self.state, self.reason)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a letter stands in the work, without what is in it."""

    id: int
    file: str
    case_number: str
    review: Review
    work: Work


Wish = Callable[[Standing], LetterChange | None]
"""What is to become of a letter that stands like this; None where it is to stay as it is."""

Note = tuple[str, str]
"""Something remembered for the desk: under which key, and what."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What was made of letters that were gone through, and a sentence for each that is damaged."""

    changes: tuple[Addressed, ...]
    left_out: tuple[str, ...]


class Verdict(StrEnum):
    """What a second look at a letter of a sample found."""

    NONE = ""
    """Nobody has looked yet."""
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a second look at a letter found, whose it was, and when, ISO 8601 in UTC."""

    verdict: Verdict
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A random sample: its seed, its size, of how many letters it was drawn and of which, and how far it is checked."""

    id: int
    seed: int
    size: int
    of: int
    told: str
    drawn_by: str
    drawn_at: str
    right: int = 0
    wrong: int = 0

    @property
    def checked(self) -> int:
        """How many of its letters have been looked at again."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A letter as the queue shows it.

    `attention` counts the fields that need a look, `open_errors` the findings that stand in the way of "verified";
    `template` and `case_number` are empty where unknown; `same_case` tells that another letter has its case number;
    `verdict` is that of the query's sample, None where it has none.
    """

    id: int
    file: str
    case_number: str
    decision_date: str
    items: int
    state: LetterState
    attention: int
    open_errors: int
    template: str
    same_case: bool
    failure: FailureKind | None
    pages: int
    priority: int = 0
    assignee: str = ""
    verdict: Verdict | None = None


class Where(StrEnum):
    """What of a letter the words that were searched for stand in."""

    TEXT = "text"
    NAME = "name"
    """Its file name or case number."""
    VALUE = "value"
    """A value that a person typed or chose."""
    MEMO = "memo"
    """The memo of a highlight."""
    NOTE = "note"
    """The reason that a person gave for a step of the review, or for letting a check stand."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words around a hit on one line, and which of them were searched for."""

    text: str
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field of one letter, as the batch check shows it.

    `printed` is where its words stand, or, for what is computed, the words it was computed from.
    """

    letter_id: int
    file: str
    case_number: str
    state: LetterState
    path: str
    entry: Entry
    printed: Span | None

    @property
    def key(self) -> tuple[int, str]:
        """The letter and the path: what names it among all values of the store."""
        return self.letter_id, self.path


@dataclass(frozen=True, slots=True)
class Hit:
    """A letter that was searched for, and the best place of the words in it.

    `about` is the field path of a value, the id of a memo's highlight, the key of an acknowledged finding. `span` is
    where the letter's text is to be opened; None where a name or note has no place there.
    """

    letter_id: int
    file: str
    case_number: str
    state: LetterState
    where: Where
    about: str
    snippet: Snippet
    span: Span | None


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits, one a letter, and how many letters there are with such words in all."""

    hits: tuple[Hit, ...]
    letters: int


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How often a rule was right over the verified letters: its value was kept `right` times of `of`."""

    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that people put into a list's field: `printed` is what letters have for it, in lower case."""

    listing: str
    printed: str
    value: str
    times: int


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, never changed afterwards.

    `kind` is `added`, `read`, `edit`, `highlight`, `acknowledgement`, `review`, `work` or `labels`; `path` the field
    path, highlight id or finding key; `old` and `new` what stood there, as JSON text. Events of one step share `at`.
    """

    at: str
    who: str
    letter_id: int | None
    kind: str
    path: str
    title: str
    old: str | None
    new: str | None
