"""What is marked on the pages: fields, highlights, hits and the selection as coloured boxes, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from imr_desk.letter.field import is_passage
from imr_desk.letter.geometry import Rect
from imr_desk.letter.highlight import Highlight, LabelSet
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText

_NO_LABEL = "#7D8896"
_JOINED = 0.4
"""Of a line's height: lines with less white between them are marked as one block."""


class Ink(Enum):
    """The kinds of marks, in the order they are painted."""

    REPEATED = auto()
    """Words that most letters of the kind print too: paled."""
    PASSAGE = auto()
    """A field that is a whole passage: a rationale, a guideline."""
    FIELD = auto()
    HIGHLIGHT = auto()
    SUGGESTION = auto()
    """A highlight that the parser suggests and nobody has accepted."""
    HIT = auto()
    HIT_SHOWN = auto()
    """The hit that the person has come to."""
    SELECTED = auto()
    FOCUSED = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One span's boxes on one page, in points.

    A highlight has its label's colour, a lane for its underline among those it overlaps, and a lane in the margin
    among the labels of the letter.
    """

    ink: Ink
    boxes: tuple[Rect, ...] = ()
    colour: str = ""
    lane: int = 0
    margin_lane: int = 0


Marks = Mapping[int, tuple[Mark, ...]]
"""By page, from 1."""


def marks_of(text: LetterText, spans: Iterable[Span], ink: Ink) -> Marks:
    """Spans marked in one ink."""
    return _by_page(mark for span in spans for mark in _marks(text, span, ink))


def field_marks(text: LetterText, record: Record, focused: str | None) -> Marks:
    """Every field's printed words, the focused field's left out."""
    return _by_page(
        mark
        for path, entry in record.entries.items()
        if entry.span is not None and path != focused
        for mark in _marks(text, entry.span, _ink_of(path))
    )


def highlight_marks(
    text: LetterText, highlights: Sequence[Highlight], suggestions: Sequence[Highlight], labels: LabelSet
) -> Marks:
    """Highlights and what the parser suggests, in their labels' colours; one whose label is gone is grey."""
    both = [*highlights, *suggestions]
    in_margin = {label: place for place, label in enumerate(dict.fromkeys(one.label for one in highlights))}
    marks = (
        Mark(
            Ink.HIGHLIGHT if place < len(highlights) else Ink.SUGGESTION,
            colour=_colour(one, labels),
            lane=lane,
            margin_lane=in_margin.get(one.label, 0),
        )
        for place, (one, lane) in enumerate(zip(both, lanes([one.span for one in both]), strict=True))
    )
    return _by_page(
        (page, replace(mark, boxes=boxes))
        for one, mark in zip(both, marks, strict=True)
        for page, boxes in _boxes(text, one.span)
    )


def stacked(layers: Iterable[Marks]) -> Marks:
    """Several layers as one, each page's marks in the order they are painted."""
    whole: dict[int, list[Mark]] = {}
    for layer in layers:
        for page, marks in layer.items():
            whole.setdefault(page, []).extend(marks)
    return {page: tuple(sorted(marks, key=lambda mark: mark.ink.value)) for page, marks in whole.items()}


def lanes(spans: Sequence[Span]) -> tuple[int, ...]:
    """For each span the lowest lane, from 0, that none of those overlapping it runs in."""
    taken: dict[int, int] = {}
    for one in sorted(range(len(spans)), key=lambda one: (spans[one].start, -spans[one].end)):
        beside = {lane for other, lane in taken.items() if spans[other].overlaps(spans[one])}
        taken[one] = next(lane for lane in range(len(beside) + 1) if lane not in beside)
    return tuple(taken[one] for one in range(len(spans)))


def fields_at(record: Record, offset: int) -> tuple[str, ...]:
    """The fields whose words hold a character, the shortest first."""
    spans = {path: entry.span for path, entry in record.entries.items() if entry.span is not None}
    return tuple(
        sorted((p for p, span in spans.items() if span.start <= offset < span.end), key=lambda p: len(spans[p]))
    )


def highlights_at(highlights: Sequence[Highlight], offset: int) -> tuple[Highlight, ...]:
    """The highlights that hold a character or end at it, the shortest first."""
    return tuple(
        sorted((one for one in highlights if one.span.start <= offset <= one.span.end), key=lambda one: len(one.span))
    )


def _colour(highlight: Highlight, labels: LabelSet) -> str:
    label = labels.find(highlight.label)
    return label.colour if label else _NO_LABEL


def _ink_of(path: str) -> Ink:
    return Ink.PASSAGE if is_passage(path) else Ink.FIELD


def _marks(text: LetterText, span: Span, ink: Ink) -> Iterator[tuple[int, Mark]]:
    return ((page, Mark(ink, boxes)) for page, boxes in _boxes(text, span))


def _boxes(text: LetterText, span: Span) -> Iterator[tuple[int, tuple[Rect, ...]]]:
    """The boxes of a span's lines, page by page."""
    boxes: dict[int, list[Rect]] = {}
    for place in text.places(span):
        boxes.setdefault(place.page, []).append(place.rect)
    return ((page, _joined(on_page)) for page, on_page in boxes.items())


def _joined(lines: Sequence[Rect]) -> tuple[Rect, ...]:
    """The boxes of lines, the little white between one and the next closed."""
    nexts = [*lines[1:], lines[-1]]
    return tuple(
        replace(line, y1=below.y0) if line.y1 < below.y0 < line.y1 + _JOINED * line.height else line
        for line, below in zip(lines, nexts, strict=True)
    )


def _by_page(marks: Iterable[tuple[int, Mark]]) -> Marks:
    pages: dict[int, list[Mark]] = {}
    for page, mark in marks:
        pages.setdefault(page, []).append(mark)
    return {page: tuple(on_page) for page, on_page in pages.items()}
