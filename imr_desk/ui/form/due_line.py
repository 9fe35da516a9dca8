"""The dates that follow from the letter's own, to be read only."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from imr_desk.letter.record import Record
from imr_desk.ui.form.due_dates import due_dates


class DueLine(QLabel):
    """Says by when to implement and to appeal, and how long the denial stands; hidden where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip(
            self.tr(
                "Five working days and thirty days from the decision; twelve months from the denial. "
                "Counted from the dates above; holidays are not taken into account."
            )
        )

    def show_dates(self, record: Record) -> None:
        """Show what follows from this record."""
        due = due_dates(record)
        said = [
            words.format(date=f"{day:%m/%d/%Y}")
            for words, day in self._worded(due.implement_by, due.appeal_by, due.denial_stands_until)
            if day is not None
        ]
        self.setText("  \u00b7  ".join(said))
        self.setVisible(bool(said))

    def _worded(self, *days: date | None) -> zip[tuple[str, date | None]]:
        words = (self.tr("Implement by {date}"), self.tr("appeal by {date}"), self.tr("denial stands until {date}"))
        return zip(words, days, strict=True)
