"""What fields are called before a person."""

from __future__ import annotations

import pytest

from imr_desk.desk.sitting.naming import field_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("header.case_number", "Case number"),
        ("items[2].medication.strength", "Item 3, Strength"),
        ("items[0].maximus_guideline.text", "Item 1, MAXIMUS guideline"),
        ("items[0].maximus_guideline.basis", "Item 1, MAXIMUS, Basis"),
        ("items[0].maximus_guideline.citations[1].sections[0]", "Item 1, MAXIMUS, Citation 2, Section 1"),
        ("items[0].claims_administrator_guideline.citations[0]", "Item 1, Claims Administrator, Citation 1"),
    ],
)
def test_a_field_is_told_from_every_other_by_its_name(path: str, name: str) -> None:
    assert field_name(path) == name
