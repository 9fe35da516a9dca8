"""Parsing a letter: its text in, all that the parser knows of it out."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Detection, Part, Unrecognised
from imr_desk.letter.record import Record, blank_record
from imr_desk.letter.text import LetterText


@dataclass(frozen=True)
class Parsed:
    """What the parser made of a letter: its template, its parts, its fields, and evidence worth marking."""

    detection: Detection
    parts: tuple[Part, ...]
    record: Record
    suggestions: tuple[Highlight, ...] = ()


def parse(text: LetterText) -> Parsed:
    """Read a letter; any text at all yields a record, with fields absent where nothing was seen."""
    del text
    return Parsed(Unrecognised(), (), blank_record())
