"""`imr-desk ingest`: letters by the thousand into a store, to be stopped and taken up again at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from rich.console import Console, Group
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from imr_desk.cli.printing import say
from imr_desk.cli.scans import telling_of_scans
from imr_desk.cli.tables import reasons, table
from imr_desk.desk.keeping.person import person
from imr_desk.intake.bulk import read_each
from imr_desk.intake.request import Pdf
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Failure, Matched, Reading, Unrecognised
from imr_desk.store.kept.stored import Duplicate
from imr_desk.store.store import Store


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


def run(path: Path, paths: Sequence[Path], workers: int) -> int:
    """Put the letters into the store and print what went in and what did not; 1 where something did not."""
    console = Console(stderr=True)
    tally = Tally()
    with Store.open(path) if path.exists() else Store.create(path) as store:
        try:
            _ingest(store, paths, workers, tally, console)
        except KeyboardInterrupt:
            say(f"Stopped. What went in is safe in {path}; the same command goes on from here.")
            raise
        finally:
            Console().print(_report(tally))
    return 1 if tally.unreadable or tally.left_out else 0


def _ingest(store: Store, paths: Sequence[Path], workers: int, tally: Tally, console: Console) -> None:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Letters", total=_how_many(paths))
        new = _new(found_in(paths), store.known(), tally)
        for letter, outcome in telling_of_scans(read_each(new, workers)):
            _keep(store, letter, outcome, tally)
            progress.update(task, completed=tally.done)
        progress.update(task, completed=tally.done, total=tally.done)


def _how_many(paths: Sequence[Path]) -> int:
    """How many letters there are to come, by their names."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(_letters_in(file) for file in files if file in paths or file.suffix.lower() in {".pdf", ".zip"})


def _letters_in(file: Path) -> int:
    if file.suffix.lower() != ".zip":
        return 1
    try:
        with ZipFile(file) as archive:
            return sum(name.lower().endswith(".pdf") for name in archive.namelist())
    except (OSError, BadZipFile):
        return 1


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
    elif isinstance(outcome, Failure) and outcome.kind.no_letter:
        tally.left_out.append(outcome)
    elif isinstance(store.add(letter.data, letter.file, outcome, person()), Duplicate):
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


def _report(tally: Tally) -> Group:
    counts = (
        ("went in", tally.read),
        ("went in, of no known kind: to be filled in by hand", tally.unrecognised),
        ("went in, unreadable", len(tally.unreadable)),
        ("were in the store already", tally.known),
        ("left out", len(tally.left_out)),
    )
    drawn = table(["Letters", ""], [(str(number), title) for title, number in counts if number])
    return Group(drawn, *reasons("Unreadable", tally.unreadable), *reasons("Left out", tally.left_out))
