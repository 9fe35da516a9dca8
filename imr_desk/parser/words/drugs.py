"""The drug table: which printed words name a drug, and what is in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from imr_desk import paths
from imr_desk.letter.span import Span

NEAR = 85.0
"""From this likeness on (rapidfuzz ratio, 0..100) a long word is taken for a misspelt drug name."""

_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*")
_SHORTEST_MISSPELT = 6


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug: generic name, ingredients, class by the state's search form, federal schedule ("" for none), forms."""

    name: str
    ingredients: tuple[str, ...]
    drug_class: str
    schedule: str
    forms: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A drug named in the text; `exact` where it is spelt as the table has it."""

    span: Span
    drug: Drug
    exact: bool


@lru_cache(maxsize=1)
def load_drugs() -> tuple[Drug, ...]:
    """The table in `resources/vocabulary/drugs.toml`."""
    data = tomllib.loads((paths.resources() / "vocabulary" / "drugs.toml").read_text("utf-8"))
    return tuple(_drug(row) for row in data["drugs"])


def drug_mentions(text: str, within: Span, *, misspelt: bool = False) -> Iterator[Mention]:
    """The drugs named in a stretch of text, in order, the longest name at each place; misspelt ones only on demand."""
    end, first_words = within.start, _by_first_word()
    for word in _WORD.finditer(text, within.start, within.end):
        known = word[0].casefold() in first_words
        if not (known or misspelt) or word.start() < end:
            continue
        mention = (_at(text, word, within.end) if known else None) or (_misspelt(word) if misspelt else None)
        if mention:
            end = mention.span.end
            yield mention


def drug_named(words: str) -> Drug | None:
    """The drug of that printed name."""
    mention = next(drug_mentions(words, Span(0, len(words)), misspelt=True), None)
    return mention.drug if mention else None


def _at(text: str, word: re.Match[str], end: int) -> Mention | None:
    for pattern, drug in _by_first_word().get(word[0].casefold(), ()):
        if match := pattern.match(text, word.start(), end):
            return Mention(Span(*match.span()), drug, exact=True)
    return None


def _misspelt(word: re.Match[str]) -> Mention | None:
    """A long single word, nearly a drug's and with its first letter, that is no word of the trade."""
    key = word[0].casefold()
    if len(key) < _SHORTEST_MISSPELT or key in _not_drugs():
        return None
    names = _long_names().get(key[0], {})
    near = process.extractOne(key, names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return Mention(Span(*word.span()), names[near[0]], exact=False) if near else None


def _drug(row: Mapping[str, Any]) -> Drug:
    printed = (row["name"], *row.get("brands", ()), *row.get("also", ()))
    ingredients = tuple(row["ingredients"])
    return Drug(row["name"], ingredients, row["class"], row.get("schedule", ""), tuple(row["forms"]), printed)


@lru_cache(maxsize=1)
def _by_first_word() -> Mapping[str, Sequence[tuple[re.Pattern[str], Drug]]]:
    """Patterns by the first word of the name, longest names first."""
    table: dict[str, list[tuple[str, Drug]]] = {}
    for drug in load_drugs():
        for name in drug.printed:
            table.setdefault(_WORD.findall(name)[0].casefold(), []).append((name, drug))
    by_length = {first: sorted(names, key=lambda entry: -len(entry[0])) for first, names in table.items()}
    return {first: [(_pattern(name), drug) for name, drug in names] for first, names in by_length.items()}


def _pattern(name: str) -> re.Pattern[str]:
    """The name with any white space or hyphen between its words, and no letter after it."""
    parts = (re.escape(part) for part in re.split(r"\s*([-/])\s*|\s+", name) if part)
    joined = " ".join(parts)
    loose = re.sub(r" ?(?:\\-|/) ?", r"\\s*[-/]\\s*", joined).replace(" ", r"[\s-]+")
    return re.compile(rf"{loose}(?![A-Za-z])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _long_names() -> Mapping[str, Mapping[str, Drug]]:
    """Names of one long word, by first letter."""
    table: dict[str, dict[str, Drug]] = {}
    for drug in load_drugs():
        for name in drug.printed:
            if name.isalpha() and len(name) >= _SHORTEST_MISSPELT:
                table.setdefault(name[0].casefold(), {})[name.casefold()] = drug
    return table


@lru_cache(maxsize=1)
def _not_drugs() -> frozenset[str]:
    """Words of requests that come near a drug's name but are none."""
    data = tomllib.loads((paths.resources() / "vocabulary" / "drugs.toml").read_text("utf-8"))
    return frozenset(data["not_drugs"])
