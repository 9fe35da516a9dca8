"""`imr-desk check` and `imr-desk backup`: looking after a store."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from imr_desk.cli.printing import print_lines, say
from imr_desk.store.store import Store


def check(path: Path) -> int:
    """Print a sentence for each thing that is not as it was written; 1 where there is one."""
    with Store.open(path) as store, Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Letters", total=None)
        found = list(store.damages(lambda done, all_: progress.update(task, completed=done, total=all_)))
    print_lines(found or [f"{path} is whole."])
    return 1 if found else 0


def back_up(path: Path, target: Path) -> int:
    """Copy the store."""
    with Store.open(path) as store:
        store.back_up(target)
    say(f"{path} was copied to {target}.")
    return 0
