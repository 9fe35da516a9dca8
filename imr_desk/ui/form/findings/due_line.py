"""The dates that follow from the letter's own, each with its reason, to be read only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from imr_desk.checks.due import (
    APPEAL_DAYS,
    DENIAL_MONTHS,
    IMPLEMENT_WORKING_DAYS,
    REIMBURSE_DAYS,
    Due,
    Duty,
    due,
)
from imr_desk.letter.record import Record


class DueLine(QLabel):
    """Says by when to act, to appeal, and how long the denial stands; hidden where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip(
            self.tr(
                "Counted from the dates of this letter as they stand in the form. The law counts some of these days "
                "from receipt or service, which the letter does not tell."
            )
        )

    def show_dates(self, record: Record) -> None:
        """Show what follows from this record."""
        several = record.count("items") > 1
        self.setText("\n".join(self._worded(one, several) for one in due(record)))
        self.setVisible(bool(self.text()))

    def _worded(self, one: Due, several: bool) -> str:
        words, counted, count = {
            Duty.IMPLEMENT: (
                self.tr("Implement{items} by {day}"),
                self.tr("{count} working days after {since}"),
                IMPLEMENT_WORKING_DAYS,
            ),
            Duty.REIMBURSE: (
                self.tr("Reimburse{items} by {day}"),
                self.tr("{count} days after {since}"),
                REIMBURSE_DAYS,
            ),
            Duty.APPEAL: (self.tr("Appeal by {day}"), self.tr("{count} days after {since}"), APPEAL_DAYS),
            Duty.DENIAL_STANDS: (
                self.tr("Denial{of_items} stands until {day}"),
                self.tr("{count} months after {since}"),
                DENIAL_MONTHS,
            ),
        }[one.duty]
        reason = counted.format(count=count, since=_shown(one.since))
        items = self._items(one.items) if several and one.items else ""
        of_items = self.tr(" of{items}").format(items=items) if items else ""
        return f"{words.format(items=items, of_items=of_items, day=_shown(one.day))}  \N{MIDDLE DOT}  {reason}"

    def _items(self, numbers: Sequence[int]) -> str:
        one, many = self.tr(" item {numbers}"), self.tr(" items {numbers}")
        return (one if len(numbers) == 1 else many).format(numbers=", ".join(map(str, numbers)))


def _shown(day: date) -> str:
    return f"{day:%m/%d/%Y}"
