"""The header table: case number, dates, priority, each after its label."""

from __future__ import annotations

import re
from collections.abc import Callable

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found
from imr_desk.parser.parts.labels import blocks, labels
from imr_desk.parser.words.dates import DATE, first_date, iso_date
from imr_desk.parser.words.printed import HYPHEN, printed, span_of

FIELDS = (
    "case_number",
    "date_assigned",
    "date_of_injury",
    "decision_date",
    "ur_denial_date",
    "priority",
    "application_received",
)
REACH = 60
"""Characters after a label within which its value begins."""

_CASE_NUMBER = re.compile(rf"\bCM\s?(?P<year>\d{{2}})\s*{HYPHEN}\s*(?P<number>\d{{5,8}})\b", re.IGNORECASE)
_PRIORITY = printed(r"\b(?P<word>Standard|Expedited)\b")
_HISTORY = printed(
    rf"application for Independent Medical Review was filed on (?P<application_received>{DATE.pattern})"
    rf" disputing the Utilization Review Denial dated (?P<ur_denial_date>{DATE.pattern})"
    rf"(?:.{{0,200}}?was provided .{{0,80}}?on (?P<date_assigned>{DATE.pattern}))?"
)
_SPLIT_APPLICATION = printed(r"\bApplication\b.{0,40}?\bReceived\b\s*:?")


def read_header(text: str, opening: Span) -> Entries:
    """The header's fields; a letter without a header table has none of them, and surely so."""
    marks = labels(text, opening, FIELDS)
    none = "header.value missing" if marks else "header.no table"
    entries = {name: absent(none) for name in FIELDS}
    for mark, area in blocks(marks, opening.end):
        if entries[mark.name].value is None:
            rule = "header.label" if mark.exact else "header.label nearly"
            entries[mark.name] = _READERS[mark.name](text, area, rule) or entries[mark.name]
    return _without_label(text, opening, entries)


def _without_label(text: str, opening: Span, entries: Entries) -> Entries:
    """What can be told without its label."""
    if entries["case_number"].value is None:
        entries["case_number"] = _case_number(text, opening, "header.case number alone") or entries["case_number"]
    entries |= {name: entry for name, entry in _history(text).items() if entries[name].value is None}
    split = _SPLIT_APPLICATION.search(text, opening.start, opening.end)
    if entries["application_received"].value is None and split:
        near = Span(split.start(), min(opening.end, split.end() + REACH))
        entries["application_received"] = (
            _date(text, near, "header.label in two cells") or entries["application_received"]
        )
    return entries


def _history(text: str) -> Entries:
    """The dates that a notice tells in a sentence."""
    match = _HISTORY.search(text)
    dates = {name: iso_date(match[name]) for name in _HISTORY.groupindex if match[name]} if match else {}
    return {name: found(iso, span_of(match, name), "header.history") for name, iso in dates.items() if match and iso}


def _case_number(text: str, area: Span, rule: str) -> Entry | None:
    match = _CASE_NUMBER.search(text, area.start, area.end)
    return found(f"CM{match['year']}-{match['number']}", span_of(match), rule) if match else None


def _date(text: str, area: Span, rule: str) -> Entry | None:
    date = first_date(text, Span(area.start, min(area.end, area.start + REACH)))
    return found(date[1], date[0], rule) if date else None


def _priority(text: str, area: Span, rule: str) -> Entry | None:
    match = _PRIORITY.search(text, area.start, min(area.end, area.start + REACH))
    return found(match["word"].lower(), span_of(match), rule) if match else None


_READERS: dict[str, Callable[[str, Span, str], Entry | None]] = {
    **dict.fromkeys(FIELDS, _date),
    "case_number": _case_number,
    "priority": _priority,
}
