"""Templates: what the generations of letters print, as data in `resources/templates/`, one file each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from imr_desk import paths
from imr_desk.parser.words.printed import printed


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark by which a template is known; `own` where its neighbours do not bear it.

    `words` must all stand in a text that shows it, small letters: what a look at the text can rule out at once.
    """

    says: str
    pattern: re.Pattern[str]
    own: bool
    words: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """One generation of letters: its signs, its headings by part and its labels by field, and how it prints items.

    `items`: `labelled` (heading with outcome, then four labels), `sentences` (numbered decisions), `single`.
    """

    name: str
    years: str
    items: str
    signs: tuple[Sign, ...]
    headings: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def load_templates() -> tuple[Template, ...]:
    """All templates that come with the program, by name."""
    return tuple(_template(file) for file in sorted((paths.resources() / "templates").glob("*.toml")))


def wordings(kind: str) -> Mapping[str, str]:
    """What each printed heading (`kind` "headings") or label ("labels") of any template names, keyed by `plain`."""
    return _wordings(kind)


def plain(words: str) -> str:
    """Letters and figures only, in lower case: what headings and labels are compared by."""
    return re.sub(r"[\W_]+", "", words).casefold()


@lru_cache(maxsize=2)
def _wordings(kind: str) -> dict[str, str]:
    tables: list[Mapping[str, tuple[str, ...]]] = [getattr(template, kind) for template in load_templates()]
    return {plain(words): name for table in tables for name, all_words in table.items() for words in all_words}


def _template(file: Path) -> Template:
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    signs = tuple(map(_sign, data["signs"]))
    headings = {part: tuple(words) for part, words in data["headings"].items()}
    labels = {field: tuple(words) for field, words in data["labels"].items()}
    return Template(data["name"], data["years"], data["items"], signs, headings, labels)


def _sign(row: Mapping[str, Any]) -> Sign:
    """Signs are told by capitals too; one without alternatives cannot stand where one of its long words is missing."""
    pattern = row["pattern"]
    words = () if "|" in pattern else tuple(re.findall(r"[a-z]{4,}(?!\?)", pattern.casefold()))
    as_printed = re.compile(printed(pattern).pattern, re.DOTALL)
    return Sign(row["says"], as_printed, row.get("own", False), words)
