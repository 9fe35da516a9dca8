"""Outcomes of extraction: a value or an absence, by rule; how sure a rule is, is data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from imr_desk import paths
from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Value
from imr_desk.letter.span import Span

Entries = dict[str, Entry]
"""Entries by path relative to the section that an extractor reads."""

UNKNOWN_RULE = 0.5


def found(value: Value, span: Span | None, rule: str, origin: Origin = Origin.CAPTURED) -> Entry:
    """A value that the rule found."""
    return Entry(Found(value, span, rule, confidence_of(rule), origin))


def absent(rule: str, why: Absence = Absence.NOT_FOUND, span: Span | None = None) -> Entry:
    """No value; the rule says how sure that is."""
    return Entry(Absent(why, span, rule, confidence_of(rule)))


def computed(value: Value, rule: str) -> Entry:
    """A value that follows from others."""
    return found(value, None, rule, Origin.COMPUTED)


def confidence_of(rule: str) -> float:
    """How often the rule was right on labelled letters, 0..1."""
    return _confidences().get(rule, UNKNOWN_RULE)


def under(base: str, entries: Mapping[str, Entry]) -> Entries:
    """The entries with their paths below `base`."""
    return {f"{base}.{path}" if path[:1] not in ("", "[") else base + path: entry for path, entry in entries.items()}


def listed(entries: Iterable[Entry]) -> Entries:
    """Entries as a list: `[0]`, `[1]`, ..."""
    return {f"[{place}]": entry for place, entry in enumerate(entries)}


def doubted(entries: Mapping[str, Entry], factor: float) -> Entries:
    """The entries with every confidence scaled down."""
    return {path: replace(entry, outcome=_scaled(entry.outcome, factor)) for path, entry in entries.items()}


def _scaled(outcome: Found | Absent, factor: float) -> Found | Absent:
    return replace(outcome, confidence=outcome.confidence * factor)


@lru_cache(maxsize=1)
def _confidences() -> Mapping[str, float]:
    file = paths.resources() / "calibration" / "rules.toml"
    return {rule: float(value) for rule, value in tomllib.loads(file.read_text("utf-8"))["rules"].items()}
