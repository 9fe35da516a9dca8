"""Letters counted by their facts: how many have which outcome, by the values of a dimension or by groups of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from imr_desk.store.figures.facts import Dimension
from imr_desk.store.file import tables

Groups = Mapping[str, str]
"""The group that a value is counted in; values without one are left out."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One outcome of a value, or of a group of values: in how many letters, how many times in all."""

    value: str
    outcome: str
    letters: int
    times: int


def tallies(db: Database, dimension: Dimension, verified: bool, groups: Groups | None = None) -> Iterator[Tally]:
    """Every outcome of every value, or of every group, that some letter has; of verified letters only where asked."""
    scope = "AND verified" if verified else ""
    if groups is None:
        found = tables.rows(db, _BY_VALUE.format(scope=scope), dimension)
    else:
        found = tables.rows(db, _BY_GROUP.format(scope=scope), json.dumps([*groups.items()]), dimension)
    return (Tally(row["name"], row["outcome"], row["letters"], row["times"]) for row in found)


_BY_VALUE = """
    SELECT value AS name, outcome, count(*) AS letters, sum(times) AS times FROM facts
    WHERE dimension = ? {scope} GROUP BY value, outcome
    """
_BY_GROUP = """
    WITH groups (member, name) AS (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
    SELECT name, outcome, count(DISTINCT letter_id) AS letters, sum(times) AS times
    FROM groups CROSS JOIN facts ON facts.value = member
    WHERE dimension = ? {scope} GROUP BY name, outcome
    """
