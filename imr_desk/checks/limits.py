"""Daily maxima, morphine equivalents, schedules and marketed strengths: the tables in `resources/checks/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from imr_desk import paths

SUPPLY_DAYS = 30
"""Letters print no days of supply; a month's is what requests usually mean."""


def limit(table: str, ingredient: str) -> float | None:
    """What the table of that name says of an ingredient, in the table's unit."""
    value = _tables()[table].get(ingredient)
    return float(value) if isinstance(value, int | float) else None


def marketed(ingredients: tuple[str, ...]) -> tuple[str, ...]:
    """The strengths in which tablets of these ingredients are marketed; empty where we do not know."""
    return tuple(_strengths().get("/".join(ingredients), ()))


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, object]]:
    return _read("limits.toml")


@lru_cache(maxsize=1)
def _strengths() -> Mapping[str, list[str]]:
    return cast(Mapping[str, list[str]], _read("strengths.toml")["strengths"])


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "checks" / file).read_text("utf-8"))
