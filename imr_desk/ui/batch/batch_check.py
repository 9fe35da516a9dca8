"""The batch check in the window: entered over the letters listed, left for a letter and returned to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from imr_desk.ui.batch.batch_view import BatchView
from imr_desk.ui.form.choice_lists import ChoiceLists
from imr_desk.ui.parts import Parts
from imr_desk.ui.stage import Stage, View


class BatchCheck(QObject):
    """Makes the view when it is first wanted, and leads from its cards to their letters."""

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._view: View | None = None
        self._body: BatchView | None = None

    @property
    def body(self) -> BatchView | None:
        """What is shown; None as long as nobody has wanted it."""
        return self._body

    def enter(self) -> None:
        """Ask which field of the letters listed is to be checked; go back to the cards where they were left."""
        body, view = self._made()
        if self._stage.waiting is view:
            self._stage.return_to_view()
            return
        self._parts.batch.begin(self._parts.queue.query)
        self._parts.batch_pictures.prepare()
        if self._stage.view is not view:
            self._stage.enter(view)
        body.ask_field()

    def _made(self) -> tuple[BatchView, View]:
        if self._body is None or self._view is None:
            lists = ChoiceLists(self._parts.vocabulary, self)
            self._body = BatchView(self._parts.batch, self._parts.batch_pictures, lists, self._parts.keys)
            self._body.open_requested.connect(self._open)
            self._view = View(QCoreApplication.translate("BatchCheck", "Batch check"), self._body)
        return self._body, self._view

    def _open(self, letter_id: int, path: str) -> None:
        """Bring a card's letter onto the desk, at its field."""
        session, focus = self._parts.session, self._parts.focus

        def at_field() -> None:
            session.letter_shown.disconnect(at_field)
            if path in session.record:
                focus.set(path)

        session.letter_shown.connect(at_field)
        session.show(letter_id)
