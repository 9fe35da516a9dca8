"""The closed and open lists of values, read from `resources/vocabulary/` as far as checks need them."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from rapidfuzz import fuzz, process

from imr_desk import paths

NEAR = 80.0
"""From this likeness on (rapidfuzz ratio, 0..100) a value is named as the one that may be meant."""


@lru_cache(maxsize=8)
def values(name: str) -> frozenset[str]:
    """The values of the list of that name."""
    files = sorted((paths.resources() / "vocabulary").glob("*.toml"))
    rows = (tomllib.loads(file.read_text("utf-8")).get("lists", {}).get(name, ()) for file in files)
    return frozenset(row[0] for found in rows for row in found)


def nearest(name: str, word: str) -> str:
    """The list's value most like the word; empty where none is near."""
    match = process.extractOne(word, sorted(values(name)), scorer=fuzz.ratio, score_cutoff=NEAR)
    return match[0] if match else ""
