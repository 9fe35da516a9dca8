"""Which date of a sentence is that of utilization review, and which action it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from imr_desk.letter.span import Span
from imr_desk.parser.words.dates import find_dates
from imr_desk.parser.words.phrases import any_of
from imr_desk.parser.words.printed import printed

ACTIONS = ("modified", "delayed", "denied", "approved")
RULED = "|".join(any_of(f"ur.{action}") for action in ACTIONS)
"""A pattern for any word that tells what was done."""

REVIEW = printed(rf"{any_of('ur.review')}(?: {any_of('ur.review_told')})*")
"""The review's name, with what says that it was made."""

Dated = tuple[Span, str]
"""Where a date is printed, and the date."""

_OTHER_DATE = printed(rf"{any_of('ur.other_dates')}\W+(?:\w+\W+){{0,2}}$")
_CLAUSE_END = printed(rf";|,? (?:and|but|while|whereas)(?= )|,(?= (?:{RULED}))")


def clause_of(text: str, sentence: Span, word: Span) -> Span:
    """The part of the sentence that the word stands in, between its `and`, `but`, `while` and semicolons."""
    ends = list(_CLAUSE_END.finditer(text, sentence.start, sentence.end))
    start = max((end.end() for end in ends if end.end() <= word.start), default=sentence.start)
    return Span(start, min((end.start() for end in ends if end.start() >= word.end), default=sentence.end))


def date_of_review(
    text: str, sentence: Span, review: re.Match[str] | None, actions: Mapping[str, Span]
) -> Dated | None:
    """The date nearest to the review's name or the action, those of requests and reports aside."""
    anchors = [word.start for word in actions.values()] + ([review.end()] if review else [])
    dates = [date for date in find_dates(text, sentence) if not _is_other(text, sentence, date[0])]
    return (
        min(dates, key=lambda date: min(abs(date[0].start - at) for at in anchors), default=None) if anchors else None
    )


def date_of_action(text: str, sentence: Span, word: Span, otherwise: Dated | None) -> Dated | None:
    """The date that the action's own clause gives: of the sentence's only where it gives none."""
    dates = (
        date for date in find_dates(text, clause_of(text, sentence, word)) if not _is_other(text, sentence, date[0])
    )
    return min(dates, key=lambda date: abs(date[0].start - word.start), default=otherwise)


def _is_other(text: str, sentence: Span, date: Span) -> bool:
    """Whether the date is a request's, a report's or a visit's: the nearest name before it tells."""
    start = max(sentence.start, date.start - 60)
    named = [match.end() for match in REVIEW.finditer(text, sentence.start, date.start)]
    return bool(_OTHER_DATE.search(text[max(start, named[-1] if named else start) : date.start]))
