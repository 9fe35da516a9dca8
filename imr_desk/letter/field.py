"""The fields of a letter, as data: one `FieldSpec` for each, in the order of the form and of the printed shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from imr_desk.letter import path as paths


class Kind(StrEnum):
    """What a field holds, and so how it is edited."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: the pattern of its paths, its name on the form, its kind, and the list its value comes from.

    `choices` names a vocabulary (`states`, `specialties`, `drugs`, ...); a `CHOICE` is closed, a `TEXT` with
    `choices` takes others too. `core` fields are those a letter is judged by. `printed` is False where the value
    is computed and has no words of its own.
    """

    pattern: str
    label: str
    kind: Kind = Kind.TEXT
    choices: str | None = None
    core: bool = False
    printed: bool = True

    @property
    def section(self) -> str:
        """The section of the form: `header`, `reviewer`, `patient`, `diagnoses`, `ur_events`, `items`, `documents`."""
        return str(paths.steps(self.pattern.replace("[]", "[0]"))[0])

    @property
    def repeated(self) -> bool:
        """Whether the field itself is an entry of a list (`diagnoses[]`)."""
        return self.pattern.endswith("[]")


def _guideline(side: str, whose: str) -> tuple[FieldSpec, ...]:
    base = f"items[].{side}_guideline"
    return (
        FieldSpec(f"{base}.text", f"{whose} guideline", Kind.LONG_TEXT, core=True),
        FieldSpec(f"{base}.basis", "Basis", Kind.CHOICE, "bases", printed=False),
        FieldSpec(f"{base}.citations[].source", "Source", Kind.CHOICE, "sources"),
        FieldSpec(f"{base}.citations[].title", "Title", Kind.TEXT, "chapters"),
        FieldSpec(f"{base}.citations[].year", "Year", Kind.INTEGER),
        FieldSpec(f"{base}.citations[].sections[]", "Section"),
        FieldSpec(f"{base}.citations[].pages", "Pages"),
    )


FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("header.case_number", "Case number", core=True),
    FieldSpec("header.date_assigned", "Date assigned", Kind.DATE, core=True),
    FieldSpec("header.date_of_injury", "Date of injury", Kind.DATE, core=True),
    FieldSpec("header.decision_date", "Decision date", Kind.DATE, core=True),
    FieldSpec("header.ur_denial_date", "UR denial date", Kind.DATE, core=True),
    FieldSpec("header.priority", "Priority", Kind.CHOICE, "priorities", core=True),
    FieldSpec("header.application_received", "Application received", Kind.DATE, core=True),
    FieldSpec("reviewer.licensure_states[]", "Licensed in", Kind.CHOICE, "states", core=True),
    FieldSpec("reviewer.specialties[]", "Specialty", Kind.TEXT, "specialties", core=True),
    FieldSpec("patient.age", "Age", Kind.INTEGER, core=True),
    FieldSpec("patient.sex", "Sex", Kind.CHOICE, "sexes", core=True),
    FieldSpec("patient.injury_date", "Injury date in summary", Kind.DATE),
    FieldSpec("diagnoses[]", "Diagnosis"),
    FieldSpec("ur_events[].date", "UR date", Kind.DATE),
    FieldSpec("ur_events[].action", "UR action", Kind.CHOICE, "ur_actions"),
    FieldSpec("ur_events[].text", "UR statement", Kind.LONG_TEXT),
    FieldSpec("items[].request", "Request", Kind.LONG_TEXT, core=True),
    FieldSpec("items[].decision", "Decision", Kind.CHOICE, "decisions", core=True),
    FieldSpec("items[].category", "Category", Kind.CHOICE, "categories", printed=False),
    FieldSpec("items[].retrospective", "Retrospective", Kind.FLAG, printed=False),
    FieldSpec("items[].modification.original", "Original request", Kind.LONG_TEXT),
    FieldSpec("items[].modification.authorized", "Authorized part", Kind.LONG_TEXT),
    FieldSpec("items[].modification.disputed", "Disputed part", Kind.LONG_TEXT),
    FieldSpec("items[].kind", "Drug or service", Kind.CHOICE, "item_kinds", printed=False),
    FieldSpec("items[].medication.name", "Drug", Kind.TEXT, "drugs"),
    FieldSpec("items[].medication.ingredients[]", "Ingredient", Kind.TEXT, "ingredients", printed=False),
    FieldSpec("items[].medication.strength", "Strength"),
    FieldSpec("items[].medication.form", "Form", Kind.TEXT, "forms"),
    FieldSpec("items[].medication.quantity", "Quantity", Kind.NUMBER, core=True),
    FieldSpec("items[].medication.refills", "Refills", Kind.INTEGER),
    FieldSpec("items[].service.body_part", "Body part", Kind.TEXT, "body_parts"),
    FieldSpec("items[].service.side", "Side", Kind.CHOICE, "sides"),
    FieldSpec("items[].service.visits", "Visits", Kind.INTEGER),
    FieldSpec("items[].service.per_week", "Per week", Kind.INTEGER),
    FieldSpec("items[].service.weeks", "Weeks", Kind.INTEGER),
    *_guideline("claims_administrator", "Claims Administrator"),
    *_guideline("maximus", "MAXIMUS"),
    FieldSpec("items[].rationale", "Decision rationale", Kind.LONG_TEXT),
    FieldSpec("items[].conclusion", "Conclusion", Kind.CHOICE, "polarities"),
    FieldSpec("documents[]", "Record reviewed"),
)

SECTIONS: tuple[tuple[str, str], ...] = (
    ("header", "Header"),
    ("reviewer", "Reviewer"),
    ("patient", "Patient"),
    ("diagnoses", "Diagnoses"),
    ("ur_events", "Utilization review"),
    ("items", "Items"),
    ("documents", "Records reviewed"),
)

_BY_PATTERN = {spec.pattern: (place, spec) for place, spec in enumerate(FIELDS)}


def spec_of(path: str) -> FieldSpec:
    """The field that a path belongs to; KeyError where there is none."""
    return _BY_PATTERN[paths.pattern(path)][1]


def is_field(path: str) -> bool:
    """Whether the path names a field that letters have."""
    return paths.pattern(path) in _BY_PATTERN


def is_passage(path: str) -> bool:
    """Whether the field is a whole passage of the letter rather than a value in it."""
    return spec_of(path).kind is Kind.LONG_TEXT and "request" not in path


@lru_cache(maxsize=65536)
def form_order(path: str) -> tuple[tuple[int, int], ...]:
    """A sort key that puts fields in the order of the form: sections as listed, list entries one after another."""
    parts = paths.steps(path)
    key: list[tuple[int, int]] = []
    for length, part in enumerate(parts, start=1):
        if isinstance(part, int):
            key.append((part, 0))
        else:
            key.append((_first_place(paths.pattern(paths.join(parts[:length]))), 0))
    return tuple(key)


@lru_cache(maxsize=4096)
def _first_place(prefix: str) -> int:
    for pattern, (place, _) in _BY_PATTERN.items():
        if pattern == prefix or pattern.startswith((f"{prefix}.", f"{prefix}[")):
            return place
    return len(_BY_PATTERN)


def single_fields(listing: str | None = None) -> tuple[FieldSpec, ...]:
    """The fields that stand once: in the whole letter, or in each entry of a list such as `items[]`.

    >>> [spec.pattern for spec in single_fields("ur_events[]")]
    ['ur_events[].date', 'ur_events[].action', 'ur_events[].text']
    """
    prefix = f"{listing}." if listing else ""
    return tuple(s for s in FIELDS if s.pattern.startswith(prefix) and "[]" not in s.pattern.removeprefix(prefix))
