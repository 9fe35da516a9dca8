"""How wide the columns of the list are: enough for their titles and for what usually stands in them."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from imr_desk.desk.queue.queue_model import COLUMNS
from imr_desk.store.queue.query import Order

_USUAL = {
    Order.CASE_NUMBER: "CM16-0000000 \N{MIDDLE DOT}",
    Order.DECISION_DATE: "0000-00-00",
    Order.ITEMS: "000",
    Order.STATE: "\N{WHITE CIRCLE}  could not be read",
    Order.PRIORITY: "\N{BLACK UP-POINTING TRIANGLE} urgent",
    Order.ASSIGNEE: "somebody",
    Order.ATTENTION: "000",
    Order.OPEN_ERRORS: "000",
}
_BESIDE = 28
"""Pixels beside the words of a cell, and for the arrow of a sorted column."""


def usual_widths(metrics: QFontMetrics) -> tuple[int, ...]:
    """The widths, in pixels, of all columns but the last, which has the rest."""
    return tuple(
        max(map(metrics.horizontalAdvance, (column.title, _USUAL[column.order]))) + _BESIDE for column in COLUMNS[:-1]
    )
