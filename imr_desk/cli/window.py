"""`imr-desk [STORE | LETTER.pdf ...]`: the desk itself, the only command that needs a window system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imr_desk import paths
from imr_desk.cli.printing import say
from imr_desk.cli.screen import has_screen

SUFFIX = ".imrdesk"


def run(named: Sequence[Path], *, samples: bool = False) -> int:
    """Open the desk on the store that is named, else on the default one, and import the letters that are named."""
    stores = [path for path in named if path.suffix == SUFFIX]
    if len(stores) > 1:
        say("Only one store can be open in a desk; name one.")
        return 2
    if not has_screen():
        say("There is no display to open the desk on. `imr-desk demo` does its main job without one.")
        return 1
    from imr_desk.app import start  # noqa: PLC0415 - the other commands do without Qt

    store = stores[0] if stores else paths.default_store()
    letters = [path for path in named if path not in stores]
    return start.run(store, letters, samples=samples and not letters and not store.exists())
