"""A file that the person asked for: written whole or not at all, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from imr_desk.exchange.lines import write_bytes_whole


@dataclass(frozen=True, slots=True)
class Written:
    """The file is on disk."""

    path: Path


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Nothing was written, and why."""

    path: Path
    reason: str


def written(path: Path, made: Callable[[], bytes]) -> Written | NotWritten:
    """Write what `made` makes."""
    try:
        write_bytes_whole(path, made())
    except OSError as error:
        return NotWritten(path, f"{error.strerror}.")
    return Written(path)
