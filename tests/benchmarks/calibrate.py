"""Fits the parser's confidence to labelled letters: `python -m tests.benchmarks.calibrate LETTERS/gold [--write]`,
with the letters of those labels in LETTERS/pdf.

Each rule's record is counted on the labelled letters; the weight of what else speaks for or against a value is fitted
by logistic regression with the rule's record as offset, on them and on letters of our own making (also scanned).
Weights are drawn towards what was judged beforehand, so that few sightings move them little.
Needs the extra `calibration`.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import log_loss
from sklearn.model_selection import GroupKFold

from imr_desk import paths
from imr_desk.exchange.annotation import from_json
from imr_desk.intake.read import read_letter
from imr_desk.letter.attention import SURE
from imr_desk.letter.entry import Found
from imr_desk.letter.field import spec_of
from imr_desk.letter.reading import Reading, TextLayer, Unrecognised
from imr_desk.letter.record import Record
from imr_desk.parser.certainty.calibration import Calibration, load_calibration, log_odds
from imr_desk.parser.certainty.confidence import Evidence, observed
from imr_desk.quality.calibration import Claim, expected_error, reliability
from imr_desk.quality.evaluation import Labelled, claims, judged_by_labels
from imr_desk.samples.bulk import any_scan, any_variation, many
from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.plans.variation import Template

FOLDS = 9
TYPESET, SCANNED = 140, 28
"""Letters of our own making that are fitted to beside the labelled ones."""
JUDGED = {
    Evidence.AGREES: 0.5,
    Evidence.DISAGREES: -1.0,
    Evidence.UNKNOWN_TEMPLATE: -1.5,
    Evidence.RECOGNISED: -1.0,
    Evidence.ODD: -2.0,
    Evidence.RIVALLED: -2.0,
}


@dataclass(frozen=True)
class Sighting:
    """One entry that the parser made, what there is for and against it, and whether it was right."""

    letter: str
    path: str
    claim: Claim
    evidence: frozenset[Evidence]
    looked_at: bool
    """Whether it is among the fields that a person looks at where the parser is not sure."""


def main(argv: Sequence[str]) -> None:
    command = ArgumentParser(description=__doc__)
    command.add_argument("labels", type=Path)
    command.add_argument("--write", action="store_true", help="put the figures into the project")
    arguments = command.parse_args(argv)
    labelled = [one for path in sorted(arguments.labels.glob("*.json")) for one in of_label(path)]
    if not labelled:
        command.error(f"There are no labels in {arguments.labels}.")
    ours = [one for letter in our_letters() for one in of_sample(letter)]
    report("As it stands", labelled, [one.claim.confidence for one in labelled])
    report("Fitted anew, each letter by figures of the others", *held_out(labelled, ours))
    if arguments.write:
        file = paths.resources() / "calibration" / "fitted.json"
        figures = unimproved(fitted(labelled, ours), load_calibration())
        file.write_text(as_text(figures, len({one.letter for one in labelled})), "utf-8")


def of_label(path: Path) -> Iterator[Sighting]:
    """What the parser makes of a labelled letter."""
    reading = read_letter((path.parent.parent / "pdf" / f"{path.stem}.pdf").read_bytes(), path.name)
    truth = from_json(json.loads(path.read_text("utf-8")), reading.text)
    yield from sightings(path.stem, judged_by_labels(truth), reading)


def our_letters() -> Iterator[SampleLetter]:
    """Letters of our own making, typeset and scanned."""
    yield from many(TYPESET, 9_000)
    every = list(Template)
    for seed in range(5_000, 5_000 + SCANNED):
        yield generate(seed, any_variation(seed, every[seed % len(every)])).scanned(any_scan(seed))


def of_sample(letter: SampleLetter) -> Iterator[Sighting]:
    """What the parser makes of a letter of our own making."""
    yield from sightings(f"ours {letter.seed}", judged_by_labels(letter.truth), read_letter(letter.pdf, letter.file))


def sightings(name: str, truth: Record, reading: Reading) -> Iterator[Sighting]:
    """Every entry of the reading held against the truth."""
    evidence = observed(reading.text.text, reading.record, _of_letter(reading))
    read = judged_by_labels(reading.record)
    for path, claim in claims(Labelled(name, truth, read)):
        looked_at = isinstance(read.at(path).outcome, Found) or spec_of(path).core
        yield Sighting(name, path, claim, evidence[path], looked_at)


def fitted(labelled: Sequence[Sighting], ours: Sequence[Sighting]) -> Calibration:
    """Records counted on the labelled letters, weights fitted on all."""
    names = {one.letter: place % FOLDS for place, one in enumerate({one.letter: one for one in labelled}.values())}
    without = [counted(one for one in labelled if names[one.letter] != fold) for fold in range(FOLDS)]
    whole = counted(labelled)
    offsets = [log_odds(without[names[one.letter]].record_of(one.claim.rule)) for one in labelled]
    offsets += [log_odds(whole.record_of(one.claim.rule)) for one in ours]
    weights = _weights([*labelled, *ours], np.array(offsets), len(labelled))
    return Calibration(whole.judged, whole.records, weights, load_calibration().ceilings)


def counted(seen: Iterable[Sighting]) -> Calibration:
    """How often each rule was right."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for one in seen:
        right[one.claim.rule] += one.claim.right
        of[one.claim.rule] += 1
    return Calibration(load_calibration().judged, {rule: (right[rule], of[rule]) for rule in sorted(of)}, {})


