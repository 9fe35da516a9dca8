"""`imr-desk ingest`: letters by the thousand into a store, to be stopped and taken up again at any time."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from imr_desk.cli.parse import default_workers
from imr_desk.cli.printing import say
from imr_desk.intake.bulk import read_each
from imr_desk.intake.request import Pdf
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Failure, FailureKind, Matched, Reading, Unrecognised
from imr_desk.store.store import Store
from imr_desk.store.stored import Duplicate

NO_LETTER = frozenset({FailureKind.NOT_A_PDF, FailureKind.EMPTY_FILE})
"""Files that are left out, there being nothing in them to look at; other unreadable letters are kept, marked so."""


@dataclass
class Tally:
    """What became of the letters so far."""

    read: int = 0
    unrecognised: int = 0
    known: int = 0
    unreadable: list[Failure] = field(default_factory=list)
    left_out: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> int:
        return self.read + self.unrecognised + self.known + len(self.unreadable) + len(self.left_out)


def run(path: Path, paths: Sequence[Path], workers: int | None) -> int:
    """Put the letters into the store and print what went in and what did not; 1 where something did not."""
    console = Console(stderr=True)
    tally = Tally()
    with Store.open(path) if path.exists() else Store.create(path) as store:
        try:
            _ingest(store, paths, workers or default_workers(), tally, console)
        except KeyboardInterrupt:
            say(f"Stopped. What went in is safe in {path}; the same command goes on from here.")
            raise
        finally:
            Console().print(_table(tally))
    return 1 if tally.unreadable or tally.left_out else 0


def _ingest(store: Store, paths: Sequence[Path], workers: int, tally: Tally, console: Console) -> None:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Letters", total=None)
        new = _new(found_in(paths), store.known(), tally)
        for letter, outcome in read_each(new, workers):
            _keep(store, letter, outcome, tally)
            progress.update(task, completed=tally.done)


def _new(letters: Iterable[Pdf | Failure], known: frozenset[str], tally: Tally) -> Iterator[Pdf | Failure]:
    """The letters that are not in the store yet, so that they need not be read; the others are counted."""
    for letter in letters:
        if isinstance(letter, Pdf) and letter.sha256 in known:
            tally.known += 1
        else:
            yield letter


def _keep(store: Store, letter: Pdf | Failure, outcome: Reading | Failure, tally: Tally) -> None:
    if isinstance(letter, Failure):
        tally.left_out.append(letter)
    elif isinstance(outcome, Failure) and outcome.kind in NO_LETTER:
        tally.left_out.append(outcome)
    elif isinstance(store.add(letter.data, letter.file, outcome, getpass.getuser()), Duplicate):
        tally.known += 1
    else:
        _count(outcome, tally)


def _count(outcome: Reading | Failure, tally: Tally) -> None:
    match outcome:
        case Failure():
            tally.unreadable.append(outcome)
        case Reading(detection=Matched()):
            tally.read += 1
        case Reading(detection=Unrecognised()):
            tally.unrecognised += 1


def _table(tally: Tally) -> Table:
    table = Table("What became of them", "Letters", "Why", highlight=False)
    table.add_row("went in", str(tally.read), "")
    table.add_row("went in, not recognised", str(tally.unrecognised), "of no known kind; to be filled in by hand")
    table.add_row("were there already", str(tally.known), "the same content is in the store", end_section=True)
    for title, failures in (("went in, unreadable", tally.unreadable), ("left out", tally.left_out)):
        for failure in failures:
            table.add_row(title, Text(failure.file), Text(failure.message))
    return table
