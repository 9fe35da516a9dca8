"""A difference in words: where it is, what each letter says there, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.difference import Difference, FieldDifference, TextDifference
from imr_desk.desk.sitting.naming import field_name, place_name
from imr_desk.letter.entry import Entry
from imr_desk.letter.field import spec_of
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.field.mark import mark_of
from imr_desk.ui.map.letter_parts import part_title


@dataclass(frozen=True, slots=True)
class Told:
    """What one letter says: the words, and the state in which they are, with the token to write that in."""

    words: str
    state: str = ""
    token: str = "muted"


def place_words(one: Difference) -> str:
    """Where a difference is: a field's name, or the part in which the words stand."""
    match one:
        case FieldDifference(path):
            return field_name(path)
        case TextDifference(part, field):
            return _tr("Words: {place}").format(place=field_name(field) if field else _part_words(part))
        case _:
            assert_never(one)


def told(one: Difference, here: bool, text: LetterText) -> Told:
    """What one of the letters says; `text` is that letter's."""
    match one:
        case FieldDifference(path):
            return _value(path, one.here if here else one.there)
        case TextDifference():
            return _printed(text, one.here if here else one.there)
        case _:
            assert_never(one)


def _value(path: str, entry: Entry) -> Told:
    mark = mark_of(path, entry)
    return Told(shown(spec_of(path), entry.value) or "\N{EN DASH}", mark.words, mark.token)


def _printed(text: LetterText, span: Span) -> Told:
    return Told(f"\u201c{text.printed(span)}\u201d" if len(span) else _tr("nothing there"))


def _part_words(part: str) -> str:
    """The part with the item it belongs to: `Item 1, Rationale`."""
    if not part:
        return _tr("outside of the parts")
    entry, dot, _ = part.rpartition(".")
    return f"{place_name(entry)}, {part_title(part)}" if dot else part_title(part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("compare", text)
