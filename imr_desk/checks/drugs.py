"""Drugs by any of their names, and where a text names them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from imr_desk import paths
from imr_desk.checks.recalled import recalled
from imr_desk.letter.span import Span

_WORD = re.compile(r"[^\W_]+")
NEAR = 80.0
"""From this likeness on (rapidfuzz ratio, 0..100) a name is taken for a misspelling of a known one."""


@dataclass(frozen=True, slots=True)
class Drug:
    """A name that a drug goes by, its ingredients' generic names, the state's class for it and its federal schedule."""

    name: str
    ingredients: tuple[str, ...]
    kind: str = ""
    schedule: str = ""
    brand: bool = False


@lru_cache(maxsize=1)
def drugs() -> Mapping[str, Drug]:
    """All known drugs by name in lower case."""
    data = tomllib.loads((paths.resources() / "vocabulary" / "drugs.toml").read_text("utf-8"))
    return {drug.name.casefold(): drug for row in data["drugs"] for drug in _drugs_of(row)}


def _drugs_of(row: Mapping[str, Any]) -> Iterator[Drug]:
    generic = Drug(row["name"], tuple(row["ingredients"]), row.get("class", ""), row.get("schedule", ""))
    yield generic
    yield from (replace(generic, name=name) for name in row.get("also", ()))
    yield from (replace(generic, name=name, brand=True) for name in row.get("brands", ()))


@recalled
def drug_places(prose: str) -> tuple[tuple[Drug, Span], ...]:
    """The drugs that the text names, in its order, each as often as it is named, and where."""
    return tuple(_places(prose))


def _places(prose: str) -> Iterator[tuple[Drug, Span]]:
    """Looks up each word among the first words of names: forty times faster than one pattern of all names."""
    end = 0
    for match in _WORD.finditer(prose):
        start = match.start()
        for name in _by_first_word().get(match[0].casefold(), ()) if start >= end else ():
            end_of_name = start + len(name)
            if prose[start:end_of_name].casefold() == name and not prose[end_of_name : end_of_name + 1].isalnum():
                end = end_of_name
                yield drugs()[name], Span(start, end)
                break


def drugs_in(prose: str) -> tuple[Drug, ...]:
    """The drugs that the text names, in its order, each as often as it is named."""
    return tuple(drug for drug, _ in drug_places(prose))


@recalled
def known_drug(printed: str) -> Drug | None:
    """The drug of a printed name, which may be spelt wrongly or stand among other words."""
    if named := drugs_in(printed):
        return named[0]
    near = nearest_name(printed)
    return drugs()[near.casefold()] if near else None


def nearest_name(printed: str) -> str:
    """The known name most like the printed one; empty where none is near."""
    match = process.extractOne(printed.casefold(), drugs().keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return drugs()[match[0]].name if match else ""


def same_drug(one: Drug, other: Drug) -> bool:
    """Whether the two share an ingredient."""
    return not set(one.ingredients).isdisjoint(other.ingredients)


def akin(one: Drug, other: Drug) -> bool:
    """Whether the two share an ingredient or are of one class."""
    return one.kind == other.kind or same_drug(one, other)


@lru_cache(maxsize=1)
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    """The names that begin with a word, the longest first."""
    names: dict[str, tuple[str, ...]] = {}
    for name in sorted(drugs(), key=len, reverse=True):
        first = _WORD.match(name)
        if first:
            names[first[0]] = (*names.get(first[0], ()), name)
    return names
