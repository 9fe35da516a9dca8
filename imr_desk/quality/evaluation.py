"""An evaluation of the parser: accuracy, calibration and rules' records over labelled letters, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imr_desk.letter.entry import Found
from imr_desk.letter.record import Record
from imr_desk.quality.accuracy import Accuracy, compare, plain, together
from imr_desk.quality.calibration import Bin, Claim, expected_error, records_of_rules, reliability
from imr_desk.quality.intervals import Share


@dataclass(frozen=True, slots=True)
class Labelled:
    """A letter whose truth is known: its name, the truth, and what the parser read."""

    name: str
    truth: Record
    read: Record


@dataclass(frozen=True, slots=True)
class Moved:
    """A field that an older reading had otherwise: `better` where only the new one is right, None where neither is."""

    letter: str
    path: str
    older: str
    newer: str
    better: bool | None


@dataclass(frozen=True)
class Evaluation:
    """All that is said of the parser over some letters."""

    accuracy: Accuracy
    bins: tuple[Bin, ...]
    rules: dict[str, Share]
    moved: tuple[Moved, ...] = ()

    @property
    def calibration_error(self) -> float:
        """Expected calibration error, 0 (best) to 1."""
        return expected_error(self.bins)


def evaluate(letters: Iterable[Labelled], older: dict[str, Record] | None = None) -> Evaluation:
    """Hold readings against the truth, and, where given, against older readings by letter name."""
    kept = tuple(letters)
    claims = [claim for letter in kept for claim in _claims(letter)]
    moved = tuple(one for letter in kept for one in _moved(letter, (older or {}).get(letter.name)))
    accuracy = together(compare(letter.name, letter.truth, letter.read) for letter in kept)
    return Evaluation(accuracy, reliability(claims), records_of_rules(claims), moved)


def _claims(letter: Labelled) -> Iterable[Claim]:
    for path, entry in letter.read.entries.items():
        if isinstance(entry.outcome, Found) and path in letter.truth:
            right = plain(entry.value) == plain(letter.truth.at(path).value)
            yield Claim(entry.outcome.rule, entry.outcome.confidence, right)


def _moved(letter: Labelled, older: Record | None) -> Iterable[Moved]:
    if older is None:
        return
    for path in {**older.entries, **letter.read.entries}:
        was, now, truth = (plain(record.at(path).value) for record in (older, letter.read, letter.truth))
        if was != now:
            better = None if truth not in (was, now) else now == truth
            yield Moved(letter.name, path, _shown(was), _shown(now), better)


def _shown(value: object) -> str:
    return "-" if value is None else str(value)
