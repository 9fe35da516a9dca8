"""The parts of a letter: where each stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.letter.reading import Part
from imr_desk.letter.span import Span, covering


@dataclass(frozen=True, slots=True)
class ItemOutline:
    """One disputed item: its heading with the outcome, and the words after each of its labels."""

    heading: Span
    claims_guideline: Span | None
    maximus_guideline: Span | None
    rationale: Span | None

    @property
    def span(self) -> Span:
        """The whole item."""
        return covering(self.heading, *(part for part in self._after_labels if part))

    @property
    def _after_labels(self) -> tuple[Span | None, ...]:
        return self.claims_guideline, self.maximus_guideline, self.rationale


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts that were found; `opening` is all that stands before the first heading."""

    opening: Span
    reviewer: Span | None
    summary: Span | None
    documents: Span | None
    items: tuple[ItemOutline, ...]

    def parts(self) -> Iterator[Part]:
        """The letter's map, in the order of the form."""
        named = (("header", self.opening), ("reviewer", self.reviewer), ("summary", self.summary))
        yield from (Part(name, span) for name, span in (*named, ("documents", self.documents)) if span)
        for place, item in enumerate(self.items):
            yield from _item_parts(f"items[{place}]", item)


def _item_parts(name: str, item: ItemOutline) -> Iterator[Part]:
    guidelines = [span for span in (item.claims_guideline, item.maximus_guideline) if span]
    yield Part(name, item.span)
    yield Part(f"{name}.decision", item.heading)
    if guidelines:
        yield Part(f"{name}.guidelines", covering(*guidelines))
    if item.rationale:
        yield Part(f"{name}.rationale", item.rationale)
