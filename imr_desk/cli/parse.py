"""`imr-desk parse`: letters read and printed, nothing kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from imr_desk.cli.printing import print_lines
from imr_desk.cli.scans import telling_of_scans
from imr_desk.cli.tables import reasons, table
from imr_desk.exchange.annotation import error_json, to_json
from imr_desk.exchange.lines import line
from imr_desk.intake.bulk import read_each
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Failure, Matched, Reading

Outcome = Reading | Failure
_HEADINGS = ("Letter", "Template", "Case number", "Decision date", "Items", "To look at")


def run(files: Sequence[Path], form: str, workers: int) -> int:
    """Print the letters in the order they are named, each error in its letter's place; 1 where there was one."""
    failed: list[Failure] = []
    letters = telling_of_scans(read_each(found_in(files), workers))
    outcomes = _noting(failed, (outcome for _, outcome in letters))
    if form == "jsonl":
        print_lines(map(_line, outcomes))
    else:
        Console().print(table(_HEADINGS, map(_cells, outcomes)), *reasons("Not read", failed))
    return 1 if failed else 0


def _noting(failed: list[Failure], outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append(outcome)
        yield outcome


def _line(outcome: Outcome) -> str:
    return line(error_json(outcome) if isinstance(outcome, Failure) else to_json(outcome))


def _cells(reading: Outcome) -> tuple[str, ...]:
    if isinstance(reading, Failure):
        return reading.file, "not read"
    record = reading.record
    return (
        reading.source.file,
        reading.detection.template if isinstance(reading.detection, Matched) else "not recognised",
        str(record.at("header.case_number").value or ""),
        str(record.at("header.decision_date").value or ""),
        str(record.count("items")),
        str(len(record.to_look_at)),
    )
