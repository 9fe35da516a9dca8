"""From an entry to its mark: a shape, a few words and a colour that say who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.outcomes import BY_PERSON
from imr_desk.letter.attention import needs_attention
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome, State
from imr_desk.store.kept.stored import TrackRecord


class Shape(Enum):
    """What the mark looks like; each state has a shape of its own."""

    TICK = auto()
    DISC_TICK = auto()
    DISC_PEN = auto()
    DISC_FRAME = auto()
    DIAMOND = auto()
    RING = auto()
    SLASHED_RING = auto()
    WAVES = auto()
    QUESTION = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape, the words beside it, and the name of the token to paint both in."""

    shape: Shape
    words: str
    token: str


_ABSENCES = {
    Absence.NOT_FOUND: "not found",
    Absence.NOT_IN_LETTER: "not in letter",
    Absence.STATED_UNKNOWN: "unknown, stated",
    Absence.ILLEGIBLE: "illegible",
}
_ABSENT_BY_MACHINE = {Absence.STATED_UNKNOWN: Shape.QUESTION}
_ABSENT_BY_PERSON = {Absence.NOT_IN_LETTER: Shape.SLASHED_RING, Absence.ILLEGIBLE: Shape.WAVES}
_ORIGINS = {
    Origin.LOOKED_UP: "looked up in the lists",
    Origin.COMPUTED: "computed from other words",
}


def mark_of(path: str, entry: Entry) -> Mark:
    """The mark that a field wears."""
    match entry.outcome:
        case Absent(why=why):
            return _of_absence(path, entry, why)
        case Found() if needs_attention(path, entry):
            return Mark(Shape.DIAMOND, _tr("look"), "look")
        case Found(origin=origin):
            return _of_value(entry.state, origin)
        case _:
            assert_never(entry.outcome)


def absence_words(why: Absence) -> str:
    """Why there is no value, in a word or two."""
    return _tr(_ABSENCES[why])


def longest_words() -> str:
    """The longest words that most marks have; a rarer mark may be longer."""
    return absence_words(Absence.NOT_IN_LETTER)


def origin_words(entry: Entry) -> str:
    """What the machine made a value of that is not printed, in words; empty for every other."""
    if isinstance(entry.outcome, Found) and entry.outcome.span is None:
        return _tr(_ORIGINS.get(entry.outcome.origin, ""))
    return ""


def record_words(read: Outcome, record: TrackRecord | None) -> str:
    """Which rule read a field, how sure it was, and how it has fared in verified letters; empty where none read it."""
    if read.rule in {"", BY_PERSON}:
        return ""
    sure = _tr("Read by “{rule}”, {percent} % sure.").format(rule=read.rule, percent=f"{100 * read.confidence:.1f}")
    if record is None:
        return sure
    return sure + "\n" + _tr("Right {right} of {of} in verified letters.").format(right=record.right, of=record.of)


def _of_absence(path: str, entry: Entry, why: Absence) -> Mark:
    words = absence_words(why)
    if needs_attention(path, entry):
        return Mark(Shape.DIAMOND, words, "look")
    if entry.by_person:
        return Mark(_ABSENT_BY_PERSON.get(why, Shape.DISC_TICK), words, "confirmed")
    return Mark(_ABSENT_BY_MACHINE.get(why, Shape.RING), words, "machine")


def _of_value(state: State, origin: Origin) -> Mark:
    match state:
        case State.MACHINE:
            return Mark(Shape.TICK, _tr("machine"), "machine")
        case State.CONFIRMED:
            return Mark(Shape.DISC_TICK, _tr("confirmed"), "confirmed")
        case State.CORRECTED:
            return _of_correction(origin)
        case _:
            assert_never(state)


def _of_correction(origin: Origin) -> Mark:
    match origin:
        case Origin.RECAPTURED:
            return Mark(Shape.DISC_FRAME, _tr("re-captured"), "confirmed")
        case Origin.TYPED:
            return Mark(Shape.DISC_PEN, _tr("entered"), "confirmed")
        case Origin.CAPTURED | Origin.LOOKED_UP | Origin.COMPUTED:
            return Mark(Shape.DISC_PEN, _tr("corrected"), "confirmed")
        case _:
            assert_never(origin)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Mark", text)
