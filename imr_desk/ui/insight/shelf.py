"""Cards beside and below each other, in as many columns as the width has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

_LEAST, _MOST_COLUMNS, _GAP = 600, 3, 12


class Shelf(QWidget):
    """Puts each card into the column that is shortest so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = [QWidget() for _ in range(_MOST_COLUMNS)]
        self._stacks = [QVBoxLayout(column) for column in self._columns]
        self._shown = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column, stack in zip(self._columns, self._stacks, strict=True):
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(_GAP)
            stack.addStretch(1)
            row.addWidget(column, 1)

    def put(self, cards: Sequence[QWidget]) -> None:
        """Have these cards and no others."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        for stack in self._stacks:
            while stack.count() > 1:
                stack.takeAt(0)
        self._cards = list(cards)
        self._shown = 0
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = max(1, min(self.width() // _LEAST, _MOST_COLUMNS, len(self._cards)))
        if wanted == self._shown:
            return
        self._shown = wanted
        heights = [0] * wanted
        for card in self._cards:
            shortest = heights.index(min(heights))
            stack = self._stacks[shortest]
            stack.insertWidget(stack.count() - 1, card)
            heights[shortest] += card.sizeHint().height()
        for number, column in enumerate(self._columns):
            column.setVisible(number < wanted)
