"""What a screen reader says of a letter in the list."""

from __future__ import annotations

from imr_desk.store.kept.stored import QueueRow
from imr_desk.store.queue.query import Order
from imr_desk.ui.dialogs.wording import failure_title
from imr_desk.ui.look.states import state_look
from imr_desk.ui.queue.row_painter import about, same_words, todo_words


def spoken(row: QueueRow, order: Order) -> str:
    """All of the letter in the first column, its state in words; empty where the cell's own words do."""
    match order:
        case Order.CASE_NUMBER:
            name = row.case_number or row.file
            return ", ".join(filter(None, (name, same_words(row), _state(row), about(row), todo_words(row)[0])))
        case Order.STATE:
            return _state(row)
        case _:
            return ""


def _state(row: QueueRow) -> str:
    return failure_title(row.failure) if row.failure else state_look(row.state).words
