"""How often the parser's rules are right, and what speaks for or against a value: data, in `resources/calibration/`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, log

from imr_desk import paths

UNKNOWN_RULE = 0.5
LEAST, MOST = 0.01, 0.999
"""Nothing is ever certain."""


@dataclass(frozen=True)
class Calibration:
    """What is known of the rules before a letter is read.

    `judged` is how often a rule is thought to be right by those who wrote it, `records` how often it was right of how
    many on labelled letters; the former weighs as much as `prior` sightings. `weights` are log-odds by the name of
    what speaks for or against a value, `ceilings` what it cannot be surer than, whatever else is so.
    """

    judged: Mapping[str, float]
    records: Mapping[str, tuple[int, int]]
    weights: Mapping[str, float]
    ceilings: Mapping[str, float] = field(default_factory=dict)
    prior: float = 4.0

    def record_of(self, rule: str) -> float:
        """How often the rule is right, 0..1."""
        right, of = self.records.get(rule, (0, 0))
        return (right + self.prior * self.judged.get(rule, UNKNOWN_RULE)) / (of + self.prior)

    def confidence(self, rule: str, evidence: Iterable[str]) -> float:
        """How sure a value of that rule is, 0..1, given the names of the evidence on it."""
        names = tuple(evidence)
        odds = log_odds(self.record_of(rule)) + sum(self.weights[name] for name in names)
        ceiling = min((self.ceilings[name] for name in names if name in self.ceilings), default=MOST)
        return min(ceiling, max(LEAST, 1 / (1 + exp(-odds))))


def log_odds(share: float) -> float:
    """The share as log-odds, kept from certainty."""
    kept = min(max(share, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))


@lru_cache(maxsize=4096)
def confidence_of(rule: str, evidence: frozenset[str]) -> float:
    """How sure a value of that rule is, 0..1, given the names of the evidence on it."""
    return load_calibration().confidence(rule, evidence)


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The figures that come with the program."""
    folder = paths.resources() / "calibration"
    judged = tomllib.loads((folder / "rules.toml").read_text("utf-8"))
    fitted = json.loads((folder / "fitted.json").read_text("utf-8"))
    records = {rule: (int(right), int(of)) for rule, (right, of) in fitted["records"].items()}
    return Calibration(judged["rules"], records, fitted["weights"], judged["ceilings"])
