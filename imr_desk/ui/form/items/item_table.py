"""The items: two lines each, at most one of them open with all its fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.letter import path as paths
from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.blocks.block_column import BlockColumn
from imr_desk.ui.form.blocks.outline import outline
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.items.item_body import ItemBody
from imr_desk.ui.form.items.item_row import ItemRow
from imr_desk.ui.form.items.item_summary import ITEMS, summaries

_AT_MOST_TIMES = 25
"""Items that a letter has, or fewer."""


class ItemTable(Block):
    """A head an item; the one body there is moves below the open one, so 25 items cost hardly more than one."""

    head_opened = Signal(QWidget)
    """A person has opened an item by its head, which is this one."""
    body_bound = Signal()
    """The body shows another item, or will soon."""
    confirm_requested = Signal()
    """All of the open item is to be confirmed."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        fields = BlockColumn(bench)
        self._body = ItemBody(bench, fields)
        self._body.head.confirm_requested.connect(self.confirm_requested)
        self._body.entry_moved.connect(self._follow)
        self._body.hide()
        self.heads: list[ItemRow] = []
        self._open: int | None = None
        self._add = QPushButton(self.tr("Add item"))
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._body)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        fields.grow(outline("items[]"))

    @property
    def open_item(self) -> str | None:
        """The path of the open item."""
        return None if self._open is None else f"{ITEMS}[{self._open}]"

    @property
    def body(self) -> ItemBody | None:
        """The open item's fields; None while all are closed."""
        return None if self._open is None else self._body

    @property
    def headed(self) -> str | None:
        """The path of the item whose head has the keyboard."""
        return next((f"{ITEMS}[{place}]" for place, head in enumerate(self.heads) if head.hasFocus()), None)

    def open(self, place: int | None) -> None:
        """Show one item's fields, or those of none."""
        if place == self._open or not self.offer():
            self._tick_heads()
            return
        self._open = place
        self._place_body()
        self._tick_heads()

    def start(self) -> None:
        """Show another letter's items: a lone one open, several closed but for the one in focus."""
        count = self._bench.session.record.count(ITEMS)
        focused = paths.position(self._bench.focus.path or "", ITEMS)
        self._open = 0 if count == 1 else focused
        self.bind("")

    def add(self) -> None:
        """A new item at the end, open, its request in focus."""
        end = self._bench.session.record.count(ITEMS)
        if self._bench.rows.offer() and self._bench.session.add_entry(ITEMS, end):
            self._bench.focus.set(f"{ITEMS}[{end}].request")

    @override
    def bind(self, base: str) -> None:
        count = self._bench.session.record.count(ITEMS)
        while len(self.heads) < count:
            self._grow()
        for place, head in enumerate(self.heads):
            head.setVisible(place < count)
        self._add.setFocusPolicy(Qt.FocusPolicy.NoFocus if count else Qt.FocusPolicy.StrongFocus)
        if self._open is not None and self._open >= count:
            self._open = None
        self._place_body()
        self._tick_heads()
        self._bench.turns.add(self.refresh)

    @override
    def prepare(self) -> None:
        self._bench.turns.add(*[self._grow] * _AT_MOST_TIMES)

    @override
    def refresh(self) -> None:
        found = summaries(self._bench.session.record, self._bench.session.open_findings)
        for head, one in zip(self.heads, found, strict=False):
            head.show_summary(one)
        if self.body is not None:
            self.body.refresh()

    @override
    def reveal(self, path: str) -> None:
        place = paths.position(path, ITEMS)
        if place is not None and place < self._bench.session.record.count(ITEMS):
            self.open(place)
            self._body.reveal(path)

    @override
    def rows(self) -> Iterator[FieldRow]:
        return iter(()) if self.body is None else self.body.rows()

    @override
    def stops(self) -> Iterator[QWidget]:
        for place, head in enumerate(self.heads):
            yield head
            if place == self._open:
                yield from self._body.stops()
        if self._add.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield self._add

    def _grow(self) -> None:
        head = ItemRow()
        head.clicked.connect(partial(self._on_head_clicked, len(self.heads)))
        head.hide()
        self._column.insertWidget(self._column.count() - 1, head)
        self.heads.append(head)

    def _on_head_clicked(self, place: int) -> None:
        self.open(None if place == self._open else place)
        if place == self._open:
            self.head_opened.emit(self.heads[place])

    def _place_body(self) -> None:
        if self._open is None:
            self._body.hide()
            self._body.forget()
            return
        self._column.removeWidget(self._body)
        self._column.insertWidget(self._column.indexOf(self.heads[self._open]) + 1, self._body)
        self._body.bind(f"{ITEMS}[{self._open}]")
        self._body.show()
        self.body_bound.emit()

    def _follow(self, place: int) -> None:
        """The open item has another place: keep it open there."""
        self._open = place
        self.bind("")

    def _tick_heads(self) -> None:
        for place, head in enumerate(self.heads):
            head.setChecked(place == self._open)
