"""Where two letters of one case differ: in the values of fields, and in words that are printed otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import Indel, Opcode

from imr_desk.checks.reissue import aligned, differing
from imr_desk.letter.entry import Entry
from imr_desk.letter.field import is_passage
from imr_desk.letter.reading import Part
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText

TOGETHER = 3
"""Differing words with no more than so many equal ones between them are one difference."""

_Words = tuple[int, int]
"""From a word up to another, by their indexes."""


@dataclass(frozen=True)
class Side:
    """A letter, as far as it is compared."""

    text: LetterText
    parts: tuple[Part, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field whose value is not the same in both letters."""

    path: str
    here: Entry
    there: Entry


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Words printed otherwise; empty where one letter has none. `field` is the passage they stand in, if any."""

    part: str
    field: str
    here: Span
    there: Span


Difference = FieldDifference | TextDifference


@dataclass(frozen=True)
class Comparison:
    """All differences, fields first, and the single words that differ in each letter."""

    differences: tuple[Difference, ...]
    words_here: tuple[Span, ...]
    words_there: tuple[Span, ...]
    meeting: tuple[tuple[int, int], ...]
    """Offsets in both letters from which on they print the same, in order."""

    def places(self, one: Difference) -> tuple[Span, Span]:
        """Where a difference stands in each letter; an empty span where that letter has nothing there."""
        if isinstance(one, TextDifference):
            return one.here, one.there
        here, there = one.here.span, one.there.span
        return here or self._met(there, 1), there or self._met(here, 0)

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int]]:
        return [here for here, _ in self.meeting], [there for _, there in self.meeting]

    def _met(self, other: Span | None, side: int) -> Span:
        """The spot of one letter that corresponds to a place of the other, which is of this side."""
        if other is None or not self.meeting:
            return Span(0, 0)
        at = max(0, bisect_right(self._offsets[side], other.start) - 1)
        spot = self._offsets[1 - side][at]
        return Span(spot, spot)


def compared(here: Side, there: Side) -> Comparison:
    """Two letters, field by field and word by word; the entries of the other's lists are numbered as this one's."""
    there = replace(there, record=aligned(here.record, there.record))
    steps = list(Indel.opcodes(_words(here.text), _words(there.text)))
    fields = [FieldDifference(p, here.record.at(p), there.record.at(p)) for p in differing(here.record, there.record)]
    values = [one for one in fields if not is_passage(one.path)]
    hunks = [(_run(here.text, *own), _run(there.text, *others)) for own, others in _hunks(steps)]
    texts = tuple(_text_difference(here, there, *hunk) for hunk in hunks if not _of_values(values, *hunk))
    told = {one.field for one in texts}
    changed = [step for step in steps if step.tag != "equal"]
    own = (_run(here.text, step.src_start, step.src_end) for step in changed)
    others = (_run(there.text, step.dest_start, step.dest_end) for step in changed)
    return Comparison(
        (*(one for one in fields if one.path not in told), *texts),
        tuple(span for span in own if len(span)),
        tuple(span for span in others if len(span)),
        tuple(_meeting(here.text, there.text, step) for step in steps if step.tag == "equal"),
    )


def _words(text: LetterText) -> list[str]:
    return [word.span.of(text.text) for word in text.words]


def _meeting(here: LetterText, there: LetterText, step: Opcode) -> tuple[int, int]:
    return _start(here, step.src_start), _start(there, step.dest_start)


def _hunks(steps: Sequence[Opcode]) -> Iterator[tuple[_Words, _Words]]:
    """Runs of words that differ, in both letters; little that is equal between them is passed over."""
    run: list[Opcode] = []
    for step in steps:
        if step.tag != "equal":
            run.append(step)
        elif run and step.src_end - step.src_start > TOGETHER:
            yield _around(run)
            run = []
    if run:
        yield _around(run)


def _around(run: Sequence[Opcode]) -> tuple[_Words, _Words]:
    return (run[0].src_start, run[-1].src_end), (run[0].dest_start, run[-1].dest_end)


def _run(text: LetterText, first: int, last: int) -> Span:
    """The span of words `first` up to `last`; where there are none, the spot at which they would stand."""
    if first < last:
        return Span(text.words[first].span.start, text.words[last - 1].span.end)
    spot = _start(text, first)
    return Span(spot, spot)


def _start(text: LetterText, index: int) -> int:
    return text.words[index].span.start if index < len(text.words) else len(text.text)


def _of_values(values: Sequence[FieldDifference], here: Span, there: Span) -> bool:
    """Whether words are those of a value that is listed as a field's difference already."""
    return any(_within(here, one.here.span) and _within(there, one.there.span) for one in values)


def _within(words: Span, value: Span | None) -> bool:
    return not len(words) or (value is not None and value.holds(words))


def _text_difference(here: Side, there: Side, place: Span, other: Span) -> TextDifference:
    part = _part(here, place) or _part(there, other)
    return TextDifference(part, _passage(here, place) or _passage(there, other), place, other)


def _part(side: Side, place: Span) -> str:
    """The innermost part that a place lies in."""
    around = [part for part in side.parts if part.span.holds(place)]
    return min(around, key=lambda part: len(part.span)).name if around else ""


def _passage(side: Side, place: Span) -> str:
    """The field whose passage a place lies in."""
    entries = side.record.entries.items()
    return next((p for p, e in entries if e.span is not None and is_passage(p) and e.span.holds(place)), "")
