"""The printed shape as a tree, grown from the list of fields: groups of named members, lists, and leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from imr_desk.letter.field import FIELDS


@dataclass(frozen=True, slots=True)
class Leaf:
    """One field, by its pattern."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list whose entries all have one shape."""

    entry: Node


@dataclass(frozen=True, slots=True)
class Group:
    """Named members, in the order of the fields."""

    members: Mapping[str, Node]


Node = Leaf | Many | Group


def grown(patterns: tuple[str, ...], stem: str = "") -> Node:
    """The tree of the fields whose patterns are `stem` and one of these endings."""
    if patterns == ("",):
        return Leaf(stem)
    if patterns[0].startswith("[]"):
        return Many(grown(tuple(ending.removeprefix("[]") for ending in patterns), f"{stem}[]"))
    return Group(_members(tuple(ending.removeprefix(".") for ending in patterns), stem))


def _members(endings: tuple[str, ...], stem: str) -> Mapping[str, Node]:
    below: dict[str, tuple[str, ...]] = {}
    for ending in endings:
        name = _first_name(ending)
        below[name] = (*below.get(name, ()), ending.removeprefix(name))
    return {name: grown(rest, f"{stem}.{name}".removeprefix(".")) for name, rest in below.items()}


def _first_name(ending: str) -> str:
    return ending.partition(".")[0].partition("[")[0]


LETTER = grown(tuple(f".{spec.pattern}" for spec in FIELDS))
"""The whole letter."""
