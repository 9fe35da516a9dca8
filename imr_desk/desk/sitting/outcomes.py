"""From what a person types, chooses or marks to the outcome that goes into the record."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from rapidfuzz import fuzz

from imr_desk.desk.sitting.naming import field_name
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome, Value
from imr_desk.letter.field import FieldSpec, Kind, spec_of
from imr_desk.letter.span import Span, trimmed
from imr_desk.letter.text import LetterText
from imr_desk.parser.words.convert import value_of

BY_PERSON = "person"
"""The rule of every outcome that a person gave."""

_SAME_WORDS = 80
"""From this likeness (of 100) on, typed words are a spelling of the printed ones, not other words."""

_WANTED = {
    Kind.DATE: "a date",
    Kind.INTEGER: "a whole number",
    Kind.NUMBER: "a number",
    Kind.CHOICE: "a value of its list",
    Kind.FLAG: "yes or no",
    Kind.TEXT: "words",
    Kind.LONG_TEXT: "words",
}


@dataclass(frozen=True, slots=True)
class NoValue:
    """The words hold no value of the field's kind."""

    words: str


def typed(spec: FieldSpec, words: str, entry: Entry, text: LetterText) -> Outcome | NoValue:
    """What typing these words means: the value they say, or, for none, that the letter does not say."""
    if not words.strip():
        return Absent(Absence.NOT_IN_LETTER, rule=BY_PERSON, confidence=1.0)
    value = value_of(spec, words)
    if value is None:
        return NoValue(words)
    return chosen(spec, value, entry, text, words)


def chosen(spec: FieldSpec, value: Value, entry: Entry, text: LetterText, words: str = "") -> Outcome:
    """What choosing a value means; the place is kept only where the words printed there say the same."""
    if entry.value == value:
        return entry.outcome
    return Found(value, _kept_place(spec, value, words, entry, text), BY_PERSON, 1.0, Origin.TYPED)


def marked(spec: FieldSpec, span: Span, text: LetterText) -> Outcome | NoValue:
    """What marking words on the page means: their value, at their place."""
    place = trimmed(text.text, span)
    words = text.printed(place)
    value = value_of(spec, words) if words else None
    return NoValue(words) if value is None else Found(value, place, BY_PERSON, 1.0, Origin.RECAPTURED)


def absent(why: Absence) -> Absent:
    """What "not in the letter" and "illegible" mean."""
    return Absent(why, rule=BY_PERSON, confidence=1.0)


def no_value_sentence(path: str, words: str) -> str:
    """Why words were not taken for a field's value."""
    say = _tr("{field} takes {wanted}; \u201c{words}\u201d is none. The field is as it was.")
    wanted = _tr(_WANTED[spec_of(path).kind])
    return say.format(field=field_name(path), wanted=wanted, words=words)


def _kept_place(spec: FieldSpec, value: Value, words: str, entry: Entry, text: LetterText) -> Span | None:
    if entry.span is None:
        return None
    printed = text.printed(entry.span)
    same = value_of(spec, printed) == value or fuzz.ratio(printed.lower(), words.lower()) >= _SAME_WORDS
    return entry.span if same else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("outcomes", text)
