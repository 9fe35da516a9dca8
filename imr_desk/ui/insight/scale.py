"""Round numbers for the lines behind bars."""

from __future__ import annotations

from math import ceil, floor, log10

_STEPS = (1.0, 2.0, 5.0, 10.0)
_WANTED = 4
_BELOW_ONE = (0.98, 0.96, 0.92, 0.8, 0.6, 0.2, 0.0)


def rounded_steps(most: float) -> tuple[float, ...]:
    """0 and up to five round numbers, the last of them no less than `most`; whole numbers only.

    >>> rounded_steps(37)
    (0.0, 10.0, 20.0, 30.0, 40.0)
    """
    if most <= 0:
        return (0.0, 1.0)
    rough = most / _WANTED
    size = 10.0 ** floor(log10(rough))
    step = max(1.0, next(size * one for one in _STEPS if size * one >= rough))
    return tuple(step * number for number in range(ceil(most / step) + 1))


def steps_below_one(low: float) -> tuple[float, ...]:
    """Shares from a round one at or below `low` up to 1, where what matters is how little is missing.

    >>> steps_below_one(0.83)
    (0.8, 0.85, 0.9, 0.95, 1.0)
    """
    first = next(one for one in _BELOW_ONE if one <= low)
    return tuple(round(first + (1 - first) * part / _WANTED, 4) for part in range(_WANTED + 1))
