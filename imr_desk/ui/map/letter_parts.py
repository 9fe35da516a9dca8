"""From the parts of a letter to the rows of its map: what each is called, how far it is, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.naming import place_name, section_name
from imr_desk.letter.attention import wants_a_person
from imr_desk.letter.field import SECTIONS
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span

_FED = {
    "summary": ("patient", "diagnoses", "ur_events"),
    "decision": ("request", "decision", "category", "retrospective", "modification", "kind", "medication", "service"),
    "guidelines": ("claims_administrator_guideline", "maximus_guideline"),
    "rationale": ("rationale", "conclusion"),
}
"""What a part feeds where that bears another name: beside the part on the form."""
_NAMES = {
    "summary": "Case summary",
    "decision": "Request and decision",
    "guidelines": "Guidelines",
    "rationale": "Rationale",
}


class Mark(Enum):
    """How far a part is: the sign that stands beside it, and the token it is written in."""

    DONE = ("\N{CHECK MARK}", "confirmed")
    LOOK = ("?", "look")
    CHECK = ("!", "look")
    ERROR = ("!", "error")
    NONE = ("", "muted")

    @property
    def sign(self) -> str:
        return self.value[0]

    @property
    def tone(self) -> str:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of the map; `key` is the digit that leads there with Ctrl, `fields` all that the part feeds."""

    title: str
    level: int
    key: str
    mark: Mark
    span: Span | None
    fields: tuple[str, ...]

    @property
    def words(self) -> str:
        """The row as one would say it, for who cannot see it."""
        said = {
            Mark.DONE: _tr("confirmed"),
            Mark.LOOK: _tr("to look at"),
            Mark.CHECK: _tr("open check"),
            Mark.ERROR: _tr("open error"),
            Mark.NONE: "",
        }
        return ", ".join(part for part in (self.title, said[self.mark]) if part)


def map_rows(parts: Sequence[Part], record: Record, open_findings: Sequence[Finding]) -> tuple[MapRow, ...]:
    """The rows for the letter's parts; where it has none (an unknown template), for the sections of the form."""
    graver = sorted(open_findings, key=lambda one: list(Severity).index(one.severity), reverse=True)
    checked = {path: one.severity for one in graver for path in one.fields}
    to_look_at = frozenset(record.to_look_at)
    named: list[tuple[str, Span | None]] = [(part.name, part.span) for part in parts]
    rows: list[MapRow] = []
    for name, span in named or [(section, None) for section, _ in SECTIONS]:
        level = name.count(".")
        place = sum(not row.level for row in rows) + 1
        key = str(place) if not level and place <= 9 else ""
        fields = _fields(record, name)
        rows.append(MapRow(part_title(name), level, key, _mark(record, fields, checked, to_look_at), span, fields))
    return tuple(rows)


def part_title(name: str) -> str:
    """What a part is called: `items[2]` -> `Item 3`, `items[2].rationale` -> `Rationale`."""
    last = name.rpartition(".")[2]
    if last.endswith("]"):
        return place_name(name)
    if last in _NAMES:
        return _tr(_NAMES[last])
    return section_name(last) if last in dict(SECTIONS) else last.replace("_", " ").capitalize()


def _fields(record: Record, name: str) -> tuple[str, ...]:
    """What a part feeds, in the form's order."""
    entry, dot, last = name.rpartition(".")
    return tuple(path for own in _FED.get(last, (last,)) for path in record.under(entry + dot + own))


def _mark(record: Record, fields: Sequence[str], checked: Mapping[str, Severity], to_look_at: Set[str]) -> Mark:
    severities = {checked[path] for path in fields if path in checked}
    if Severity.ERROR in severities:
        return Mark.ERROR
    if severities & {Severity.WARNING, Severity.REVIEW}:
        return Mark.CHECK
    if not to_look_at.isdisjoint(fields):
        return Mark.LOOK
    wanting = [entry for path in fields if wants_a_person(path, entry := record.at(path))]
    return Mark.DONE if wanting and all(entry.by_person for entry in wanting) else Mark.NONE


def _tr(text: str) -> str:
    return QCoreApplication.translate("letter_map", text)
