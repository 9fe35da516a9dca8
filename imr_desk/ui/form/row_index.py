"""Which row of the form shows which field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imr_desk.ui.form.field_row import FieldRow


class RowIndex:
    """Rows by the path that they show now."""

    def __init__(self) -> None:
        self._rows: dict[str, FieldRow] = {}

    def put(self, row: FieldRow) -> None:
        """The row shows its path from now on."""
        self.forget(row)
        self._rows[row.path] = row

    def forget(self, row: FieldRow) -> None:
        """The row shows nothing any more."""
        for path in [path for path, known in self._rows.items() if known is row]:
            del self._rows[path]

    def at(self, path: str) -> FieldRow | None:
        """The row that shows the field, if one does."""
        return self._rows.get(path)

    def offer(self) -> bool:
        """Hand over words that are still being typed anywhere; False where some were refused."""
        return all([row.offer() for row in tuple(self._rows.values())])
