"""`imr-desk aliases`: the names that people taught a store by correcting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from imr_desk.cli.printing import say
from imr_desk.cli.tables import table
from imr_desk.store.store import Store


def run(path: Path, remove: Sequence[str] | None) -> int:
    """Print the names, or remove one; 1 where there is none of that name."""
    with Store.open(path) as store:
        if remove is not None:
            return _remove(store, *remove)
        rows = [(one.listing, one.value, one.printed, str(one.times)) for one in store.aliases()]
    if rows:
        Console().print(table(["List", "Name", "In letters", "Times"], rows))
    else:
        say(f"{path} has not been taught any names yet: they come from corrections in verified letters.")
    return 0


def _remove(store: Store, listing: str, name: str) -> int:
    if store.remove_alias(listing, name):
        say(f"{name} is no longer offered among the {listing}. The letters are not affected.")
        return 0
    say(f"{name} is no name that the store was taught for {listing}. Nothing was changed.")
    return 1
