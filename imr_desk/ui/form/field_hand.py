"""What the keys do to the field in focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from imr_desk.letter import path as paths
from imr_desk.ui.form.absence_menu import AbsenceMenu
from imr_desk.ui.form.bench import Bench
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.field_row import FieldRow


class FieldHand:
    """Does to the field in focus what its verbs say; without one, nothing but going on to the next."""

    def __init__(self, bench: Bench, confirm_part: Callable[[str], None]) -> None:
        self._bench = bench
        self._confirm_part = confirm_part

    def confirm(self) -> None:
        """Stand behind the field, and go to the next that needs attention."""
        self._confirm_and_go(backwards=False)

    def confirm_back(self) -> None:
        """Stand behind the field, and go to the one before that needs attention."""
        self._confirm_and_go(backwards=True)

    def confirm_part(self) -> None:
        """Stand behind all of the section or item."""
        if self._bench.focus.path is not None:
            self._confirm_part(self._bench.focus.path)

    def edit(self) -> None:
        """Go into the editor, all its words selected."""
        row = self._row()
        if row is not None:
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(row.editor, LineEditor | TextEditor):
                row.editor.selectAll()

    def restore(self) -> None:
        """Forget what was being typed."""
        row = self._row()
        if row is not None:
            row.restore()

    def restore_parsers(self) -> None:
        """Put the parser's value back."""
        row = self._row()
        if row is not None:
            self._bench.session.restore_parsers(row.path)
            row.restore()

    def ask_absence(self) -> None:
        """Ask why there is no value, and say so."""
        row = self._row()
        if row is not None:
            AbsenceMenu(row.mark_absent, row.editor).ask_below(row.editor)

    def choose(self, place: int) -> None:
        """Take the value at a place, from 0, of the field's list."""
        row = self._row()
        if row is not None:
            row.choose(place)

    def add_entry(self) -> None:
        """A new entry below the one that the field stands in."""
        entry = self._entry()
        if entry is not None:
            listing, place = entry
            if self._bench.session.add_entry(listing, place + 1):
                self._go_into(f"{listing}[{place + 1}]")

    def remove_entry(self) -> None:
        """Take out the innermost list entry that the field stands in."""
        entry = self._entry()
        if entry is not None:
            listing, place = entry
            self._bench.focus.clear()
            self._bench.session.remove_entry(f"{listing}[{place}]")
            left = self._bench.session.record.count(listing)
            if left:
                self._go_into(f"{listing}[{min(place, left - 1)}]")

    def move_entry(self, by: int) -> None:
        """Move the innermost list entry that the field stands in, the focus with it."""
        path, entry = self._bench.focus.path, self._entry()
        if path is None or entry is None:
            return
        listing, place = entry
        here, there = f"{listing}[{place}]", place + by
        within = 0 <= there < self._bench.session.record.count(listing)
        if within and self._bench.session.move_entry(here, there):
            self._bench.focus.set(f"{listing}[{there}]" + path.removeprefix(here))

    def acknowledge(self) -> None:
        """Write why the check on the field may stand."""
        row = self._row()
        if row is not None:
            row.acknowledge_requested.emit()

    def _confirm_and_go(self, backwards: bool) -> None:
        row = self._row()
        if row is not None:
            if not row.offer():
                return
            self._bench.session.confirm(row.path)
        ahead = self._bench.session.next_attention(self._bench.focus.path, backwards)
        if ahead is not None:
            self._bench.focus.set(ahead)

    def _row(self) -> FieldRow | None:
        path = self._bench.focus.path
        return self._bench.rows.at(path) if path else None

    def _entry(self) -> tuple[str, int] | None:
        """The innermost list entry around the field in focus: the list's path and the place."""
        entries = [one for one in paths.lineage(self._bench.focus.path or "_") if one.endswith("]")]
        if not entries:
            return None
        listing, _, place = entries[-1].rpartition("[")
        return listing, int(place[:-1])

    def _go_into(self, entry: str) -> None:
        first = next(iter(self._bench.session.record.under(entry)), None)
        self._bench.focus.set(first)
