"""Which fields may be checked over many letters at once, as data; what decides an outcome never is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from imr_desk.letter import path as paths
from imr_desk.letter.field import FieldSpec, spec_of


@dataclass(frozen=True, slots=True)
class BatchField:
    """A field for the batch check; `shown_by` is the field whose printed words show it where it has none itself."""

    pattern: str
    shown_by: str = ""

    @property
    def spec(self) -> FieldSpec:
        return spec_of(self.pattern)

    def evidence(self, path: str) -> str:
        """The path of the field whose words show the one at `path`; empty where there is none."""
        places = iter(re.findall(r"\[\d+\]", path))
        return re.sub(r"\[\]", lambda _: next(places), self.shown_by)


def _citations(side: str) -> tuple[BatchField, ...]:
    base = f"items[].{side}_guideline.citations[]"
    return tuple(BatchField(f"{base}.{name}") for name in ("source", "title", "year"))


_REQUEST, _DRUG = "items[].request", "items[].medication.name"

BATCH_FIELDS: tuple[BatchField, ...] = (
    BatchField("header.case_number"),
    BatchField("header.date_assigned"),
    BatchField("header.date_of_injury"),
    BatchField("header.decision_date"),
    BatchField("header.ur_denial_date"),
    BatchField("header.priority"),
    BatchField("header.application_received"),
    BatchField("reviewer.licensure_states[]"),
    BatchField("reviewer.specialties[]"),
    BatchField("patient.age"),
    BatchField("patient.sex"),
    BatchField("patient.injury_date"),
    BatchField("diagnoses[]"),
    BatchField("ur_events[].date"),
    BatchField(_REQUEST),
    BatchField("items[].category", _REQUEST),
    BatchField("items[].retrospective", _REQUEST),
    BatchField(_DRUG),
    BatchField("items[].medication.ingredients[]", _DRUG),
    BatchField("items[].medication.strength"),
    BatchField("items[].medication.form"),
    BatchField("items[].medication.quantity"),
    BatchField("items[].medication.refills"),
    BatchField("items[].service.body_part"),
    BatchField("items[].service.side"),
    BatchField("items[].service.visits"),
    BatchField("items[].service.per_week"),
    BatchField("items[].service.weeks"),
    *_citations("claims_administrator"),
    *_citations("maximus"),
)
"""In the order of the form. A field that is not named here is looked at in its letter only."""

DECIDING: tuple[str, ...] = (
    "items[].decision",
    "items[].conclusion",
    "items[].modification",
    "items[].rationale",
    "ur_events[].action",
)
"""What says how a case ended, and all below it: for these, evidence out of its letter is no evidence."""

_BY_PATTERN = {field.pattern: field for field in BATCH_FIELDS}


def batch_field(path: str) -> BatchField:
    """The batch field that a path belongs to; KeyError where it is none."""
    return _BY_PATTERN[paths.pattern(path)]
