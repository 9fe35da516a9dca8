"""One item in a line: what the item table shows of it while it is closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from imr_desk.letter.field import spec_of
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.path import position
from imr_desk.letter.record import Record, is_under
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.parts.progress import Progress, progress_of

ITEMS = "items"


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """An item's place from 1, its request, decision and category (empty where absent), and what is open."""

    number: int
    request: str
    decision: str
    category: str
    to_look_at: int
    open_checks: int
    open_errors: int
    progress: Progress


def summaries(record: Record, open_findings: tuple[Finding, ...]) -> tuple[ItemSummary, ...]:
    """What to show of each item."""
    fields: list[list[str]] = [[] for _ in range(record.count(ITEMS))]
    for path in record:
        place = position(path, ITEMS)
        if place is not None:
            fields[place].append(path)
    doubtful = Counter(position(path, ITEMS) for path in record.to_look_at)
    return tuple(_summary(record, place, own, doubtful[place], open_findings) for place, own in enumerate(fields))


def _summary(
    record: Record, place: int, fields: list[str], to_look_at: int, open_findings: tuple[Finding, ...]
) -> ItemSummary:
    item = f"{ITEMS}[{place}]"
    concerning = [finding for finding in open_findings if _concerns(finding, item)]
    return ItemSummary(
        number=place + 1,
        request=_said(record, f"{item}.request"),
        decision=_said(record, f"{item}.decision"),
        category=_said(record, f"{item}.category"),
        to_look_at=to_look_at,
        open_checks=len(concerning),
        open_errors=sum(finding.severity is Severity.ERROR for finding in concerning),
        progress=progress_of(record, fields),
    )


def _concerns(finding: Finding, item: str) -> bool:
    return finding.severity is not Severity.INFO and any(is_under(path, item) for path in finding.fields)


def _said(record: Record, path: str) -> str:
    """The value as its editor shows it."""
    return shown(spec_of(path), record.at(path).value)
