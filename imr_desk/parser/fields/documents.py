"""The records that the reviewer says were reviewed: one entry a line of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.span import Span, covering
from imr_desk.parser.certainty.outcome import Entries, found, listed
from imr_desk.parser.words.printed import Line, lines, printed, worded

_BULLET = re.compile(r"(?:[\u2022\u25cf\u25aa\uf0b7*\u00b7o-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_LEAD_IN = printed(r"(?:The following|These|Documents?|Records?)\b.*:$|.*\b(?:were|was) (?:reviewed|received)\b.*[:.]$")
_ITEMS_BEGIN = printed(r"\(?1[.)]\s*(?:Regarding|MAXIMUS|.{3,400}?medically necessary)")


def read_documents(text: str, area: Span | None) -> Entries:
    """The documents as a list; lines that begin small go on with the document above them."""
    if area is None:
        return {}
    found_lines: list[Span] = []
    for line in _entries(text, area):
        bullet = _BULLET.match(line.span.of(text))
        span = Span(line.span.start + (bullet.end() if bullet else 0), line.span.end)
        if found_lines and not bullet and _goes_on(text, span):
            found_lines[-1] = covering(found_lines[-1], span)
        else:
            found_lines.append(span)
    return listed(found(worded(text, span), span, "documents.line") for span in found_lines)


def _entries(text: str, area: Span) -> Iterator[Line]:
    for line in lines(text, area):
        words = line.span.of(text)
        if _ITEMS_BEGIN.match(words):
            return
        if not _LEAD_IN.match(words):
            yield line


def _goes_on(text: str, span: Span) -> bool:
    return text[span.start : span.start + 1].islower() or text[span.start : span.start + 1].isdigit()
