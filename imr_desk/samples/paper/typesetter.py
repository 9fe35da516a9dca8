"""Sets blocks on pages, so that the box of every word and the place of every field is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.samples.paper.faces import Face, above, below
from imr_desk.samples.paper.lines import Bit, Line, Measure, broken
from imr_desk.samples.paper.paragraph import Block, Cell, PageBreak, Paragraph, Table
from imr_desk.samples.paper.passage import Mark

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 612.0, 792.0, 72.0
BOTTOM = PAGE_HEIGHT - MARGIN
_LEADING, _TABLE_LEADING, _ASCENT, _PADDING = 13.8, 12.8, 11.0, 5.2
_BODY_SIZE, _TABLE_SIZE = 12.0, 11.0
_FOOTER_BASE = PAGE_HEIGHT - 40


@dataclass(frozen=True, slots=True)
class SetWord:
    """A word, or what a line break left of one, and where it stands in the text and on its page."""

    text: str
    span: Span
    page: int
    line: int
    left: float
    right: float
    base: float
    face: Face
    size: float

    @property
    def rect(self) -> Rect:
        top, bottom = above(self.face, self.size), below(self.face, self.size)
        return Rect(self.left, self.base - top, self.right, self.base + bottom)


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled box of a table, grey where it holds a label."""

    page: int
    rect: Rect
    grey: bool


@dataclass(frozen=True)
class SetLetter:
    """A letter on pages: its text (as `LetterText` keeps it), words, frames, and the fields marked in the text."""

    text: str
    pages: int
    words: tuple[SetWord, ...]
    frames: tuple[Frame, ...]
    marks: tuple[Mark, ...]


def typeset(
    blocks: Iterable[Block],
    bottom: Callable[[int], float] = lambda _page: BOTTOM,
    footer: Callable[[int], str] = lambda _page: "",
) -> SetLetter:
    """The blocks on pages; `bottom` says how far down a page is filled, in points, `footer` what stands below."""
    setter = _Typesetter(bottom, footer)
    for block in blocks:
        setter.add(block)
    return setter.finished()


class _Typesetter:
    """Where the setting has come to."""

    def __init__(self, bottom: Callable[[int], float], footer: Callable[[int], str]) -> None:
        self._bottom, self._footer = bottom, footer
        self._text = ""
        self._words: list[SetWord] = []
        self._frames: list[Frame] = []
        self._marks: list[Mark] = []
        self._page, self._line, self._y = 1, 0, MARGIN
        self._glue = ""

    def add(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case PageBreak():
                self._turn()
            case _:
                assert_never(block)

    def finished(self) -> SetLetter:
        self._close_page()
        return SetLetter(self._text, self._page, tuple(self._words), tuple(self._frames), tuple(self._marks))

    def _paragraph(self, block: Paragraph) -> None:
        if self._y > MARGIN and block.gap:
            self._y += block.gap * _LEADING
            self._glue = "\n\n" if block.gap >= 1 else "\n"
        measure = Measure(PAGE_WIDTH - 2 * MARGIN, _BODY_SIZE, block.bold, Face.TIMES_BOLD, Face.TIMES)
        starts: dict[int, int] = {}
        for line in broken(block.words.text, measure):
            if self._y + _LEADING > self._bottom(self._page):
                self._turn()
            indent = (measure.room - line[-1].right) / 2 if block.centred else 0.0
            self._set(line, MARGIN + indent, self._y + _ASCENT, starts)
            self._y += _LEADING
            self._glue = "\n"
        self._mark(block.words.marks, starts)

    def _table(self, table: Table) -> None:
        for row in table.rows:
            lines = [list(broken(cell.words.text, _in(cell))) for cell in row]
            height = _TABLE_LEADING * max(map(len, lines)) + 0.5
            for cell, cell_lines in zip(row, lines, strict=True):
                box = Rect(cell.left, self._y, cell.right, self._y + height)
                self._frames.append(Frame(self._page, box, cell.label))
                self._cell(cell, cell_lines)
            self._y += height
        self._glue = "\n\n"

    def _cell(self, cell: Cell, lines: Iterable[Line]) -> None:
        starts: dict[int, int] = {}
        for number, line in enumerate(lines):
            self._set(line, cell.left + _PADDING, self._y + number * _TABLE_LEADING + 10.0, starts)
            self._glue = "\n"
        self._mark(cell.words.marks, starts)

    def _set(self, line: Line, left: float, base: float, starts: dict[int, int]) -> None:
        """Put a line on the page, noting where in the letter's text each of its words starts."""
        self._line += 1
        for bit in line:
            self._text += self._glue
            starts[bit.start] = len(self._text)
            self._words.append(self._word(bit, left, base))
            self._text += bit.text
            self._glue = " "

    def _word(self, bit: Bit, left: float, base: float) -> SetWord:
        span = Span(len(self._text), len(self._text) + len(bit.text))
        return SetWord(
            bit.text, span, self._page, self._line, left + bit.left, left + bit.right, base, bit.face, bit.size
        )

    def _mark(self, marks: Iterable[Mark], starts: dict[int, int]) -> None:
        """Keep the marks, their spans moved from the block's words to the letter's text."""
        order = sorted(starts)

        def moved(offset: int) -> int:
            start = max(one for one in order if one <= offset)
            return starts[start] + offset - start

        for mark in marks:
            span = Span(moved(mark.span.start), moved(mark.span.end - 1) + 1) if mark.span else None
            self._marks.append(replace(mark, span=span))

    def _turn(self) -> None:
        self._close_page()
        self._text += "\f"
        self._glue = ""
        self._page += 1
        self._y = MARGIN

    def _close_page(self) -> None:
        words = self._footer(self._page)
        if words:
            self._glue = "\n\n" if self._y > MARGIN else ""
            measure = Measure(PAGE_WIDTH - 2 * MARGIN, 10.0, 0, Face.TIMES_BOLD, Face.TIMES)
            for line in broken(words, measure):
                self._set(line, MARGIN, _FOOTER_BASE, {})


def _in(cell: Cell) -> Measure:
    """A cell's measure; labels are bold all through."""
    bold = len(cell.words.text) if cell.label else 0
    return Measure(cell.right - cell.left - 2 * _PADDING, _TABLE_SIZE, bold, Face.ARIAL_BOLD, Face.ARIAL)
