"""Item headings: where a request with its outcome begins and ends, and the outcome itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.words.printed import Line, lines, printed, span_of

_OUTCOMES = {"upheld": "upheld", "overturned": "overturned", "uphold": "upheld", "overturn": "overturned"}
_OUTCOME = re.compile(r"(?P<colon>\s*:)\s*(?P<word>[A-Za-z]{4,12})\W*$")
_OUTCOME_ALONE = re.compile(r"(?P<colon>\s*[;.\u2013\u2014-]?)\s(?P<word>Upheld|Overturned)\W*$")
_RULING = printed(
    r"(?P<colon>\s)(?P<word>(?:is|are|was|were)\s*(?P<not>not)?\s*medically\s*necessary(?:\s*and\s*appropriate)?)\W*$"
)
_ENDS_SENTENCE = re.compile(r"[.!?][\"\u201d')\]]*$")
_NUMBER = re.compile(
    r"(?:\(\d{1,2}\)|#?\d{1,2}[.)]|#\d{1,2}\s*[-\u2013:]|(?:Issue|Item|Request)\s*(?:No\.?|#)?\s*\d{1,2}\s*[-\u2013:.)])"
    r"\s+",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(rf"(?:^|[\n\f])[ \t]*(?P<number>{_NUMBER.pattern})$", re.IGNORECASE)
_LATER_PART = printed(
    r"(?:The )?(?:remaining )?IMR eligible portion of|^The original request"
    r"|(?:was|were) authorized by the Claims|leaving the original request"
)
_FIRST_PART = printed(r"(?:was|were) the original request|The Claims Administrator (?:has )?authorized")
LONGEST = 14
"""Lines that a heading has at most."""
LONGEST_NUMBER = 24
"""Characters that a heading's number has at most."""


def heading_before(text: str, area: Span, *, gaps: bool, first: bool) -> Span:
    """The item heading that ends where the area ends; the area begins after the last label before it.

    What parts it from the rationale above is a gap, a page end after a full stop, or (in letters printed without
    `gaps`) a full stop at a line's end. The first item has no rationale above it.
    """
    rows = lines(text, area)
    if not rows:
        return Span(area.end, area.end)
    top = len(rows) - 1
    while top > 0 and len(rows) - top < LONGEST:
        chunk = Span(rows[top].span.start, rows[-1].span.end)
        if _opens(text, rows[top - 1], rows[top], gaps=gaps) and _whole_heading(text, chunk):
            break
        top -= 1
    if first and top > 0 and not _opens(text, rows[top - 1], rows[top], gaps=gaps):
        top = 0
    return _unnumbered(text, Span(rows[top].span.start, rows[-1].span.end))


def number_before(text: str, heading: Span) -> int:
    """Where the number printed before the heading begins; the heading's start where there is none."""
    number = _NUMBER_ALONE.search(text[max(0, heading.start - LONGEST_NUMBER) : heading.start])
    return heading.start - len(number["number"]) if number else heading.start


def outcome(text: str, heading: Span) -> tuple[Span, Span, str] | None:
    """The request, the words that tell its outcome, and the decision they say; None where there are none.

    The outcome follows the last colon, or the request is the subject of a sentence that rules on it.
    """
    for pattern in (_OUTCOME, _OUTCOME_ALONE):
        if (match := pattern.search(text[heading.start : heading.end])) and (value := decision_of(match["word"])):
            request = Span(heading.start, heading.start + match.start("colon"))
            return trimmed(text, request), span_of(match, "word").moved(heading.start), value
    if match := _RULING.search(text, heading.start, heading.end):
        request = Span(heading.start, match.start("colon"))
        return trimmed(text, request), span_of(match, "word"), "upheld" if match["not"] else "overturned"
    return None


def decision_of(word: str) -> str | None:
    """The decision that a printed outcome says, a letter or two wrong allowed."""
    near = process.extractOne(word.casefold(), tuple(_OUTCOMES), scorer=fuzz.ratio, score_cutoff=78)
    return _OUTCOMES[near[0]] if near else None


def item_headings(text: str, area: Span) -> Iterator[Span]:
    """Headings known by their outcome alone, in letters whose labels are lost."""
    for row in lines(text, area):
        if outcome(text, row.span):
            yield _unnumbered(text, row.span)


def _opens(text: str, above: Line, row: Line, *, gaps: bool) -> bool:
    words = above.span.of(text)
    ended = bool(_ENDS_SENTENCE.search(words)) or (words.isupper() and " " in words)
    return row.after_gap or (ended and (row.opens_page or not gaps))


def _whole_heading(text: str, chunk: Span) -> bool:
    """Whether the chunk is more than an outcome, and no later part of a modification without its first."""
    found = outcome(text, chunk)
    request = (found[0] if found else chunk).of(text)
    return bool(request.strip()) and bool(_FIRST_PART.search(request) or not _LATER_PART.search(request))


def _unnumbered(text: str, heading: Span) -> Span:
    number = _NUMBER.match(text, heading.start, heading.end)
    return Span(number.end(), heading.end) if number and number.end() < heading.end else heading
