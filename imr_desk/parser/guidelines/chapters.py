"""Names of chapters and editions, as references print them."""

from __future__ import annotations

import re
from functools import cache

from imr_desk.letter.span import Span
from imr_desk.parser.words.printed import span_of
from imr_desk.parser.words.vocabulary import load_vocabulary

EDITION = (
    r"(?:[\s,;:.(-]*(?:\d(?:st|nd|rd|th)|second|third) ed(?:ition|\.)?(?![a-z])\)?)?"
    r"(?:[\s,;:.]*(?:\((?:19|20)\d\d\)|(?:19|20)\d\d(?!\d)))?"
)
"""A pattern for the edition and its year, between a publisher's name and what is cited of it."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_in(text: str, within: Span) -> Span | None:
    """The first year printed there."""
    match = _YEAR.search(text, within.start, within.end)
    return span_of(match) if match else None


@cache
def chapter_titles() -> str:
    """All chapters of the state's schedule as a pattern, the longest first; `and` and `&` alike."""
    words = {word for choice in load_vocabulary().choices("chapters") for word in (choice.value, *choice.aliases)}
    escaped = (
        re.sub(r" (?:and|\\&) ", " (?:and|&) ", re.escape(word).replace("\\ ", " ").replace("\\-", "~?"))
        for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(escaped)
