"""A hash over a row's values, kept in the row: SQLite's own check does not see a flipped bit in a text."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from imr_desk.store.file.errors import StoreDamaged

Cell = str | int | float | bytes | None
SIZE = 16


def sealed(row: Mapping[str, Any]) -> dict[str, Cell]:
    """The row with its hash in the column `seal`; the columns count by name, not by their order."""
    return {**row, "seal": _seal_of(row)}


def is_whole(row: Mapping[str, Any]) -> bool:
    """Whether the row is as it was sealed."""
    return bool(row["seal"] == _seal_of(row))


def checked(row: Mapping[str, Any], what: str) -> Mapping[str, Any]:
    """The row itself; StoreDamaged, naming `what`, where it is not as it was sealed."""
    if not is_whole(row):
        raise StoreDamaged(
            f"{what} is not as it was written: the disk or another program changed it. "
            "The other letters are not affected; take this one from a backup or import its file again."
        )
    return row


def _seal_of(row: Mapping[str, Any]) -> bytes:
    """The hash of the row written down in ASCII: the same in every Python, and another for every other row."""
    cells = sorted((column, cell) for column, cell in row.items() if column != "seal")
    return blake2b(ascii(cells).encode("ascii"), digest_size=SIZE).digest()
