"""Whose work a letter is, and how soon it is to be done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """A letter's place in the work: 0 is the usual priority, greater ones come first; no `assignee` means anybody's."""

    priority: int = 0
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class WorkChange:
    """A letter's place in the work before and after."""

    title: str
    old: Work
    new: Work

    def inverse(self) -> WorkChange:
        """The change that takes this one back."""
        return WorkChange(self.title, self.new, self.old)


USUAL = Work()
"""As every letter comes in."""
