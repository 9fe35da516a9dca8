"""What a date is of: an injury, a review, a report, ... by the words before it."""

from __future__ import annotations

from imr_desk.letter.span import Span
from imr_desk.parser.words.phrases import phrase

ROLES = ("injury", "review", "request", "report", "service", "visit")
REACH = 45
"""Characters before a date within which a word tells what it is of."""


def role_of(text: str, date: Span, since: int = 0) -> str:
    """What the date is of, by the nearest word before it, from `since` on, that tells; empty where none does."""
    start = max(since, date.start - REACH)
    last = {
        role: [match.start() for match in phrase(f"dates.{role}").finditer(text, start, date.start)] for role in ROLES
    }
    return max((role for role in ROLES if last[role]), key=lambda role: last[role][-1], default="")
