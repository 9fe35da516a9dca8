"""Intervals for shares counted in small samples."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, log1p, sqrt
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


def at_most(wrong: int, of: int, level: float = 0.95) -> float:
    """The share of errors that is not exceeded, this surely, where `of` letters drawn at random had `wrong` of them.

    The exact upper bound of C. J. Clopper and E. S. Pearson (1934, Biometrika 26, 404-413); without an error about
    3 / `of` (J. A. Hanley and A. Lippman-Hand, 1983, J. Am. Med. Assoc. 249, 1743-1745).
    """
    low, high = wrong / of if of else 1.0, 1.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if _so_few(wrong, of, middle) > 1 - level else (low, middle)
    return high


def _so_few(wrong: int, of: int, share: float) -> float:
    """How likely at most so many errors are where each letter has one with this probability."""
    if share >= 1.0:
        return float(wrong >= of)
    ways = (lgamma(of + 1) - lgamma(one + 1) - lgamma(of - one + 1) for one in range(wrong + 1))
    return sum(
        exp(way + one * log(share) + (of - one) * log1p(-share)) if share else float(one == 0)
        for one, way in enumerate(ways)
    )
