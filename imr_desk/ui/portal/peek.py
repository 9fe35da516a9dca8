"""What a person can peek at: the header table, the utilization review's decisions, any part of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span, covering
from imr_desk.ui.map.letter_parts import MapRow


@dataclass(frozen=True, slots=True)
class Peek:
    """A place to be seen: its title and its spans; where there are none, the sentence `missing` is all there is."""

    title: str
    spans: tuple[Span, ...]
    missing: str


def header_peek(parts: Sequence[Part], record: Record) -> Peek:
    """The header table; in a letter without one, the words that its fields were read from."""
    table = tuple(part.span for part in parts if part.name == "header")
    read = _spans(record, "header")
    spans = table or ((covering(*read),) if read else ())
    return Peek(_tr("Header"), spans, _tr("This letter prints no header table, and nothing of one was read elsewhere."))


def decision_peek(record: Record) -> Peek:
    """Every statement of a utilization review decision."""
    missing = _tr("No statement of a utilization review decision was read in this letter.")
    return Peek(_tr("Utilization review decision"), _spans(record, "ur_events"), missing)


def part_peek(row: MapRow) -> Peek:
    """The part of a row of the letter's map."""
    missing = _tr("The place of this part is not known: the letter is of no known template.")
    return Peek(row.title, (row.span,) if row.span else (), missing)


def _spans(record: Record, section: str) -> tuple[Span, ...]:
    entries = (record.at(path) for path in record.under(section))
    return tuple(sorted(entry.span for entry in entries if entry.span is not None))


def _tr(text: str) -> str:
    return QCoreApplication.translate("portal", text)
