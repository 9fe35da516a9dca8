"""The item's heading: the request, its decision, and what utilization review made of it."""

from __future__ import annotations

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.certainty.outcome import Entries, absent, found
from imr_desk.parser.parts.heading import outcome
from imr_desk.parser.words.printed import printed, span_of, worded

PARTS = ("original", "authorized", "disputed")
_WHO = r"(?:by |from )?(?:the )?(?:Claims? Administrator|claims adjuster|Utilization Review(?:er)?|UR\b)"
_DID = r"(?:authorized|approved|certified|allowed|granted)"
_IS = r"(?:\s*,?\s*(?:is|are|was|were))?\s*$"
_TELLS = printed(r"\b(?:original request|IMR(?: |~)?eligible)\b")
_FORMS = {
    "original": (
        printed(r"(?P<words>.+?),? (?:was|were|is) the original request\b"),
        printed(rf"(?<!of\s)\bthe original request(?:,| of| for|:)? (?!IMR\b)(?P<words>.+?){_IS}"),
    ),
    "authorized": (
        printed(rf"the original request\s*[.,;]?\s*(?P<words>.+?),? (?:was|were|has been|have been) {_DID}\b"),
        printed(rf"{_WHO} (?:has |have )?{_DID} (?P<words>.+?)(?:,? leaving\b|\s*[.;]\s+(?=[A-Z])|\s*$)"),
        printed(rf"(?P<words>.+?),? (?:was|were|has been|have been) {_DID}\b"),
    ),
    "disputed": (
        printed(rf"\bportion of (?:the|this) original request,? ?(?:of |for |:)?(?P<words>.+?){_IS}"),
        printed(rf"\bremaining (?:IMR(?: |~)?eligible )?(?:request|portion),? ?(?:of |for |:)?(?P<words>.+?){_IS}"),
    ),
}
"""How each part is worded, the usual wording first; a later one counts only where none before it is printed."""


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
    """The three parts where the heading tells of an original request; without a remainder all of it is in dispute."""
    if not _TELLS.search(text, request.start, request.end):
        return {f"modification.{name}": absent("modification.none") for name in PARTS}
    parts = {name: _part(text, request, name) for name in PARTS}
    if parts["disputed"].value is None:
        parts["disputed"] = parts["original"]
    return {f"modification.{name}": entry for name, entry in parts.items()}


def _part(text: str, request: Span, name: str) -> Entry:
    for number, form in enumerate(_FORMS[name], start=1):
        if match := form.search(text, request.start, request.end):
            words = trimmed(text, span_of(match, "words"))
            return found(worded(text, words), words, f"modification.form {number}")
    return absent("modification.part missing")
