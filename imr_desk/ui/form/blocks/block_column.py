"""A tree of fields as blocks one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.blocks.field_grid import FieldGrid
from imr_desk.ui.form.blocks.group_block import GroupBlock
from imr_desk.ui.form.blocks.list_block import ListBlock
from imr_desk.ui.form.blocks.outline import FieldNode, GroupNode, ListNode, Node
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow


class BlockColumn(Block):
    """Blocks for some nodes of the outline: runs of fields as grids, groups and lists below their names."""

    def __init__(self, bench: Bench, nodes: Sequence[Node] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._base: str | None = None
        self._blocks: list[Block] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for run in _runs(nodes):
            self._add(run)

    def grow(self, nodes: Sequence[Node]) -> None:
        """Have blocks for these nodes too, one a turn, with what they hold at most times."""
        for run in _runs(nodes):
            self._bench.turns.add(partial(self._grow_by, run))

    def _grow_by(self, run: Sequence[Node]) -> None:
        self._add(run)
        self._bench.turns.add(self._blocks[-1].prepare)

    def _add(self, run: Sequence[Node]) -> None:
        block = _block(self._bench, run)
        self._blocks.append(block)
        self._column.addWidget(block)
        if self._base is not None:
            block.bind(self._base)

    @override
    def bind(self, base: str) -> None:
        self._base = base
        for block in self._blocks:
            block.bind(base)

    @override
    def refresh(self) -> None:
        for block in self._blocks:
            block.refresh()

    @override
    def prepare(self) -> None:
        for block in self._blocks:
            block.prepare()

    @override
    def reveal(self, path: str) -> None:
        for block in self._blocks:
            block.reveal(path)

    @override
    def rows(self) -> Iterator[FieldRow]:
        return (row for block in self._blocks for row in block.rows())

    @override
    def stops(self) -> Iterator[QWidget]:
        return (stop for block in self._blocks for stop in block.stops())


def _runs(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """The nodes in runs that make one block each: fields that follow each other, or a single group or list."""
    for plain, run in groupby(nodes, key=lambda node: isinstance(node, FieldNode)):
        if plain:
            yield tuple(run)
        else:
            yield from ((node,) for node in run)


def _block(bench: Bench, run: Sequence[Node]) -> Block:
    match run[0]:
        case GroupNode() as node:
            return GroupBlock(bench, node, BlockColumn(bench, node.nodes))
        case ListNode() as node:
            return ListBlock(bench, node, lambda: BlockColumn(bench, node.nodes))
        case FieldNode():
            return FieldGrid(bench, [node for node in run if isinstance(node, FieldNode)])
        case _:
            assert_never(run[0])
