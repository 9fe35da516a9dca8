"""One look at a record for all who ask what the rules find in it: the desk after an edit, the store that keeps it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock

from imr_desk.checks.check import check
from imr_desk.letter.finding import Finding
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.store.letters import Check

KEPT = 8
"""Records whose findings are kept: the store is a few quick steps behind the desk at times."""


@dataclass(eq=False)
class _Look:
    text: str
    record: Record
    turn: Lock = field(default_factory=Lock)
    findings: tuple[Finding, ...] | None = None


class CheckedOnce:
    """Does what `check` does, on any thread; who asks about a record that is being checked waits for that look."""

    def __init__(self, check: Check = check) -> None:
        self._check = check
        self._lock = Lock()
        self._looks: deque[_Look] = deque(maxlen=KEPT)

    def __call__(self, text: LetterText, record: Record) -> tuple[Finding, ...]:
        look = self._look_at(text.text, record)
        with look.turn:
            if look.findings is None:
                look.findings = tuple(self._check(text, record))
            return look.findings

    def _look_at(self, text: str, record: Record) -> _Look:
        """The look that is being had at this record already, or a new one."""
        with self._lock:
            known = next((one for one in self._looks if one.text == text and one.record == record), None)
            look = known or _Look(text, record)
            if known is None:
                self._looks.append(look)
            return look
