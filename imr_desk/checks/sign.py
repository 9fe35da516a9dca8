"""A sign that something does not fit: the fields it was seen in, and the words that fill the rule's sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """One firing of a rule, not yet in words."""

    fields: tuple[str, ...]
    words: dict[str, object]


def sign(*fields: str, **words: object) -> Sign:
    """A sign in these fields; the words are those that the catalogue's sentence asks for."""
    return Sign(fields, words)
