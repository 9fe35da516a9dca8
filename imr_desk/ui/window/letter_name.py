"""What the letter on the desk is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.session import Session


def letter_name(session: Session) -> str:
    """The open letter's case number, or else its file; without a letter, the name of the list."""
    if session.letter is None:
        return QCoreApplication.translate("letter_name", "Letters")
    return session.letter.name
