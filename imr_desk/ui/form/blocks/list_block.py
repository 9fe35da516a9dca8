"""A list of the letter: its entries one below the other, each to be moved or removed, and a button for a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import entry_name, in_sentence
from imr_desk.letter import path as paths
from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.blocks.list_entry import ListEntry
from imr_desk.ui.form.blocks.outline import ListNode
from imr_desk.ui.form.blocks.titles import title_of
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow


class ListBlock(Block):
    """Shows a list; its entries are bound by position, and those it has no use for now are kept for a longer list."""

    def __init__(
        self, bench: Bench, node: ListNode, make_entry: Callable[[], Block], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._node = node
        self._make_entry = make_entry
        self._base = ""
        self._entries: list[ListEntry] = []
        self._wanted: tuple[str, ...] = ()
        self._none = QLabel(self._none_of(node.tail.rpartition(".")[2]))
        self._none.setProperty("role", "muted")
        entry = in_sentence(entry_name(node.pattern.removesuffix("[]")))
        self._add = QPushButton(self.tr("Add {entry}").format(entry=entry))
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self.add)
        self._lay_out()

    @property
    def listing(self) -> str:
        """The list's path."""
        return self._base + self._node.tail

    @property
    def _shown(self) -> list[ListEntry]:
        return self._entries[: len(self._wanted)]

    def add(self) -> None:
        """A new entry at the end, its first field in focus."""
        end = self._bench.session.record.count(self.listing)
        if self._bench.rows.offer() and self._bench.session.add_entry(self.listing, end):
            self._bench.focus.set(self._bench.session.record.under(f"{self.listing}[{end}]")[0])

    @override
    def bind(self, base: str) -> None:
        self._base = base
        self._wanted = wanted = self._bench.session.record.each(self.listing)
        for entry in self._entries[len(wanted) :]:
            entry.forget()
            entry.hide()
        for place in range(len(self._shown)):
            self._bind_entry(place)
        if len(self._entries) < len(wanted):
            self._bench.turns.add(self._grow_on)
        self._none.setVisible(not wanted)
        self._add.setFocusPolicy(Qt.FocusPolicy.NoFocus if wanted else Qt.FocusPolicy.StrongFocus)

    @override
    def refresh(self) -> None:
        for entry in self._shown:
            entry.refresh()

    @override
    def prepare(self) -> None:
        if not self._entries:
            self._grow()
            self._entries[0].hide()
            self._entries[0].prepare()

    @override
    def reveal(self, path: str) -> None:
        place = paths.position(path, self.listing)
        while place is not None and len(self._entries) <= place < len(self._wanted):
            self._grow_on()
        for entry in self._shown:
            entry.reveal(path)

    @override
    def rows(self) -> Iterator[FieldRow]:
        return (row for entry in self._shown for row in entry.rows())

    @override
    def stops(self) -> Iterator[QWidget]:
        yield from (stop for entry in self._shown for stop in entry.stops())
        if not self._wanted:
            yield self._add

    def _none_of(self, name: str) -> str:
        return self.tr("{list}: none").format(list=title_of(name))

    def _bind_entry(self, place: int) -> None:
        self._entries[place].bind_place(self._wanted[place], place, len(self._wanted))
        self._entries[place].show()

    def _grow_on(self) -> None:
        """Make one of the entries that the list has more than ever before, and the rest in later turns."""
        if len(self._entries) < len(self._wanted):
            self._grow()
            self._bind_entry(len(self._entries) - 1)
            self._bench.turns.add(self._grow_on)

    def _grow(self) -> None:
        entry = ListEntry(self._bench, self._make_entry(), self._node.plain)
        self._entries.append(entry)
        self._column.addWidget(entry)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._none)
        foot.addWidget(self._add)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._column)
        whole.addLayout(foot)
