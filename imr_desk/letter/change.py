"""Everything a person can do to an open letter, as one union of changes that all know their inverse."""

from __future__ import annotations

from imr_desk.letter.edits import Edit
from imr_desk.letter.highlight import HighlightChange
from imr_desk.letter.review import Acknowledgement, ReviewChange

LetterChange = Edit | HighlightChange | Acknowledgement | ReviewChange
