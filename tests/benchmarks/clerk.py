"""What verifying labelled letters costs at the desk, by keys and mouse alone, and what is wrong afterwards.

usage: python -m tests.benchmarks.clerk LETTERS [--only NAME ...] [--watch] [--json FILE]

LETTERS holds `pdf/` and `gold/`. A person sits at the real window and sees on the page what the labels say: once one
who looks at every field, once one who looks only at what the desk asks for. `--watch` slows the hands down, in a real
window where there is a display. Model times are those of the keystroke-level model; see `imr_desk.app.demo.effort` and
`tests.verifying.verifier`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.effort import Effort
from imr_desk.app.program import build
from imr_desk.checks.check import check
from imr_desk.exchange.annotation import from_json
from imr_desk.intake.bulk import read_each
from imr_desk.intake.source import found_in
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.store.store import Store
from tests.verifying.verifier import Care
from tests.verifying.work import Work, work_through, wrong_fields

SIZE = (1920, 1080)
_WIDTH = 130
PACE = 250
"""Milliseconds between two acts for who watches."""


@dataclass(frozen=True, slots=True)
class Run:
    """All letters by one kind of person, and the fields left wrong, by letter."""

    care: Care
    works: tuple[Work, ...]
    left_wrong: dict[str, int]

    @property
    def effort(self) -> Effort:
        return sum((work.effort for work in self.works), Effort())

    @property
    def keying(self) -> Effort:
        return sum((work.keying for work in self.works), Effort())


def main(arguments: Sequence[str]) -> int:
    """Do the work of both kinds of people and report; 1 where a target is missed."""
    asked = _arguments(arguments)
    if not asked.watch:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    console = Console(width=max(_WIDTH, Console().width))
    pdfs = sorted(path for path in (asked.letters / "pdf").glob("*.pdf") if not asked.only or path.stem in asked.only)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["IMR_DESK_DATA"] = folder
        stock, truths = _stock(Path(folder), asked.letters, pdfs)
        runs = [_run(stock, truths, care, PACE if asked.watch else 0, console) for care in Care]
    for run in runs:
        console.print(_table(run))
    console.print(_summary(runs))
    if asked.json:
        asked.json.write_text(json.dumps([_as_json(run) for run in runs], indent=1), "utf-8")
    return int(_misses(runs[0]) > 0)


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("letters", type=Path)
    parser.add_argument("--only", nargs="+", default=())
    parser.add_argument("--watch", action="store_true")
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


def _stock(folder: Path, letters: Path, pdfs: Sequence[Path]) -> tuple[Path, dict[str, Record]]:
    """A store with the letters, and their labels' records by file, places found in the letters' texts."""
    path, truths = folder / "stock.imrdesk", dict[str, Record]()
    with Store.create(path, check) as store:
        for pdf, (_, outcome) in zip(pdfs, read_each(found_in(pdfs), 2), strict=True):
            if isinstance(outcome, Reading):
                label = json.loads((letters / "gold" / f"{pdf.stem}.json").read_text("utf-8"))
                truths[pdf.name] = from_json(label, outcome.text)
                store.add(pdf.read_bytes(), pdf.name, outcome, "clerk")
    return path, truths


def _run(stock: Path, truths: dict[str, Record], care: Care, pace: int, console: Console) -> Run:
    store = Path(shutil.copy(stock, stock.with_name(f"{care.name.lower()}.imrdesk")))
    answers = Answers()
    clerk = Clerk(build(store, answers), answers)
    clerk.hands.pace = pace
    clerk.desk.window.resize(*SIZE)
    clerk.sit_down()
    clerk.look_up(next(iter(truths)))
    works = []
    for number, work in enumerate(work_through(clerk, truths, care), start=1):
        works.append(work)
        said = f"{care.value}: {number} of {len(truths)}, {work.letter}, {work.effort.keys} keys"
        console.print(said, highlight=False)
    clerk.stand_up()
    with Store.open(store) as kept:
        left = {letter.file: wrong_fields(truths[letter.file], letter.record) for letter in kept.verified()}
    return Run(care, tuple(works), left)


def _misses(run: Run) -> int:
    """Letters that took more keys than they may, were left wrong, or not verified at all."""
    return sum(work.effort.keys > work.allowed or run.left_wrong.get(work.letter, 1) > 0 for work in run.works)


def _table(run: Run) -> Table:
    table = Table(title=f"Who looks at {run.care.value}", title_justify="left")
    for name in ("letter", "wrong", "left wrong", "keys", "allowed", "strokes", "clicks", "points", "wheel", "looks"):
        table.add_column(name, justify="left" if name == "letter" else "right")
    table.add_column("seconds", justify="right")
    table.add_column("keyed: keys", justify="right")
    table.add_column("seconds", justify="right")
    for work in run.works:
        table.add_row(work.letter, *_cells(work, run.left_wrong.get(work.letter)))
    return table


def _cells(work: Work, left: int | None) -> tuple[str, ...]:
    done, keyed = work.effort, work.keying
    counts = (work.wrong, "not verified" if left is None else left, done.keys, work.allowed, done.strokes, done.clicks)
    more = (done.points, done.notches, done.thoughts, f"{done.seconds:.0f}", keyed.keys, f"{keyed.seconds:.0f}")
    return tuple(str(cell) for cell in (*counts, *more))


def _summary(runs: Sequence[Run]) -> Table:
    table = Table(title="All letters", title_justify="left")
    for name in ("who looks at", "letters", "wrong", "left wrong", "keys a letter", "seconds a letter"):
        table.add_column(name, justify="left" if name == "who looks at" else "right")
    for run in runs:
        many = len(run.works)
        wrong, left = sum(work.wrong for work in run.works), sum(run.left_wrong.values())
        each = f"{run.effort.keys / many:.1f}", f"{run.effort.seconds / many:.0f}"
        table.add_row(run.care.value, str(many), str(wrong), str(left), *each)
    keyed, many = runs[0].keying, len(runs[0].works)
    table.add_row("keying it all", str(many), "", "", f"{keyed.keys / many:.0f}", f"{keyed.seconds / many:.0f}")
    return table


def _as_json(run: Run) -> dict[str, object]:
    letters = [
        {**asdict(work), "seconds": work.effort.seconds, "keying_seconds": work.keying.seconds, "left_wrong": left}
        for work in run.works
        for left in [run.left_wrong.get(work.letter)]
    ]
    return {"looks_at": run.care.value, "letters": letters}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
