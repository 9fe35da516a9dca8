"""Printed words to values and back: what the parser, typing and marking words on the page all use."""

from __future__ import annotations

import re
from collections.abc import Callable

from imr_desk.letter.entry import Value
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.letter.span import Span
from imr_desk.parser.words.dates import iso_date
from imr_desk.parser.words.numbers import number_of, plain, whole
from imr_desk.parser.words.printed import worded
from imr_desk.parser.words.vocabulary import load_vocabulary

_YES, _NO = ("yes", "true", "1", "y", "retrospective"), ("no", "false", "0", "n", "prospective")
_CASE_NUMBER = re.compile(r"CM\s?(\d{2})\s*[-\u2010-\u2014]\s*(\d{5,8})", re.IGNORECASE)
_SHARE = re.compile(r"\d\s*/\s*\d")
"""A pain score or a date, but no count."""
_DAY = len("2016-10-30")
_SPACED_HYPHEN = re.compile(r"(?<=\w)([-\u2010-\u2014])\s+(?=\w)")


def value_of(spec: FieldSpec, words: str) -> Value | None:
    """The value that the words stand for in such a field, or None where they are none."""
    plain_words = worded(words, Span(0, len(words)))
    return _READERS[spec.kind](spec, plain_words) if plain_words else None


def shown(spec: FieldSpec, value: Value | None) -> str:
    """The value as the form shows it: dates mm/dd/yyyy, choices by their label; empty for None."""
    if value is None:
        return ""
    match spec.kind:
        case Kind.DATE:
            return _shown_date(str(value))
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.CHOICE:
            return load_vocabulary().label(spec.choices or "", str(value))
        case _:
            return str(value)


def _date(_: FieldSpec, words: str) -> str | None:
    return iso_date(words.strip(" .,;()"))


def _integer(_: FieldSpec, words: str) -> int | None:
    return None if _names_something_else(words) else whole(number_of(words))


def _number(_: FieldSpec, words: str) -> int | float | None:
    number = None if _names_a_day_or_case(words) else number_of(words)
    return None if number is None else plain(number)


def _names_something_else(words: str) -> bool:
    return bool(_SHARE.search(words)) or _names_a_day_or_case(words)


def _names_a_day_or_case(words: str) -> bool:
    return bool(_CASE_NUMBER.search(words)) or len(iso_date(words.strip(" .,;()")) or "") == _DAY


def _flag(_: FieldSpec, words: str) -> bool | None:
    word = words.casefold()
    return True if word in _YES else False if word in _NO else None


def _choice(spec: FieldSpec, words: str) -> str | None:
    return load_vocabulary().nearest(spec.choices or "", words)


def _text(spec: FieldSpec, words: str) -> str:
    """Values are what is printed, but for what the record keeps in one shape."""
    field = spec.pattern.rpartition(".")[2]
    if field == "case_number" and (match := _CASE_NUMBER.search(words)):
        return f"CM{match[1]}-{match[2]}"
    if field == "strength":
        return re.sub(r"\s+", "", words).casefold()
    if field in ("form", "body_part", "diagnoses[]"):
        return load_vocabulary().exact(spec.choices or "", words) or words.casefold()
    if spec.choices == "specialties":
        return load_vocabulary().exact("specialties", words) or words
    return _SPACED_HYPHEN.sub(r"\1", words) if field == "pages" else words


def _shown_date(iso: str) -> str:
    """`2016-10-30` as 10/30/2016, `2016-10` as 10/2016."""
    year, *rest = iso.split("-")
    return "/".join([*rest, year])


_READERS: dict[Kind, Callable[[FieldSpec, str], Value | None]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.DATE: _date,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
}
