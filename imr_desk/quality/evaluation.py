"""An evaluation of the parser: accuracy, calibration and rules' records over labelled letters, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imr_desk.letter import path as paths
from imr_desk.letter.attention import needs_attention
from imr_desk.letter.entry import Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.quality.accuracy import Accuracy, compare, plain, together
from imr_desk.quality.calibration import Bin, Claim, expected_error, records_of_rules, reliability
from imr_desk.quality.intervals import Share
from imr_desk.quality.places import places_right

UNLABELLED = frozenset({"items[].rationale", "documents[]", "ur_events[].text"})
"""What labels made elsewhere do not tell, or do not tell where it ends."""


VERDICTS = {True: "better", False: "worse", None: "other"}
"""What is said of a field that another reading had otherwise."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A letter whose truth is known: its name, the truth, what the parser read, and its text where places count."""

    name: str
    truth: Record
    read: Record
    text: LetterText | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """What the parser's doubts cost and save: fields to look at, values wrong, and the wrong that nobody looks at."""

    letters: int
    looks: int
    wrong: int
    unseen: int

    @property
    def a_letter(self) -> float:
        """Fields to look at in a letter, on average."""
        return self.looks / self.letters if self.letters else 0.0


@dataclass(frozen=True, slots=True)
class Moved:
    """A field that an older reading had otherwise: `better` where only the new one is right, None where neither is."""

    letter: str
    path: str
    older: str
    newer: str
    better: bool | None

    @property
    def verdict(self) -> str:
        """The same in a word."""
        return VERDICTS[self.better]


@dataclass(frozen=True)
class Evaluation:
    """All that is said of the parser over some letters."""

    accuracy: Accuracy
    bins: tuple[Bin, ...]
    rules: dict[str, Share]
    places: Share
    looks: Looks
    moved: tuple[Moved, ...] = ()

    @property
    def calibration_error(self) -> float:
        """Expected calibration error, 0 (best) to 1."""
        return expected_error(self.bins)

    @property
    def worse_first(self) -> tuple[Moved, ...]:
        """What has moved, beginning with what became worse."""
        return tuple(sorted(self.moved, key=lambda one: (one.better is not False, one.letter, one.path)))


def evaluate(letters: Iterable[Labelled], older: dict[str, Record] | None = None) -> Evaluation:
    """Hold readings against the truth, and, where given, against older readings by letter name."""
    kept = tuple(letters)
    found = [claim for letter in kept for path, claim in claims(letter) if letter.read.at(path).value is not None]
    moved = tuple(one for letter in kept for one in _moved(letter, (older or {}).get(letter.name)))
    accuracy = together(compare(letter.name, letter.truth, letter.read) for letter in kept)
    return Evaluation(accuracy, reliability(found), records_of_rules(found), _places(kept), _looks(kept), moved)


def _places(letters: Iterable[Labelled]) -> Share:
    shares = [places_right(letter.read, letter.text) for letter in letters if letter.text is not None]
    return Share(sum(share.right for share in shares), sum(share.of for share in shares))


def _looks(letters: Sequence[Labelled]) -> Looks:
    judged = [
        (needs_attention(path, letter.read.at(path)), claim.right)
        for letter in letters
        for path, claim in claims(letter)
    ]
    looks, wrong = sum(look for look, _ in judged), sum(not right for _, right in judged)
    return Looks(len(letters), looks, wrong, sum(not (look or right) for look, right in judged))


def claims(letter: Labelled) -> Iterator[tuple[str, Claim]]:
    """What the parser said of each field, absences too, and whether it was right; entries of lists in any order."""
    left: dict[str, Counter[Value | None]] = {}
    for path in letter.truth:
        left.setdefault(_place_of(path), Counter())[plain(letter.truth.at(path).value)] += 1
    for path, entry in letter.read.entries.items():
        if entry.outcome.rule:
            here = left.get(_place_of(path), Counter[Value | None]())
            value = plain(entry.value)
            right = here[value] > 0 or (value is None and not here)
            here[value] -= right
            yield path, Claim(entry.outcome.rule, entry.outcome.confidence, right)


def judged_by_labels(record: Record) -> Record:
    """The fields of a record that labels made elsewhere tell of."""
    return Record({path: one for path, one in record.entries.items() if paths.pattern(path) not in UNLABELLED})


def _place_of(path: str) -> str:
    """Where the value may stand: anywhere in its list where the field is an entry of one, else only there."""
    return path.rpartition("[")[0] if spec_of(path).repeated else path


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
