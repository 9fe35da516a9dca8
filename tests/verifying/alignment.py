"""From a list as the form shows it to the list as it should be: which entries stay, change, go and come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from imr_desk.quality.accuracy import plain

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places in the shown list and in the right one: `pairs` belong together, others are to go, or to come."""

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    missing: tuple[int, ...]


def in_any_order(shown: Sequence[str], right: Sequence[str]) -> Alignment:
    """Of a list whose order does not matter: like with like, then what is left with what is left."""
    left = {place: plain(words) for place, words in enumerate(shown)}
    pairs: list[tuple[int, int]] = []
    missing: list[int] = []
    for place, words in enumerate(right):
        like = next((at for at, other in left.items() if other == plain(words)), None)
        if like is None:
            missing.append(place)
        else:
            del left[like]
            pairs.append((like, place))
    replaced = list(zip(left, missing, strict=False))
    return Alignment((*pairs, *replaced), tuple(left)[len(replaced) :], tuple(missing[len(replaced) :]))


def in_order(shown: Sequence[Key], right: Sequence[Key]) -> Alignment:
    """Of a list of records, whose order counts."""
    pairs: list[tuple[int, int]] = []
    gone: list[int] = []
    missing: list[int] = []
    matcher = SequenceMatcher(None, [_plain(one) for one in shown], [_plain(one) for one in right], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        here, there = range(start, end), range(first, last)
        pairs += zip(here, there, strict=False)
        gone += here[len(there) :]
        missing += there[len(here) :]
    return Alignment(tuple(pairs), tuple(gone), tuple(missing))


def _plain(key: Key) -> tuple[object, ...]:
    return tuple(plain(words) for words in key)
