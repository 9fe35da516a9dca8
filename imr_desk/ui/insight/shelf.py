"""Cards beside and below each other: all in sight where they have room, else in as many columns as there can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_LEAST, _MOST = 600, 1400
"""Pixels that a column is wide."""
_MOST_COLUMNS, _GAP = 3, 12


class Shelf(QScrollArea):
    """Puts each card into the column that is shortest so far, and scrolls where there are more than can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = [QWidget() for _ in range(_MOST_COLUMNS)]
        self._stacks = [QVBoxLayout(column) for column in self._columns]
        self._shown = 0
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column, stack in zip(self._columns, self._stacks, strict=True):
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(_GAP)
            stack.addStretch(1)
            row.addWidget(column, 1)
        self.setWidget(board)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

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
        """The fewest columns in which all cards are seen at once, since wide charts are told apart best; else many."""
        most = max(1, min(self.width() // _LEAST, _MOST_COLUMNS))
        fewest = min(most, ceil(self.width() / _MOST))
        ways = [self._piled(columns) for columns in range(fewest, most + 1)]
        piles = next((piles for piles in ways if max(map(_height, piles)) <= self.height()), ways[-1])
        if len(piles) != self._shown:
            self._shown = len(piles)
            self._fill(piles)

    def _piled(self, columns: int) -> list[list[QWidget]]:
        """The cards by column."""
        piles: list[list[QWidget]] = [[] for _ in range(columns)]
        for card in self._cards:
            min(piles, key=_height).append(card)
        return piles

    def _fill(self, piles: Sequence[Sequence[QWidget]]) -> None:
        for stack, pile in zip(self._stacks, piles, strict=False):
            for card in pile:
                stack.insertWidget(stack.count() - 1, card)
        for number, column in enumerate(self._columns):
            column.setVisible(number < len(piles))


def _height(pile: Sequence[QWidget]) -> int:
    """How high the cards of a column are, with what is between them."""
    return sum(card.sizeHint().height() + _GAP for card in pile)
