"""Outcomes of extraction: a value or an absence, by rule; how often a rule is right, is data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Value
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.calibration import confidence_of

NONE: frozenset[str] = frozenset()
"""No evidence yet: what the letter tells beside the rule is weighed when all of it is read."""

Entries = dict[str, Entry]
"""Entries by path relative to the section that an extractor reads."""


def found(value: Value, span: Span | None, rule: str, origin: Origin = Origin.CAPTURED) -> Entry:
    """A value that the rule found."""
    return Entry(Found(value, span, rule, confidence_of(rule, NONE), origin))


def absent(rule: str, why: Absence = Absence.NOT_FOUND, span: Span | None = None) -> Entry:
    """No value; the rule says how sure that is."""
    return Entry(Absent(why, span, rule, confidence_of(rule, NONE)))


def computed(value: Value, rule: str) -> Entry:
    """A value that follows from others."""
    return found(value, None, rule, Origin.COMPUTED)


def under(base: str, entries: Mapping[str, Entry]) -> Entries:
    """The entries with their paths below `base`."""
    return {f"{base}.{path}" if path[:1] not in ("", "[") else base + path: entry for path, entry in entries.items()}


def listed(entries: Iterable[Entry]) -> Entries:
    """Entries as a list: `[0]`, `[1]`, ..."""
    return {f"[{place}]": entry for place, entry in enumerate(entries)}
