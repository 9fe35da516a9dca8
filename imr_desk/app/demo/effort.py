"""What work costs hands and head, by the keystroke-level model of Card, Moran and Newell."""

from __future__ import annotations

from dataclasses import dataclass, fields

A_STROKE = 0.2
A_CLICK = 0.2
A_POINT = 0.4
A_THOUGHT = 1.35


@dataclass(frozen=True, slots=True)
class Effort:
    """So many of each thing that hands and head do.

    `keys` are key presses as one speaks of them: Ctrl+Enter is one. `strokes` are the keys that go down: of Ctrl+Enter
    two, of a capital two, of Ctrl and a click one. A drag is two moves of the mouse and one click; `notches` of the
    wheel cost a stroke each. `thoughts` are the model's mental steps: who counts them says where they fall. The
    hand's way between keys and mouse is not counted.
    """

    keys: int = 0
    strokes: int = 0
    points: int = 0
    clicks: int = 0
    notches: int = 0
    thoughts: int = 0

    @property
    def seconds(self) -> float:
        """How long a practised person takes."""
        by_hand = A_STROKE * (self.strokes + self.notches) + A_CLICK * self.clicks + A_POINT * self.points
        return by_hand + A_THOUGHT * self.thoughts

    def __add__(self, other: Effort) -> Effort:
        return Effort(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def __sub__(self, other: Effort) -> Effort:
        return Effort(*(getattr(self, one.name) - getattr(other, one.name) for one in fields(self)))


def pressing(combination: str) -> Effort:
    """One key press, as a menu spells it: `Enter`, `Ctrl+Shift+Z`, `Ctrl++`."""
    held = combination[:-1].count("+") if len(combination) > 1 else 0
    return Effort(keys=1, strokes=1 + held)


def typing(words: str) -> Effort:
    """Words typed: a capital or a sign above a digit needs Shift."""
    shifted = sum(one.isupper() or one in '~!@#$%^&*()_+{}|:"<>?' for one in words)
    return Effort(keys=len(words), strokes=len(words) + shifted)


def holding(modifiers: str) -> Effort:
    """Modifiers held while the mouse acts."""
    return Effort(strokes=len([one for one in modifiers.split("+") if one]))
