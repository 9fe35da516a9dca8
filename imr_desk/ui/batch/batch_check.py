"""The batch check in the window: entered over the letters listed, left for a letter and returned to."""

from __future__ import annotations

from PySide6.QtCore import QObject

from imr_desk.ui.batch.batch_view import BatchView
from imr_desk.ui.batch.cards_sheet import CardsSheet
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.parts import Parts
from imr_desk.ui.stage import Stage, View


class BatchCheck(QObject):
    """Makes the view when it is first wanted, and leads from its cards to their letters."""

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._made: tuple[BatchView, View] | None = None

    @property
    def body(self) -> BatchView | None:
        """What is shown; None as long as nobody has wanted it."""
        return self._made[0] if self._made else None

    def enter(self) -> None:
        """Ask which field of the letters listed is to be checked; go back to the cards where they were left."""
        body, view = self._made = self._made or self._make()
        if self._stage.waiting is view:
            self._stage.return_to_view()
            return
        self._parts.batch_pictures.prepare()
        if self._stage.view is not view:
            self._stage.enter(view)
        body.ask_field()

    def _make(self) -> tuple[BatchView, View]:
        parts = self._parts
        lists = ChoiceLists(parts.vocabulary, self)
        cards = CardsSheet(parts.batch, parts.batch_pictures, lists)
        cards.open_requested.connect(self._open)
        body = BatchView(parts.batch, parts.batch_counts, parts.queue, cards)
        hint = self.tr(
            "Enter: accept the page \N{MIDDLE DOT} Space: set a card aside \N{MIDDLE DOT} F2: correct it "
            "\N{MIDDLE DOT} O: open its letter \N{MIDDLE DOT} V: sort"
        )
        view = View(self.tr("Batch check"), body, hint)
        view.guide = "batch-check.md"
        return body, view

    def _open(self, letter_id: int, path: str) -> None:
        """Bring a card's letter onto the desk, at its field."""
        self._parts.arrival.expect(letter_id, path)
        self._parts.session.show(letter_id)
