"""Confirming a whole section or item: only what stood on the screen, and no check left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imr_desk.letter import path as paths
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.record import is_under
from imr_desk.ui.form.field.field_row import FieldRow


@dataclass(frozen=True, slots=True)
class CheckOpen:
    """A check on the part is neither settled nor acknowledged."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class NotSeen:
    """Some fields have not stood on the screen yet."""

    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """These fields may be confirmed."""

    paths: tuple[str, ...]


Readiness = CheckOpen | NotSeen | Ready


def part_of(path: str) -> str:
    """The section or item that a field belongs to."""
    name, *rest = paths.steps(path)
    return f"items[{rest[0]}]" if name == "items" and rest else str(name)


def readiness(part: str, rows: Sequence[FieldRow], open_findings: Sequence[Finding]) -> Readiness:
    """Whether the part, shown by these rows, may be confirmed at once."""
    check = next((one for one in open_findings if _stands_in_the_way(one, part)), None)
    if check is not None:
        return CheckOpen(check)
    shown = [row for row in rows if row.isVisible() and not row.entry.by_person]
    unseen = tuple(row for row in shown if not row.seen)
    return NotSeen(unseen) if unseen else Ready(tuple(row.path for row in shown))


def _stands_in_the_way(finding: Finding, part: str) -> bool:
    return finding.severity is not Severity.INFO and any(is_under(path, part) for path in finding.fields)
