"""How sure the parser is of a field: the record of its rule, and what else in the letter speaks for or against it.

The figures are data, fitted by `tests/benchmarks/calibrate.py`: log-odds that are added up.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log

from imr_desk import paths
from imr_desk.letter.entry import Entry
from imr_desk.letter.record import Record
from imr_desk.parser.agreement import agreement

UNKNOWN_RULE = 0.5
LEAST, MOST = 0.01, 0.999
"""Nothing is ever certain."""
_FOLDER = "calibration"


@dataclass(frozen=True)
class Calibration:
    """What was fitted: each rule's record, and the weight of what speaks for or against a value.

    `judged` is how often a rule is thought to be right before it was measured, `records` how often it was right of
    how many; the former counts as much as `prior` sightings. `weights` are in log-odds, by name of the evidence.
    """

    judged: Mapping[str, float]
    records: Mapping[str, tuple[int, int]]
    weights: Mapping[str, float]
    prior: float = 4.0

    def of_rule(self, rule: str) -> float:
        """How often the rule is right, 0..1."""
        right, of = self.records.get(rule, (0, 0))
        return (right + self.prior * self.judged.get(rule, UNKNOWN_RULE)) / (of + self.prior)

    def confidence(self, rule: str, evidence: Iterable[str]) -> float:
        """How sure a value of that rule is, given the evidence."""
        base = self.weights["all"] + self.weights["rule"] * log_odds(self.of_rule(rule))
        return likely(base + sum(self.weights[name] for name in evidence))


def weighed(text: str, record: Record, doubts: Iterable[str] = ()) -> Record:
    """The record with each entry's confidence as the whole letter makes it.

    `doubts` names what holds of the letter as a whole: `unknown template`, `recognised` (from a scan).
    """
    evidence = observed(text, record, doubts)
    return Record({path: _weighed(entry, evidence[path]) for path, entry in record.entries.items()})


def observed(text: str, record: Record, doubts: Iterable[str] = ()) -> Mapping[str, frozenset[str]]:
    """The names of the evidence there is on each entry, by path."""
    always = frozenset(doubts)
    told = {path: "agrees" if agrees else "disagrees" for path, agrees in agreement(text, record).items()}
    return {path: always | {told[path]} if path in told else always for path in record}


def log_odds(share: float) -> float:
    """The share as log-odds, kept from certainty."""
    kept = min(max(share, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))


def likely(odds: float) -> float:
    """Log-odds as a share, between `LEAST` and `MOST`."""
    return min(MOST, max(LEAST, 1 / (1 + exp(-odds))))


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The figures that come with the program."""
    folder = paths.resources() / _FOLDER
    judged = tomllib.loads((folder / "rules.toml").read_text("utf-8"))["rules"]
    fitted = json.loads((folder / "fitted.json").read_text("utf-8"))
    records = {rule: (int(right), int(of)) for rule, (right, of) in fitted["records"].items()}
    return Calibration(judged, records, fitted["weights"])


def _weighed(entry: Entry, evidence: Iterable[str]) -> Entry:
    if not entry.outcome.rule:
        return entry
    sure = load_calibration().confidence(entry.outcome.rule, evidence)
    return replace(entry, outcome=replace(entry.outcome, confidence=sure))
