"""The closed and open lists that values come from, kept as data in `resources/vocabulary/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from imr_desk import paths

NEAR = 86.0
"""From this likeness on (rapidfuzz ratio, 0..100) a word is taken for a misspelling of a known one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a list: as the record holds it, as a person reads it, and other ways it is printed."""

    value: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All lists by name."""

    lists: Mapping[str, tuple[Choice, ...]]

    def choices(self, name: str) -> tuple[Choice, ...]:
        """The list's values in its own order; empty where there is no such list."""
        return self.lists.get(name, ())

    def exact(self, name: str, word: str) -> str | None:
        """The value printed as `word`, letter case and blanks aside."""
        return self._printed.get(name, {}).get(_key(word))

    def nearest(self, name: str, word: str) -> str | None:
        """The value printed as `word` or nearly so, or None where nothing is near."""
        known = self._printed.get(name, {})
        if (key := _key(word)) in known:
            return known[key]
        match = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR) if key else None
        return known[match[0]] if match else None

    def label(self, name: str, value: str) -> str:
        """The value as a person reads it; the value itself where the list does not have it."""
        return next((choice.label for choice in self.choices(name) if choice.value == value), value)

    @cached_property
    def _printed(self) -> dict[str, dict[str, str]]:
        return {
            name: {
                _key(word): choice.value for choice in choices for word in (*choice.aliases, choice.label, choice.value)
            }
            for name, choices in self.lists.items()
        }


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The lists that come with the program: every file of the vocabulary folder that has lists or drugs."""
    lists: dict[str, tuple[Choice, ...]] = {}
    for file in sorted((paths.resources() / "vocabulary").glob("*.toml")):
        lists |= _lists_in(tomllib.loads(file.read_text("utf-8")))
    return Vocabulary(lists)


def _lists_in(data: Mapping[str, Any]) -> dict[str, tuple[Choice, ...]]:
    lists = {name: tuple(map(_choice, rows)) for name, rows in data.get("lists", {}).items()}
    return lists | (_drug_lists(data["drugs"]) if "drugs" in data else {})


def _drug_lists(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[Choice, ...]]:
    """Every generic and brand name as a drug, and what is in them."""
    generics = [Choice(row["name"], row["name"], tuple(row.get("also", ()))) for row in rows]
    brands = [Choice(brand, brand) for row in rows for brand in row.get("brands", ())]
    ingredients = sorted({name for row in rows for name in row["ingredients"]})
    named = {_key(choice.value): choice for choice in (*brands, *generics)}
    drugs = tuple(named[key] for key in sorted(named))
    return {"drugs": drugs, "ingredients": tuple(Choice(name, name) for name in ingredients)}


def _choice(row: list[str]) -> Choice:
    """A row is value, label, aliases; a lone value is its own label."""
    return Choice(row[0], row[1] if len(row) > 1 else row[0], tuple(row[2:]))


def _key(word: str) -> str:
    return " ".join(word.casefold().split())
