"""What a field, a list entry, or a number of letters is called before a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from imr_desk.letter import path as paths
from imr_desk.letter.field import SECTIONS, spec_of

_ENTRY_NAMES = {
    "reviewer.licensure_states": "State",
    "reviewer.specialties": "Specialty",
    "diagnoses": "Diagnosis",
    "ur_events": "UR event",
    "items": "Item",
    "items[].medication.ingredients": "Ingredient",
    "items[].claims_administrator_guideline.citations": "Citation",
    "items[].claims_administrator_guideline.citations[].sections": "Section",
    "items[].maximus_guideline.citations": "Citation",
    "items[].maximus_guideline.citations[].sections": "Section",
    "documents": "Document",
}
_GUIDELINES = {
    "items[].claims_administrator_guideline": "Claims Administrator",
    "items[].maximus_guideline": "MAXIMUS",
}
"""Whose guideline a field belongs to: an item has two that are alike."""


def field_name(path: str) -> str:
    """A field's name with what it stands in: `Item 3, Strength`, `Item 3, MAXIMUS, Citation 1, Pages`."""
    own = place_name(path) if path.endswith("]") else _translated(spec_of(path).label)
    around = [_around_name(ancestor) for ancestor in paths.lineage(path)[:-1]]
    return ", ".join([*(name for name in around if name and not own.startswith(name)), own])


def _around_name(ancestor: str) -> str:
    """What something that a field stands in adds to its name; nothing where that is plain without it."""
    if ancestor.endswith("]"):
        return place_name(ancestor)
    return _translated(_GUIDELINES.get(paths.pattern(ancestor), ""))


def place_name(entry_path: str) -> str:
    """A list entry's name: `Item 3`."""
    listing, place = paths.list_and_place(entry_path)
    return f"{entry_name(listing)} {place + 1}"


def entry_name(listing: str) -> str:
    """What one entry of a list is called: `Item`, `Diagnosis`."""
    return _translated(_ENTRY_NAMES.get(paths.pattern(listing), listing))


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: `diagnosis`, but `UR event`."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def letters_name(count: int) -> str:
    """So many letters: `1 letter`, `2,000 letters`."""
    if count == 1:
        return QCoreApplication.translate("letters", "1 letter")
    return QCoreApplication.translate("letters", "{count} letters").format(count=QLocale().toString(count))


def section_name(section: str) -> str:
    """A section's title on the form."""
    return _translated(dict(SECTIONS)[section])


def _translated(text: str) -> str:
    return QCoreApplication.translate("fields", text)
