"""Items that the letter's heading runs together or the parser took apart: one made of two, two made of one."""

from __future__ import annotations

from imr_desk.desk.sitting.outcomes import BY_PERSON
from imr_desk.letter import edits
from imr_desk.letter.edits import Edit
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.record import Record, rebased

_ITEMS = "items"


def split(title: str, record: Record, place: int) -> Edit:
    """The item once more below itself, for a person to leave in each of the two what belongs there."""
    item = f"{_ITEMS}[{place}]"
    fields = [(path, record.at(path)) for path in record.under(item)]
    return edits.insert(title, record, _ITEMS, place + 1, rebased(fields, item, ""))


def merged(title: str, record: Record, place: int) -> Edit:
    """The item with the words of the request below added to its own, and the item below gone.

    The request comes first: there the person is led who takes it back.
    """
    ours, theirs = (record.at(f"{_ITEMS}[{one}].request") for one in (place, place + 1))
    if theirs.value is None:
        return edits.remove(title, record, _ITEMS, place + 1)
    words = " ".join(str(entry.value) for entry in (ours, theirs) if entry.value is not None)
    both = Found(words, ours.span, BY_PERSON, 1.0, Origin.TYPED)
    joined = edits.correct(title, record, f"{_ITEMS}[{place}].request", both)
    return joined.then(edits.remove(title, joined.apply(record), _ITEMS, place + 1))
