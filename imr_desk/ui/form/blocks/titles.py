"""What the groups and lists of the form are called, and which groups an item has only sometimes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imr_desk.letter.record import Record

_TITLES = {
    "modification": "Modification by UR",
    "medication": "Medication",
    "service": "Service",
    "claims_administrator_guideline": "Claims Administrator guideline",
    "maximus_guideline": "MAXIMUS guideline",
    "ur_events": "UR events",
    "documents": "Records reviewed",
    "licensure_states": "Licensed in",
    "specialties": "Specialties",
    "ingredients": "Ingredients",
    "citations": "Citations",
    "sections": "Sections",
}
_BY_KIND = {"medication": "drug", "service": "service"}
_OPTIONAL = {"modification", *_BY_KIND}


def title_of(name: str) -> str:
    """A group's or list's title."""
    return QCoreApplication.translate("fields", _TITLES.get(name, name.replace("_", " ").capitalize()))


def can_be_added(name: str) -> bool:
    """Whether a person may ask for the group where an item has none."""
    return name == "modification"


def belongs(record: Record, item: str, name: str) -> bool:
    """Whether the item has such a group: it is of that kind, or something of it is known."""
    if name not in _OPTIONAL:
        return True
    kind = record.at(f"{item}.kind").value
    known = any(record.at(path).value is not None for path in record.under(f"{item}.{name}"))
    return known or (name in _BY_KIND and kind in (None, _BY_KIND[name]))
