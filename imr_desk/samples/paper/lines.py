"""Breaks words into lines: after blanks, and after hyphens within words, as word processors do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from imr_desk.samples.paper.faces import Face, width

_CHUNK = re.compile(r"(\s*?)(\n|[^\s-]+-+(?=\w)|\S+)")


@dataclass(frozen=True, slots=True)
class Bit:
    """A word on a line: its offset in the words broken, and how far in from the line's start it stands, in points."""

    text: str
    start: int
    left: float
    face: Face
    size: float

    @property
    def right(self) -> float:
        return self.left + width(self.text, self.face, self.size)


Line = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """How to set: the room of a line, the size, and the faces of the first `bold` characters and of the others."""

    room: float
    size: float
    bold: int
    strong: Face
    normal: Face

    def face(self, offset: int) -> Face:
        return self.strong if offset < self.bold else self.normal


def broken(words: str, measure: Measure) -> Iterator[Line]:
    """The words, line by line; a newline among them ends a line."""
    line: list[Bit] = []
    for chunk in _CHUNK.finditer(words):
        if chunk[2] == "\n":
            yield tuple(line)
            line = []
            continue
        placed = _placed(chunk, line, measure)
        if line and placed[-1].right > measure.room:
            yield tuple(line)
            line = []
            placed = _placed(chunk, line, measure)
        line = placed
    if line:
        yield tuple(line)


def _placed(chunk: re.Match[str], line: list[Bit], measure: Measure) -> list[Bit]:
    """The line with the chunk put to its end: as a new word, or as more of its last."""
    blanks, text = chunk[1], chunk[2]
    face = measure.face(chunk.start(2))
    if not line:
        return [Bit(text, chunk.start(2), 0.0, face, measure.size)]
    last = line[-1]
    if not blanks:
        return [*line[:-1], replace(last, text=last.text + text)]
    left = last.right + width(blanks, face, measure.size)
    return [*line, Bit(text, chunk.start(2), left, face, measure.size)]
