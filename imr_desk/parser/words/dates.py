"""Dates as letters print them: `10-30-2016`, `10/30/16`, `October 30, 2016`, `10-2016`, broken over lines or not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from imr_desk.letter.span import Span
from imr_desk.parser.words.printed import span_of

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_TO = r"\s*[-\u2010\u2011\u2013/.]\s*"
_FORMS = (
    rf"(?<![\d/.-])(?P<m>\d{{1,2}}){_TO}(?P<d>\d{{1,2}}){_TO}(?P<y>\d{{4}}|\d{{2}})(?![\d/]|-\d)",
    r"(?<![\d/.-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
    rf"\b{_MONTH}[\s-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*[,-]?\s*(?P<y>\d{{4}})(?!\d)",
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<y>\d{{4}})(?!\d)",
    rf"\b{_MONTH},?\s+(?:of\s+)?(?P<y>\d{{4}})(?!\d)",
    rf"(?<![\d/.-])(?P<m>\d{{1,2}}){_TO}(?P<y>(?:19|20)\d{{2}})(?![\d/-])",
    r"(?<![\d/.,-])(?P<y>(?:19|20)\d{2})(?![\d/-])",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_YEAR_ALONE = len(_PATTERNS) - 1
DATE = re.compile(
    f"(?=[0-9JFMASOND])(?:{'|'.join(re.sub(r'[?]P<[a-z]+>', '?:', form) for form in _FORMS[:_YEAR_ALONE])})",
    re.IGNORECASE,
)
"""Any date but a year alone."""
_SCORE = re.compile(r"\d{1,2}\s*[-\u2010-\u2013]\s*\d{1,2}\s*/\s*10")
"""A pain score over a range: `5-10/10`."""


def iso_date(words: str) -> str | None:
    """The date in ISO 8601, as exact as it is printed (`2016-10-30`, `2016-10`, `2016`), or None where it is none."""
    plain = words.strip()
    if _SCORE.fullmatch(plain):
        return None
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            return _iso(match)
    return None


def find_dates(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """The dates of a stretch of text with their places, in order; impossible ones are passed over."""
    for match in DATE.finditer(text, within.start, within.end):
        if iso := iso_date(match[0]):
            yield span_of(match), iso


def first_date(text: str, within: Span) -> tuple[Span, str] | None:
    """The first of them, if there is one."""
    return next(find_dates(text, within), None)


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = _year(parts["y"])
    month = int(parts["m"]) if parts.get("m") else _month(parts.get("name"))
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12 or year < 1:
        return None
    if not parts.get("d"):
        return f"{year:04}-{month:02}"
    day = int(parts["d"])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def _year(digits: str) -> int:
    """Two digits up to 40 are this century: no injury of 1940 is reviewed in 2014, none of 2041 either."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year <= 40 else 1900)


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return next(place for place, month in enumerate(MONTHS, start=1) if month.startswith(name.casefold()))
