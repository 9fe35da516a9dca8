"""Drugs in prose with the strength and quantity that follow their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.checks.amount import pieces
from imr_desk.checks.drugs import Drug, drug_places
from imr_desk.checks.strength import Strength, first_strength

REACH = 60
"""So many characters after a drug's name may tell of its strength and quantity."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class DrugMention:
    """A drug as a sentence names it; `quantities` are those of its tablets, patches, ..."""

    drug: Drug
    strength: Strength | None
    quantities: frozenset[int]


def sentences(prose: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE.split(prose)


def drug_mentions(prose: str) -> Iterator[DrugMention]:
    """The drugs that the text names, each with what stands between its name and the next."""
    places = drug_places(prose)
    ends = (*(place.start for _, place in places[1:]), len(prose))
    for (drug, place), end in zip(places, ends, strict=False):
        tail = prose[place.end : min(end, place.end + REACH)]
        yield DrugMention(drug, first_strength(tail), frozenset(pieces(tail)))
