"""Highlights: spans that a person has labelled, and the label sets they are labelled from."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.letter.span import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of highlight: its lasting id, its name on screen, its colour (`#rrggbb`) and its key 1..9, if any."""

    id: str
    name: str
    colour: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The labels a store is annotated with."""

    name: str
    labels: tuple[Label, ...]

    def find(self, id: str) -> Label | None:
        """The label of that id."""
        return next((label for label in self.labels if label.id == id), None)

    def by_key(self, key: str) -> Label | None:
        """The label on that key."""
        return next((label for label in self.labels if label.key == key), None)


@dataclass(frozen=True, slots=True)
class Highlight:
    """One labelled span, over page breaks too; `id` is unique in its letter, `suggested_by` names a parser rule."""

    id: str
    label: str
    span: Span
    memo: str = ""
    suggested_by: str = ""


@dataclass(frozen=True, slots=True)
class HighlightChange:
    """One highlight before and after; None where there was (is) none."""

    title: str
    old: Highlight | None
    new: Highlight | None

    def inverse(self) -> HighlightChange:
        """The change that takes this one back."""
        return HighlightChange(self.title, self.new, self.old)

    def apply(self, highlights: tuple[Highlight, ...]) -> tuple[Highlight, ...]:
        """The highlights after the change, in the order of the text."""
        gone = self.old.id if self.old else None
        kept = [one for one in highlights if one.id != gone]
        return tuple(sorted([*kept, *([self.new] if self.new else [])], key=lambda one: (one.span, one.id)))
