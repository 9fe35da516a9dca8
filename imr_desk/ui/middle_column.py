"""A column in the middle of a view: on a wide screen its lines stay short enough to be read."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override


class MiddleColumn(QVBoxLayout):
    """As wide as there is room, up to so many heights of the text, and then in the middle."""

    def __init__(self, widget: QWidget, most: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._most = most

    @override
    def setGeometry(self, rect: QRect) -> None:
        width = min(rect.width(), self._most * self._widget.fontMetrics().height())
        super().setGeometry(QRect(rect.left() + (rect.width() - width) // 2, rect.top(), width, rect.height()))
