"""What a second look at the letter on the desk found, where somebody has had one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.sitting.session import Session
from imr_desk.store.kept.stored import SecondLook


class LastLook(QObject):
    """Asks the store with each letter that is shown; what is known of another letter is never told of this one."""

    known = Signal()
    """Something else is known than before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.found: SecondLook | None = None
        session.letter_shown.connect(self._begin)

    def ask(self) -> None:
        """Ask the store."""
        letter = self._session.letter
        if letter is not None:
            id = letter.id
            answered, failed = (lambda found: self._know(id, found)), (lambda _error: None)
            self._session.keeper.ask(lambda store: store.second_look(id), answered, failed)

    def _begin(self) -> None:
        if self.found is not None:
            self.found = None
            self.known.emit()
        self.ask()

    def _know(self, letter_id: int, found: SecondLook | None) -> None:
        letter = self._session.letter
        if letter is not None and letter.id == letter_id and found != self.found:
            self.found = found
            self.known.emit()
