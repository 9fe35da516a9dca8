"""The form's outline: the fields as a tree of groups and lists, read off their paths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from imr_desk.letter.field import FIELDS, FieldSpec

_STEP = re.compile(r"\.?[a-z_]+(\[\])?")


@dataclass(frozen=True, slots=True)
class FieldNode:
    """A field; `tail` is its path below the list entry (or letter) it stands in, empty for an entry itself."""

    spec: FieldSpec
    tail: str


@dataclass(frozen=True, slots=True)
class GroupNode:
    """Fields that belong together under one name, such as `medication`."""

    name: str
    tail: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list; `pattern` is that of its entries (`items[].medication.ingredients[]`), `nodes` what each holds."""

    pattern: str
    tail: str
    nodes: tuple[Node, ...]

    @property
    def plain(self) -> bool:
        """Whether each entry is a single field."""
        return all(isinstance(node, FieldNode) and not node.tail for node in self.nodes)


Node = FieldNode | GroupNode | ListNode


@lru_cache(maxsize=64)
def outline(entry: str = "") -> tuple[Node, ...]:
    """What stands in the letter, or in each entry of a list such as `items[]`, in the form's order."""
    return _below(entry, "", [spec for spec in FIELDS if spec.pattern.startswith(entry)])


def section_node(section: str) -> Node:
    """The node of a section of the form."""
    return next(node for node in outline() if node.tail == section)


def _below(entry: str, at: str, specs: Sequence[FieldSpec]) -> tuple[Node, ...]:
    start = len(entry) + len(at)
    steps = groupby(specs, key=lambda spec: _first_step(spec.pattern[start:]))
    return tuple(_node(entry, at + step, list(group)) for step, group in steps)


def _node(entry: str, tail: str, specs: Sequence[FieldSpec]) -> Node:
    if tail.endswith("[]"):
        return ListNode(entry + tail, tail.removesuffix("[]"), outline(entry + tail))
    if specs[0].pattern == entry + tail:
        return FieldNode(specs[0], tail)
    return GroupNode(tail.rpartition(".")[2], tail, _below(entry, tail, specs))


def _first_step(rest: str) -> str:
    match = _STEP.match(rest)
    return match[0] if match else ""
