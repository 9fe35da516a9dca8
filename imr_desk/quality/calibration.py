"""Whether the parser's confidence keeps its word: of the values given 0.9, nine in ten are right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imr_desk.quality.intervals import Share


@dataclass(frozen=True, slots=True)
class Claim:
    """One value: the confidence that it was given, by which rule, and whether it was right."""

    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence: the mean of what was claimed, and the share that was right."""

    claimed: float
    share: Share


EDGES = (0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995)
"""Where one bin ends and the next begins: narrower towards certainty, where most claims are."""


def reliability(claims: Iterable[Claim], edges: Sequence[float] = EDGES) -> tuple[Bin, ...]:
    """Claims by confidence, empty bins left out."""
    by_bin: dict[int, list[Claim]] = {}
    for claim in claims:
        by_bin.setdefault(bisect_right(edges, claim.confidence), []).append(claim)
    return tuple(_bin(by_bin[number]) for number in sorted(by_bin))


def expected_error(bins: Iterable[Bin]) -> float:
    """Expected calibration error: the mean distance of claimed from right, each bin by its size (0 is best)."""
    all_bins = tuple(bins)
    total = sum(one.share.of for one in all_bins)
    return sum(abs(one.claimed - one.share.value) * one.share.of for one in all_bins) / total if total else 0.0


def records_of_rules(claims: Iterable[Claim]) -> dict[str, Share]:
    """Each rule's record: how many of its values were right."""
    counts: dict[str, list[int]] = {}
    for claim in claims:
        row = counts.setdefault(claim.rule, [0, 0])
        row[0] += claim.right
        row[1] += 1
    return {rule: Share(right, of) for rule, (right, of) in sorted(counts.items())}


def _bin(claims: list[Claim]) -> Bin:
    claimed = sum(claim.confidence for claim in claims) / len(claims)
    return Bin(claimed, Share(sum(claim.right for claim in claims), len(claims)))
