"""The state's category of a request, by the words that name the service."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from imr_desk import paths
from imr_desk.letter.span import Span
from imr_desk.parser.words.printed import printed


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that tell a category; `first` where they win wherever they stand."""

    category: str
    sub_category: str
    first: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A category, its sub-category, and the words that told it; `alone` where no others tell of another category."""

    category: str
    sub_category: str
    span: Span
    first: bool
    alone: bool = True


def category_in(text: str, within: Span) -> Told | None:
    """The category that the words name, or None."""
    told = [
        Told(r.category, r.sub_category, Span(*m.span()), r.first)
        for r in _rules()
        if (m := r.pattern.search(text, within.start, within.end))
    ]
    best = min(told, key=lambda one: (not one.first, one.span.start, -len(one.span)), default=None)
    if best is None or best.first:
        return best
    return replace(best, alone=all(one.category == best.category for one in told))


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    data = tomllib.loads((paths.resources() / "vocabulary" / "categories.toml").read_text("utf-8"))
    return tuple(_rule(row) for row in data["rules"])


def _rule(row: dict[str, Any]) -> Rule:
    words = "|".join(row["words"])
    return Rule(row["category"], row["sub_category"], row.get("first", False), printed(rf"(?<![A-Za-z])(?:{words})"))
