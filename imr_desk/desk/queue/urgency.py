"""What a letter's priority is called."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Urgency:
    """A priority, its mark of one character, and its word."""

    priority: int
    mark: str
    word: str


_KNOWN = (
    Urgency(2, "\N{BLACK UP-POINTING TRIANGLE}", "urgent"),
    Urgency(1, "\N{WHITE UP-POINTING TRIANGLE}", "high"),
    Urgency(0, "", "usual"),
    Urgency(-1, "\N{WHITE DOWN-POINTING TRIANGLE}", "low"),
)


def urgencies() -> tuple[Urgency, ...]:
    """All that a person can choose from, the most urgent first, in the person's language."""
    return tuple(Urgency(one.priority, one.mark, _translated(one.word)) for one in _KNOWN)


def urgency(priority: int) -> Urgency:
    """The one that a priority stands for; beyond the known ones, the nearest."""
    return min(urgencies(), key=lambda one: abs(one.priority - priority))


def marked(priority: int) -> str:
    """Mark and word; nothing for the usual priority."""
    return f"{urgency(priority).mark} {urgency(priority).word}" if priority else ""


def _translated(word: str) -> str:
    return QCoreApplication.translate("urgency", word)
