"""Where the person is in the store: kept with every move, so that the next sitting begins there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from imr_desk.desk.arrival import Arrival
from imr_desk.desk.focus import Focus
from imr_desk.desk.keeper import Keeper
from imr_desk.desk.session import Session
from imr_desk.store.errors import StoreError
from imr_desk.store.store import Store

LETTER, FIELD = "desk.letter", "desk.field"
SETTLED = 400
"""Milliseconds of rest before a place is written down."""


class Bookmark(QObject):
    """Notes the open letter and the field in focus in the store; it is no part of the letters' history."""

    def __init__(
        self, keeper: Keeper, session: Session, focus: Focus, arrival: Arrival, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._session = session
        self._focus = focus
        self._arrival = arrival
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._note)
        session.letter_shown.connect(self._soon.start)
        focus.focus_changed.connect(self._soon.start)

    def resume(self) -> None:
        """Open the letter of the last sitting, at its field; nothing happens where there is none."""
        self._keeper.ask(_noted, self._open, _shrug)

    def settle(self) -> None:
        """Write the place down now where that is still due: the desk is being left."""
        if self._soon.isActive():
            self._soon.stop()
            self._note()

    def _note(self) -> None:
        letter, field = self._session.letter, self._focus.path or ""
        letter_id = str(letter.id) if letter else ""

        def note(store: Store) -> None:
            store.remember(LETTER, letter_id)
            store.remember(FIELD, field)

        self._keeper.ask(note, failed=_shrug)

    def _open(self, noted: tuple[str, str]) -> None:
        letter_id, field = noted
        if not letter_id.isdecimal():
            return
        self._arrival.expect(int(letter_id), field)
        self._session.show(int(letter_id))


def _noted(store: Store) -> tuple[str, str]:
    return store.remembered(LETTER) or "", store.remembered(FIELD) or ""


def _shrug(error: StoreError) -> None:
    """A lost place costs a few keys; what matters tells of the store's trouble by itself."""
    del error
