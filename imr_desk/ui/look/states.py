"""How a letter's state is shown: a mark, words and a colour, so that none of them has to be told apart alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from imr_desk.letter.review import LetterState


@dataclass(frozen=True, slots=True)
class StateLook:
    """A mark of one character, the state in words, and the token it is written in."""

    mark: str
    words: str
    tone: str


_LOOKS = {
    LetterState.NEW: StateLook("+", "new", "muted"),
    LetterState.READING: StateLook("\N{HORIZONTAL ELLIPSIS}", "reading", "muted"),
    LetterState.TO_REVIEW: StateLook("\N{WHITE CIRCLE}", "to review", "machine"),
    LetterState.IN_REVIEW: StateLook("\N{CIRCLE WITH LEFT HALF BLACK}", "in review", "accent"),
    LetterState.POSTPONED: StateLook("\N{DOUBLE VERTICAL LINE}", "postponed", "look"),
    LetterState.VERIFIED: StateLook("\N{CHECK MARK}", "verified", "confirmed"),
    LetterState.REJECTED: StateLook("\N{MULTIPLICATION X}", "rejected", "muted"),
    LetterState.UNREADABLE: StateLook("!", "unreadable", "error"),
}


def state_look(state: LetterState) -> StateLook:
    """The state's mark, words in the person's language, and colour."""
    look = _LOOKS[state]
    return StateLook(look.mark, QCoreApplication.translate("states", look.words), look.tone)
