"""Everything a person can do to a letter, as one union of changes that all know their inverse."""

from __future__ import annotations

from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.review import Acknowledgement, ReviewChange
from imr_desk.letter.work import WorkChange

LetterChange = Edit | HighlightChange | Acknowledgement | ReviewChange | WorkChange

Addressed = tuple[int, LetterChange]
"""A change, after the number of the letter that it is made to."""
