"""Which row of the form shows which field, and which rows are still to show what the record says now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from imr_desk.ui.by_turns import ByTurns
from imr_desk.ui.form.field.field_row import FieldRow


class RowIndex:
    """Rows by the path that they show; a stale one is refreshed in a later turn, or when it is asked for."""

    def __init__(self, turns: ByTurns) -> None:
        self._turns = turns
        self._rows: dict[str, FieldRow] = {}

    def __iter__(self) -> Iterator[FieldRow]:
        return iter(self._rows.values())

    def __contains__(self, path: str) -> bool:
        return path in self._rows

    def follow(self, row: FieldRow) -> None:
        """Know the row by whatever field it shows."""
        row.bound.connect(partial(self._put, row))
        row.leaving.connect(partial(self._drop, row))

    def at(self, path: str) -> FieldRow | None:
        """The row that shows the field, if one does: as the record is now."""
        row = self._rows.get(path)
        if row is not None:
            self._freshen(row)
        return row

    def grow_stale(self, paths: Iterable[str]) -> None:
        """The record may say something else of these fields by now."""
        for row in filter(None, map(self._rows.get, paths)):
            self._age(row)

    def turn_over(self) -> None:
        """The record is another letter's: nothing of it has been seen yet."""
        for row in self:
            row.seen = False
            self._age(row)

    def offer(self) -> bool:
        """Hand over words that are still being typed anywhere; False where some were refused."""
        return all([row.offer() for row in tuple(self._rows.values())])

    def _put(self, row: FieldRow) -> None:
        self._rows[row.path] = row
        self._age(row)

    def _drop(self, row: FieldRow) -> None:
        if self._rows.get(row.path) is row:
            del self._rows[row.path]
            row.stale = False

    def _age(self, row: FieldRow) -> None:
        """Words that are being typed are of what was shown so far: they go at once."""
        if row.editor.pending:
            row.refresh()
        elif not row.stale:
            row.stale = True
            self._turns.add(partial(self._freshen, row))

    def _freshen(self, row: FieldRow) -> None:
        if row.stale:
            row.refresh()
