"""What stands on the pages of a letter, before it is set: paragraphs, tables, page breaks."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.samples.paper.passage import Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words set as lines; a newline among them begins a new line.

    The first `bold` characters are bold; `gap` is the room left before it, in lines.
    """

    words: Passage
    bold: int = 0
    centred: bool = False
    gap: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words in lines, bold on grey where it is a label, from `left` to `right` in points."""

    words: Passage
    left: float
    right: float
    label: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, as high as their fullest cell."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Paragraph | Table | PageBreak


def heading(words: str) -> Paragraph:
    """A bold centred line."""
    return Paragraph(Passage(words), bold=len(words), centred=True)


def plain(words: Passage | str, gap: float = 1.0) -> Paragraph:
    """An ordinary paragraph."""
    return Paragraph(words if isinstance(words, Passage) else Passage(words), gap=gap)


def labelled(label: str, words: Passage | str, gap: float = 1.0) -> Paragraph:
    """A paragraph that opens with a bold label."""
    return Paragraph(Passage(label + " ") + words, bold=len(label), gap=gap)
