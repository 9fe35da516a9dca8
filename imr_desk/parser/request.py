"""The item's heading: the request, its decision, and what utilization review made of it."""

from __future__ import annotations

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.heading import outcome
from imr_desk.parser.outcome import Entries, absent, found
from imr_desk.parser.printed import printed, span_of, worded

_AUTHORIZED = r"(?:was|were|is|are|has been|have been) (?:authorized|approved|certified)"
_REMAINDER = r"(?:The )?(?:remaining )?(?:IMR(?: |~)?eligible )?portion of the original request,?"
_FORMS = (
    printed(
        r"(?P<original>.+?),? (?:was|were) the original request\s*[.,;]?\s*(?P<authorized>.+?),? "
        + _AUTHORIZED
        + r"(?: by the (?:Claims Administrator|claims adjuster|UR\b|Utilization Review(?:er)?))?\s*[.,;]?\s*"
        + _REMAINDER
        + r"\s*:?\s*(?P<disputed>.+?)(?:,? (?:is|are|was|were))?\s*$"
    ),
    printed(
        r"The Claims Administrator (?:has )?(?:authorized|approved|certified) (?P<authorized>.+?),?"
        r" leaving .{0,200}?the original request"
        r".*?IMR(?: |~)?eligible\s*\.?\s*The original request,? (?P<original>.+?)(?:,? (?:is|are|was|were))?\s*$"
    ),
    printed(
        r"(?P<original>.+?),? (?:was|were) the original request\s*[.,;]?\s*(?P<authorized>.+?),? "
        + _AUTHORIZED
        + r"\b.*$"
    ),
)
PARTS = ("original", "authorized", "disputed")


def read_request(text: str, heading: Span) -> Entries:
    """Request, decision and modification of one item."""
    told = outcome(text, heading)
    request = told[0] if told else heading
    entries = {
        "request": found(worded(text, request), request, "request.heading" if told else "request.no outcome")
        if len(request)
        else absent("request.none"),
        "decision": found(
            told[2],
            told[1],
            "decision.outcome" if told[1].of(text).casefold() == told[2] else "decision.outcome nearly",
        )
        if told
        else absent("decision.none"),
    }
    return entries | _modification(text, request)


def disputed_part(entries: Entries, heading: Span) -> Span:
    """What the item is about: the disputed part of a modification, else the request."""
    for path in ("modification.disputed", "request"):
        if (entry := entries.get(path)) and entry.span:
            return entry.span
    return heading


def _modification(text: str, request: Span) -> Entries:
    for number, form in enumerate(_FORMS):
        if match := form.match(text, request.start, request.end):
            spans = {name: trimmed(text, span_of(match, name)) for name in PARTS if match.groupdict().get(name)}
            if number == 1:
                spans["disputed"] = spans["original"]
            rule = f"modification.form {number + 1}"
            parts = {name: found(worded(text, span), span, rule) for name, span in spans.items()}
            return {f"modification.{name}": parts.get(name) or absent("modification.part missing") for name in PARTS}
    return {f"modification.{name}": absent("modification.none") for name in PARTS}
