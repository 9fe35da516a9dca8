"""Tables that the commands end with; what stands in them is never taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Column, Table
from rich.text import Text

from imr_desk.letter.reading import Failure


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose first column is never cut."""
    first, *others = headings
    drawn = Table(Column(first, overflow="fold"), *others, highlight=False)
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


def reasons(title: str, failures: Sequence[Failure]) -> Iterator[Table]:
    """A table of letters with which something is the matter, and what; none where there are none."""
    if failures:
        yield table([title, "Why"], ((failure.file, failure.message) for failure in failures))
