"""What the keys do to the list entry or item that the field in focus stands in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imr_desk.letter import path as paths
from imr_desk.letter.record import Record, is_under
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.items.item_parting import merged, split

_ITEMS = "items"


class ListHand:
    """Adds, removes and moves the innermost list entry around the focus; splits and merges its item."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def add_entry(self) -> None:
        """A new entry below the one that the field stands in."""
        entry = self._entry()
        if entry is not None:
            listing, place = entry
            if self._bench.session.add_entry(listing, place + 1):
                self._go_into(f"{listing}[{place + 1}]")

    def remove_entry(self) -> None:
        """Take out the innermost list entry that the field stands in; the focus goes to the entry that took its place.

        With the last one gone it goes to the field above, so that the item stays open that one is at.
        """
        entry = self._entry()
        if entry is not None:
            listing, place = entry
            gone = f"{listing}[{place}]"
            self._bench.focus.set(_field_before(self._bench.session.record, gone))
            self._bench.session.remove_entry(gone)
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

    def split_item(self) -> None:
        """The item once more below itself, for each of the two to keep what belongs there."""
        place = self._item()
        if place is not None:
            title = QCoreApplication.translate("FieldHand", "split item {number}").format(number=place + 1)
            self._bench.session.do(split(title, self._bench.session.record, place))

    def merge_item(self) -> None:
        """The item and the one below as one."""
        place = self._item()
        if place is not None and place + 1 < self._bench.session.record.count(_ITEMS):
            title = QCoreApplication.translate("FieldHand", "merge item {number} with the next")
            edit = merged(title.format(number=place + 1), self._bench.session.record, place)
            self._bench.session.do(edit)

    def _item(self) -> int | None:
        """The place of the item around the focus; None too where words being typed were refused."""
        return paths.position(self._bench.focus.path or "", _ITEMS) if self._bench.rows.offer() else None

    def _entry(self) -> tuple[str, int] | None:
        """The innermost list entry around the focus, list and place; None too where words being typed were refused."""
        entries = [one for one in paths.lineage(self._bench.focus.path or "_") if one.endswith("]")]
        if not entries or not self._bench.rows.offer():
            return None
        return paths.list_and_place(entries[-1])

    def _go_into(self, entry: str) -> None:
        first = next(iter(self._bench.session.record.under(entry)), None)
        self._bench.focus.set(first)


def _field_before(record: Record, entry: str) -> str | None:
    """The field above a list entry."""
    fields = list(record)
    first = next((place for place, path in enumerate(fields) if is_under(path, entry)), 0)
    return fields[first - 1] if first else None
