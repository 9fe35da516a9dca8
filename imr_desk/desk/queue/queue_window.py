"""The part of the queue that is at hand: rows fetched by block, the rest known only by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from imr_desk.store.kept.stored import QueueRow

BLOCK = 128
"""Rows fetched at once."""
KEPT_BLOCKS = 24
"""Blocks held before the one longest not looked at is let go."""


class QueueWindow:
    """Rows by place, and the blocks on their way."""

    def __init__(self) -> None:
        self._blocks: dict[int, Sequence[QueueRow]] = {}
        self._asked: set[int] = set()

    def row(self, place: int) -> QueueRow | None:
        """The row at a place, where it is at hand."""
        number, at = divmod(place, BLOCK)
        block = self._blocks.pop(number, None)
        if block is None:
            return None
        self._blocks[number] = block
        return block[at] if at < len(block) else None

    def wanted(self, place: int) -> int | None:
        """The block to fetch for a place; None where it is at hand or on its way. It counts as asked for now."""
        number = place // BLOCK
        if number in self._asked or number in self._blocks:
            return None
        self._asked.add(number)
        return number

    def put(self, number: int, rows: Sequence[QueueRow]) -> None:
        """A block has come."""
        self._asked.discard(number)
        self._blocks.pop(number, None)
        self._blocks[number] = rows
        while len(self._blocks) > KEPT_BLOCKS:
            del self._blocks[next(iter(self._blocks))]

    def held(self) -> tuple[int, ...]:
        """The numbers of the blocks at hand, the one last looked at last."""
        return tuple(self._blocks)

    def start_anew(self, blocks: Mapping[int, Sequence[QueueRow]]) -> None:
        """These blocks and no others are at hand; empty ones lie beyond the end."""
        self._blocks = {number: rows for number, rows in blocks.items() if rows}
        self._asked.clear()
