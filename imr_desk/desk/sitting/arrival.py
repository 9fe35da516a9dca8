"""Where the person is in a letter that has come onto the desk, or that has just been changed by going back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.returning import Returned
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.span import Span


@dataclass(frozen=True, slots=True)
class _Wish:
    """Be at the first of these fields that the letter has, and see these words."""

    letter_id: int
    fields: tuple[str, ...]
    words: Span | None = None


class Arrival(QObject):
    """Sets the focus in a letter: where it was asked for, otherwise at the first field that needs a look."""

    words_wanted = Signal(object)
    """Bring this `Span` of the letter into view."""

    def __init__(self, session: Session, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._wish: _Wish | None = None
        session.letter_settled.connect(self._arrive)
        session.returned.connect(self._return)
        session.overtaken.connect(self._stay)

    def expect(self, letter_id: int, field: str) -> None:
        """Be at this field once the letter is on the desk, which is about to be asked for."""
        self._wish = _Wish(letter_id, (field,))

    def _return(self, returned: Returned) -> None:
        """Be where the step changed something, now or once its letter is there."""
        step = returned.step
        if step.letter_id is None:
            return
        wish = _Wish(step.letter_id, step.fields, step.span)
        if returned.in_sight:
            self._fulfil(wish)
        else:
            self._wish = wish

    def _stay(self) -> None:
        """The letter on the desk is about to be shown anew."""
        letter, path = self._session.letter, self._focus.path
        self._wish = _Wish(letter.id, (path,)) if letter and path else None

    def _arrive(self) -> None:
        wish, letter = self._wish, self._session.letter
        self._wish = None
        if wish is None or letter is None or letter.id != wish.letter_id or not self._fulfil(wish):
            self._focus.set(self._session.next_attention(None) or self._first(self._session.record))

    def _fulfil(self, wish: _Wish) -> bool:
        """Whether the letter has one of the fields."""
        field = self._first(path for path in wish.fields if path in self._session.record)
        if field is not None:
            self._focus.set(field)
        if wish.words is not None:
            self.words_wanted.emit(wish.words)
        return field is not None

    def _first(self, paths: Iterable[str]) -> str | None:
        return next(iter(paths), None)
