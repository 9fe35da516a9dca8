"""Decisions on the letter on the desk, for tests in which nothing is to stand in their way."""

from __future__ import annotations

from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import LetterState, Review, ReviewChange


def bring_into(state: LetterState, session: Session) -> None:
    """Have the letter in a state, whatever checks and doubtful fields say."""
    letter = session.letter
    if letter is not None and letter.review.state is not state:
        session.do(ReviewChange(state.value, letter.review, Review(state)))
