"""Where the program's own data and the user's data are: in the source tree, installed, or frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

DATA_FOLDER_VARIABLE = "IMR_DESK_DATA"
"""Names another folder for the user's data; for a second desk on one machine, and for tests."""


def resources() -> Path:
    """The folder of templates, vocabularies, icons and styles."""
    return _of_program("resources")


def guide() -> Path:
    """The folder of the guide's pages, the glossary above it."""
    return _of_program("docs/guide")


def user_data() -> Path:
    """The folder that holds the default store and what the window remembers; it may not exist yet."""
    chosen = os.environ.get(DATA_FOLDER_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("imr-desk", appauthor=False))


def default_store() -> Path:
    """The store that opens when none is named."""
    return user_data() / "letters.imrdesk"


def _of_program(folder: str) -> Path:
    """A folder of the program's own: unpacked with it, beside it in the source tree, or within it once installed."""
    if getattr(sys, "frozen", False):
        return Path(sys._MEIPASS) / folder  # type: ignore[attr-defined]
    package = Path(__file__).resolve().parent
    beside = package.parent / folder
    return beside if beside.is_dir() else package / folder
