"""A hash over a row's values, kept in the row: SQLite's own check does not see a flipped bit in a text."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from imr_desk.store.errors import StoreDamaged

Cell = str | int | float | bytes | None
SIZE = 16


def seal(*cells: Cell) -> bytes:
    """The hash of these cells, in this order; `1` and `"1"` differ, and so do `("ab", "c")` and `("a", "bc")`."""
    digest = blake2b(digest_size=SIZE)
    for cell in cells:
        data = cell if isinstance(cell, bytes) else str(cell).encode("utf-8", "surrogateescape")
        digest.update(f"{_kind(cell)}{len(data)}:".encode())
        digest.update(data)
    return digest.digest()


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


def _kind(cell: Cell) -> str:
    kinds = {"text": str, "blob": bytes, "integer": int, "real": float}
    return next((name for name, kind in kinds.items() if isinstance(cell, kind)), "null")


def _seal_of(row: Mapping[str, Any]) -> bytes:
    cells: list[Cell] = []
    for column in sorted(row.keys() - {"seal"}):
        cells += (column, row[column])
    return seal(*cells)
