"""The batch check's view: the list of fields, the cards, and how it ended, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.cards import Fate
from imr_desk.desk.batch.counts import BatchCounts
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.letter.batch import BatchField
from imr_desk.ui.batch.cards_sheet import CardsSheet
from imr_desk.ui.batch.end_sheet import EndSheet
from imr_desk.ui.batch.field_list import FieldList, part_words


class BatchView(QStackedWidget):
    """Leads from one sheet to the next."""

    def __init__(
        self, batch: Batch, counts: BatchCounts, queue: QueueModel, cards: CardsSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._batch = batch
        self._counts = counts
        self._queue = queue
        self.fields = FieldList(counts)
        self.cards = cards
        self.end = EndSheet()
        for sheet in (self.fields, self.cards, self.end):
            self.addWidget(sheet)
        batch.dealt.connect(self._on_dealt)
        batch.cards_changed.connect(self._on_changed)
        self.fields.field_chosen.connect(self._choose)
        self.cards.field_requested.connect(self.ask_field)
        self.cards.ended.connect(self._show_end)
        self.end.field_requested.connect(self.ask_field)
        self.end.more_requested.connect(batch.deal_more)
        self.end.aside_requested.connect(self._look_at_aside)

    def ask_field(self) -> None:
        """Show the fields, with how many values of each wait in the letters listed."""
        self._counts.count(self._queue.query)
        self.fields.words.clear()
        self._show(self.fields)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back from a letter: what was done there is seen on its card."""
        super().showEvent(event)
        self._batch.refresh()

    def _choose(self, field: BatchField) -> None:
        self._batch.choose(self._queue.query, field)

    def _on_dealt(self) -> None:
        if (field := self._batch.field) is not None:
            self.cards.show_field(_named(field))
            if self._batch.cards:
                self._show(self.cards)
            else:
                self._show_end()

    def _on_changed(self) -> None:
        """A page that is taken back at the end lies on the table again."""
        if self.currentWidget() is self.end and (ahead := self.cards.grid.pages.turned_to(Fate.WAITS)):
            self._show(self.cards)
            self.cards.grid.go(ahead)

    def _show_end(self) -> None:
        if (field := self._batch.field) is not None:
            self.end.show_end(_named(field), self._batch.tally, self._batch.more)
            self._show(self.end)

    def _look_at_aside(self) -> None:
        self._show(self.cards)
        ahead = self.cards.grid.pages.turned_to(Fate.ASIDE)
        if ahead is not None:
            self.cards.grid.go(ahead)

    def _show(self, sheet: QWidget) -> None:
        self.setCurrentWidget(sheet)
        self.setFocusProxy(sheet)
        sheet.setFocus()


def _named(field: BatchField) -> str:
    name = QCoreApplication.translate("fields", field.spec.label)
    return f"{name}  \N{MIDDLE DOT}  {part_words(field)}"
