"""The figures of the store: how many letters, how many verified today, and where the open one stands among them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import LetterState
from imr_desk.ui.window.top_bar import TopBar


class Figures(QObject):
    """Looks them up whenever the list has been counted anew, and shows them in the bar."""

    counted = Signal(int)
    """So many letters are in the store."""

    def __init__(self, keeper: Keeper, session: Session, queue: QueueModel, bar: TopBar) -> None:
        super().__init__(bar)
        self._keeper = keeper
        self._session = session
        self._queue = queue
        self._bar = bar
        queue.counted.connect(self.look_up)
        session.letter_shown.connect(self._find_place)

    def look_up(self) -> None:
        """Ask the store."""
        self._keeper.ask(lambda store: store.counts(), self._show_counts)
        self._keeper.ask(lambda store: store.verified_today(), self._bar.show_today)
        self._find_place()

    def _show_counts(self, counts: Mapping[LetterState, int]) -> None:
        self._bar.show_counts(counts)
        self.counted.emit(sum(counts.values()))

    def _find_place(self) -> None:
        letter = self._session.letter
        if letter is not None:
            self._queue.find_place(letter.id, lambda place: self._bar.show_place(place, self._queue.rowCount()))
