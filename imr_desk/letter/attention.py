"""Which fields a person must look at before a letter is done."""

from __future__ import annotations

from imr_desk.letter.entry import Absence, Absent, Entry, Found
from imr_desk.letter.field import spec_of

SURE = 0.95
"""From this confidence on, a machine's value need not be looked at one by one."""


def needs_attention(path: str, entry: Entry) -> bool:
    """Whether nobody has looked at the entry yet and the parser is not sure of it.

    A field that the parser did not find needs a look where it is a core field; elsewhere most letters do not say.
    """
    if entry.by_person:
        return False
    match entry.outcome:
        case Found(confidence=confidence):
            return confidence < SURE
        case Absent(why=Absence.NOT_FOUND, confidence=confidence):
            return spec_of(path).core and confidence < SURE
        case Absent():
            return False


def wants_a_person(path: str, entry: Entry) -> bool:
    """Whether no letter is done before a person has seen to the field: it has a value, or is a core field."""
    return isinstance(entry.outcome, Found) or spec_of(path).core
