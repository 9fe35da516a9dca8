"""What a field, list or list entry is called before a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

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


def field_name(path: str) -> str:
    """A field's name with the list entries it stands in: `Item 3, Strength`."""
    entries = [place_name(ancestor) for ancestor in paths.lineage(path) if ancestor.endswith("]") and ancestor != path]
    own = place_name(path) if path.endswith("]") else _translated(spec_of(path).label)
    return ", ".join([*entries, own])


def place_name(entry_path: str) -> str:
    """A list entry's name: `Item 3`."""
    listing, _, place = entry_path.rpartition("[")
    return f"{entry_name(listing)} {int(place[:-1]) + 1}"


def entry_name(listing: str) -> str:
    """What one entry of a list is called: `Item`, `Diagnosis`."""
    return _translated(_ENTRY_NAMES.get(paths.pattern(listing), listing))


def section_name(section: str) -> str:
    """A section's title on the form."""
    return _translated(dict(SECTIONS)[section])


def _translated(text: str) -> str:
    return QCoreApplication.translate("fields", text)
