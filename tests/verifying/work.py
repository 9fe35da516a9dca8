"""The work on one letter: what was wrong, what it took, and what is wrong still."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.effort import Effort
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.reading import Reading
from imr_desk.letter.record import Record
from imr_desk.quality.accuracy import compare
from imr_desk.quality.evaluation import judged_by_labels
from tests.verifying.keying import keyed_from_scratch
from tests.verifying.labels import Label
from tests.verifying.verifier import Care, Verifier

FOR_A_RIGHT_LETTER = 12
FOR_A_WRONG_FIELD = 4
"""Keys that a letter may take at most."""


@dataclass(frozen=True, slots=True)
class Work:
    """One letter's: its name, the fields that its reading had wrong, hands and head, and keying it from scratch."""

    letter: str
    wrong: int
    effort: Effort
    keying: Effort

    @property
    def allowed(self) -> int:
        """Keys that it may have taken."""
        return FOR_A_RIGHT_LETTER + FOR_A_WRONG_FIELD * self.wrong


def work_through(clerk: Clerk, truths: dict[str, Record], care: Care) -> Iterator[Work]:
    """Verify the letter on the desk and the ones that follow, by their files' names, until none is left."""
    left: list[bool] = []
    clerk.desk.window.flow.nothing_left.connect(lambda: left.append(True))
    while not left:
        here = clerk.letter_id
        yield _worked_on(clerk, truths, care)
        wait_for("what comes next", lambda here=here: bool(left) or clerk.letter_id != here)
    clerk.wait_until_saved()


def wrong_fields(truth: Record, read: Record) -> int:
    """How many fields are to be put right; in a list, one that stands in a wrong one's place counts once."""
    misses = compare("", judged_by_labels(truth), judged_by_labels(read)).misses
    lost = Counter(miss.path for miss in misses if miss.read is None)
    extra = Counter(miss.path for miss in misses if miss.read is not None and miss.truth is None)
    other = sum(miss.truth is not None and miss.read is not None for miss in misses)
    return other + sum(max(lost[path], extra[path]) for path in {*lost, *extra})


def _worked_on(clerk: Clerk, truths: dict[str, Record], care: Care) -> Work:
    letter = clerk.session.letter
    assert letter is not None
    assert isinstance(letter.outcome, Reading)
    label = Label(truths[letter.file], letter.text)
    wrong = wrong_fields(label.truth, letter.outcome.record)
    before = clerk.hands.effort
    Verifier(clerk, label, care).verify()
    return Work(letter.file, wrong, clerk.hands.effort - before, keyed_from_scratch(label))
