"""`imr-desk demo`: the main job done by itself through the real window, with what it did and what it read printed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from rich.console import Console
from rich.table import Table

from imr_desk.app.demo.hands import Stuck
from imr_desk.app.demo.job import Job
from imr_desk.letter.entry import Found
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.samples.demo import demo_letters

_WIDTH = 120
_MADE = ("letters", "pictures", "letters.imrdesk", "letters.imrdesk-wal", "letters.imrdesk-shm", "verified.jsonl")


def run(letters: Sequence[Path], out: Path) -> int:
    """Do the main job on the letters, or on the samples, in a new store in `out`; 0 only where all of it held."""
    qInstallMessageHandler(_say_what_matters)
    console = Console(soft_wrap=False, width=max(_WIDTH, Console().width))
    _clear(out)
    files = tuple(letters) or _samples(out / "letters")
    job = Job(files, out / "letters.imrdesk", out / "verified.jsonl", out / "pictures")
    try:
        for done in job.steps():
            console.print(f"[green]\N{CHECK MARK}[/] {done.name:10} ", end="")
            console.print(done.said, markup=False, highlight=False)
    except Stuck as stuck:
        console.print("[red]\N{MULTIPLICATION X}[/] ", end="")
        console.print(f"The demo came to a halt: {stuck}.", markup=False)
        return 1
    console.print(_read(job.record, job.text))
    for name, path in (("store", job.store), ("export", job.export), ("pictures", job.pictures)):
        console.print(f"{name:10} {path.resolve()}", markup=False, highlight=False, soft_wrap=True)
    return 0


def _say_what_matters(_: QtMsgType, __: QMessageLogContext, said: str) -> None:
    """Qt's words, but for what its offscreen platform tells of its own limits."""
    if not said.startswith("This plugin does not support"):
        sys.stderr.write(f"{said}\n")


def _clear(out: Path) -> None:
    """Take away what an earlier run made, and nothing else."""
    for name in _MADE:
        made = out / name
        if made.is_dir():
            shutil.rmtree(made)
        else:
            made.unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)


def _samples(folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True)
    letters = demo_letters()
    for letter in letters:
        (folder / letter.file).write_bytes(letter.pdf)
    return tuple(folder / letter.file for letter in letters)


def _read(record: Record, text: LetterText) -> Table:
    """What is known of the letter: every field with a value, its page, its state."""
    table = Table(title="What was read and verified", title_justify="left")
    table.add_column("field", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("page", justify="right")
    table.add_column("state")
    for path, entry in record.entries.items():
        if isinstance(entry.outcome, Found):
            page = str(text.page_at(entry.span.start)) if entry.span else ""
            table.add_row(path, _shortened(str(entry.value)), page, entry.state.value)
    return table


def _shortened(words: str, most: int = 64) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
