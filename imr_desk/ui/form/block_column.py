"""A tree of fields as blocks one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.ui.form.bench import Bench
from imr_desk.ui.form.block import Block
from imr_desk.ui.form.field_grid import FieldGrid
from imr_desk.ui.form.field_row import FieldRow
from imr_desk.ui.form.group_block import GroupBlock
from imr_desk.ui.form.list_block import ListBlock
from imr_desk.ui.form.outline import FieldNode, GroupNode, ListNode, Node


class BlockColumn(Block):
    """Blocks for some nodes of the outline: runs of fields as grids, groups and lists below their names."""

    def __init__(self, bench: Bench, nodes: Sequence[Node], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = list(_blocks(bench, nodes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for block in self._blocks:
            column.addWidget(block)

    @override
    def bind(self, base: str) -> None:
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


def _blocks(bench: Bench, nodes: Sequence[Node]) -> Iterator[Block]:
    for plain, run in groupby(nodes, key=lambda node: isinstance(node, FieldNode)):
        if plain:
            yield FieldGrid(bench, [node for node in run if isinstance(node, FieldNode)])
        else:
            yield from (_block(bench, node) for node in run)


def _block(bench: Bench, node: Node) -> Block:
    match node:
        case GroupNode():
            return GroupBlock(bench, node, BlockColumn(bench, node.nodes))
        case ListNode():
            return ListBlock(bench, node, lambda: BlockColumn(bench, node.nodes))
        case FieldNode():
            return FieldGrid(bench, [node])
        case _:
            assert_never(node)
