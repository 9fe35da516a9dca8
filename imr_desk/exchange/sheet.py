"""Tables as comma-separated values, for a spreadsheet (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
"""A share is a number of at most four decimals; None is an empty cell."""


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table, its heads first, in UTF-8 with the mark by which spreadsheets tell it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")
