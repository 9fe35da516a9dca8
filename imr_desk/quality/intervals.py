"""Intervals for shares counted in small samples."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `of`, with the 95 % Wilson interval; an empty sample says nothing: 0..1."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share itself; 1 where nothing was asked."""
        return self.right / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval (E. B. Wilson, 1927, J. Am. Stat. Assoc. 22, 209-212)."""
        return wilson(self.right, self.of)


def wilson(right: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of `right` successes in `of` trials; 0..1 where there were none."""
    if of == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
