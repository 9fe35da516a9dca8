"""Letters for checks, written down as their fields and the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from imr_desk.checks.check import check
from imr_desk.letter.entry import NOTHING, Entry, Found, Value
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from tests.making import letter_text

SUMMARY = "CLINICAL CASE SUMMARY\n{}\nIMR ISSUES, DECISIONS AND RATIONALES\n"
"""The words around a case summary."""

Fields = Mapping[str, Value | None]
Firing = tuple[str, Fields, str, str]
"""A rule, a letter's fields and text, and words that are in what the rule says of it."""
Quiet = tuple[str, Fields, str]
"""A rule, and a letter's fields and text of which it says nothing."""


def record_of(fields: Fields, text: str = "") -> Record:
    """A record with these values, each placed where its words stand first in the text; None is a field not found."""
    return Record({path: NOTHING if value is None else Entry(_found(value, text)) for path, value in fields.items()})


def _found(value: Value, text: str) -> Found:
    match = re.search(re.escape(str(value)), text)
    return Found(value, Span(*match.span()) if match else None, "test", 1.0)


def findings(rule: str, fields: Fields, text: str = "") -> list[Finding]:
    """What one rule finds in a letter of these fields and this text, pages parted by form feeds."""
    found = check(letter_text(text), record_of(fields, text))
    return [finding for finding in found if finding.rule == rule]
