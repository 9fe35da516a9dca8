"""The ground of a row in a list: tinted where it is chosen, or where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from imr_desk.ui.look.theme import colour

_EDGE = 3


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Tint the row as it stands."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colour("accent_tint"))
        painter.setPen(colour("chosen"))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, colour("hover"))


def paint_edge(painter: QPainter, rect: QRect) -> None:
    """Mark the row along its left side."""
    painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), colour("accent"))


def paint_line_below(painter: QPainter, rect: QRect) -> None:
    """Part the row from the next one."""
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