def unimproved(new: Calibration, old: Calibration) -> Calibration:
    """The new figures with every wrong value of the old: that a rule was mended on the letters on which it was wrong
    does not show that it reads others better."""
    wrong = {rule: of - right for rule, (right, of) in old.records.items()}
    records = {rule: (min(right, max(0, of - wrong.get(rule, 0))), of) for rule, (right, of) in new.records.items()}
    return replace(new, records=records)


def held_out(labelled: Sequence[Sighting], ours: Sequence[Sighting]) -> tuple[list[Sighting], list[float]]:
    """Every labelled letter's entries, with the confidence that figures of other letters give them."""
    tested: list[Sighting] = []
    sure: list[float] = []
    for train, test in GroupKFold(FOLDS).split(labelled, groups=[one.letter for one in labelled]):
        figures = fitted([labelled[place] for place in train], ours)
        tested += [labelled[place] for place in test]
        sure += [figures.confidence(labelled[place].claim.rule, labelled[place].evidence) for place in test]
    return tested, sure


def report(title: str, seen: Sequence[Sighting], sure: Sequence[float]) -> None:
    """Print how well confidence keeps its word, and what that costs and saves the person."""
    bins = reliability(Claim(one.claim.rule, p, one.claim.right) for one, p in zip(seen, sure, strict=True))
    letters = len({one.letter for one in seen})
    right = [one.claim.right for one in seen]
    print(f"\n{title}: {len(seen)} fields of {letters} letters, {right.count(False)} wrong")
    print(f"  expected calibration error {expected_error(bins):.4f}, log loss {log_loss(right, sure):.4f}")
    for one in bins:
        print(f"  claimed {one.claimed:.4f}  right {one.share.right}/{one.share.of} = {one.share.value:.4f}")
    for limit in (0.9, SURE, 0.97, 0.98, 0.99):
        looks = [one.looked_at and p < limit for one, p in zip(seen, sure, strict=True)]
        unseen = sum(not look and not one.claim.right for look, one in zip(looks, seen, strict=True))
        print(f"  looking below {limit}: {sum(looks) / letters:.2f} fields a letter; wrong and unseen: {unseen}")


def as_text(calibration: Calibration, letters: int) -> str:
    """The figures as JSON, one rule a line."""
    records = ",\n".join(f'  "{rule}": {list(record)}' for rule, record in calibration.records.items())
    weights = ",\n".join(f'  "{name}": {weight:.2f}' for name, weight in calibration.weights.items())
    return f'{{\n "letters": {letters},\n "weights": {{\n{weights}\n }},\n "records": {{\n{records}\n }}\n}}\n'


def _of_letter(reading: Reading) -> Iterator[Evidence]:
    if isinstance(reading.detection, Unrecognised):
        yield Evidence.UNKNOWN_TEMPLATE
    if reading.source.text_layer is TextLayer.OCR:
        yield Evidence.RECOGNISED


def _weights(seen: Sequence[Sighting], offsets: np.ndarray, labelled: int) -> Mapping[str, float]:
    """The weights, most likely given the sightings and what was judged; letters of our own are easier by a constant."""
    names = tuple(Evidence)
    ours = np.arange(len(seen)) >= labelled
    columns = np.array([[name in one.evidence for name in names] for one in seen], dtype=float)
    table = np.column_stack([columns, ours])
    right = np.where([one.claim.right for one in seen], 1.0, -1.0)
    judged = np.array([*(JUDGED[name] for name in names), 0.0])

    def unlikeliness(weights: np.ndarray) -> float:
        odds = offsets + table @ weights
        return float(np.logaddexp(0, -right * odds).sum() + ((weights - judged) ** 2).sum() / 2)

    found = minimize(unlikeliness, judged, method="L-BFGS-B").x
    return {name.value: round(float(weight), 2) for name, weight in zip(names, found, strict=False)}


if __name__ == "__main__":
    main(sys.argv[1:])
