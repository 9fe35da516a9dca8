"""What is marked on the pages: fields, highlights, hits and the selection as coloured boxes, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from imr_desk.letter.field import Kind, spec_of
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

    PASSAGE = auto()
    """A field that is a whole passage: a rationale, a guideline."""
    FIELD = auto()
    HIGHLIGHT = auto()
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
    boxes: tuple[Rect, ...]
    colour: str = ""
    lane: int = 0
    margin_lane: int = 0
    suggested: bool = False


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


def highlight_marks(text: LetterText, highlights: Sequence[Highlight], labels: LabelSet) -> Marks:
    """The highlights in their labels' colours; one whose label is gone is grey."""
    lane = lanes(highlights)
    in_margin = {label: place for place, label in enumerate(dict.fromkeys(one.label for one in highlights))}
    return _by_page(
        (page, replace(mark, colour=colour, lane=lane[one.id], margin_lane=in_margin[one.label], suggested=suggested))
        for one in highlights
        for colour, suggested in ((_colour(one, labels), bool(one.suggested_by)),)
        for page, mark in _marks(text, one.span, Ink.HIGHLIGHT)
    )


def stacked(layers: Iterable[Marks]) -> Marks:
    """Several layers as one, each page's marks in the order they are painted."""
    whole: dict[int, list[Mark]] = {}
    for layer in layers:
        for page, marks in layer.items():
            whole.setdefault(page, []).extend(marks)
    return {page: tuple(sorted(marks, key=lambda mark: mark.ink.value)) for page, marks in whole.items()}


def lanes(highlights: Sequence[Highlight]) -> dict[str, int]:
    """For each highlight the lowest lane, from 0, that none of those overlapping it runs in."""
    taken: dict[str, int] = {}
    for one in sorted(highlights, key=lambda highlight: (highlight.span.start, -highlight.span.end)):
        beside = {taken[other.id] for other in highlights if other.id in taken and other.span.overlaps(one.span)}
        taken[one.id] = next(lane for lane in range(len(beside) + 1) if lane not in beside)
    return taken


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
    return Ink.PASSAGE if spec_of(path).kind is Kind.LONG_TEXT and "request" not in path else Ink.FIELD


def _marks(text: LetterText, span: Span, ink: Ink) -> Iterator[tuple[int, Mark]]:
    boxes: dict[int, list[Rect]] = {}
    for place in text.places(span):
        boxes.setdefault(place.page, []).append(place.rect)
    return ((page, Mark(ink, _joined(on_page))) for page, on_page in boxes.items())


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
