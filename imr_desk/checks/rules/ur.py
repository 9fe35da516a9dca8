"""What the letter tells of the utilization review that is disputed."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject


def u01_review_told(letter: Subject) -> Iterator[Sign]:
    """The summary tells when the review was and what it did."""
    events = letter.record.each("ur_events")
    missing = [part for part in ("date", "action") if not any(letter.value(f"{event}.{part}") for event in events)]
    if missing and letter.summary:
        told = " and ".join(f"the {part}" for part in missing)
        yield sign(*(f"{event}.{part}" for event in events[:1] for part in missing), missing=told)


def u03_what_stands(letter: Subject) -> Iterator[Sign]:
    """Where a modification is upheld, the part that was authorized stands: to be seen, no fault."""
    for item in letter.items:
        authorized = item.words("modification.authorized")
        if authorized and item.value("decision") == "upheld":
            fields = (item.at("modification.authorized"), item.at("decision"))
            yield sign(*fields, item=item.number, authorized=authorized)
