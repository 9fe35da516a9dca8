"""Text that knows which of its words are which field: what letters are composed of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from imr_desk.letter.entry import Value
from imr_desk.letter.span import Span

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A field and its value (None: the words say that it is unknown); `span` is None where nothing is printed."""

    path: str
    value: Value | None
    span: Span | None

    def moved(self, by: int) -> Mark:
        """The same mark on words that stand `by` characters further on."""
        return replace(self, span=self.span.moved(by)) if self.span else self

    def under(self, ancestor: str) -> Mark:
        """The same mark, its path below another."""
        glue = "" if self.path.startswith("[") or not self.path else "."
        return replace(self, path=f"{ancestor}{glue}{self.path}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text and the fields marked in it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Passage | str) -> Passage:
        added = passage(other)
        moved = tuple(mark.moved(len(self.text)) for mark in added.marks)
        return Passage(self.text + added.text, self.marks + moved)

    def __radd__(self, words: str) -> Passage:
        return Passage(words) + self

    def marked(self, path: str, value: Value | None) -> Passage:
        """The same words, all of them also being this field."""
        return replace(self, marks=(*self.marks, Mark(path, value, Span(0, len(self.text)))))

    def knowing(self, path: str, value: Value) -> Passage:
        """The same words with a field that is not printed itself."""
        return replace(self, marks=(*self.marks, Mark(path, value, None)))

    def under(self, ancestor: str) -> Passage:
        """The same words, the fields' paths below another: `request` under `items[2]`."""
        return replace(self, marks=tuple(mark.under(ancestor) for mark in self.marks))


def passage(words: Passage | str) -> Passage:
    """Words as a passage."""
    return words if isinstance(words, Passage) else Passage(words)


def field(path: str, text: str, value: Value | None = None) -> Passage:
    """Words that are one field; their value is the text itself unless given."""
    return Passage(text).marked(path, text if value is None else value)


def unknown(path: str, text: str) -> Passage:
    """Words saying that the field's value is unknown."""
    return Passage(text).marked(path, None)


def joined(glue: str, parts: Iterable[Passage | str]) -> Passage:
    """The parts, one after another with `glue` between; empty parts are left out."""
    whole = Passage("")
    for part in parts:
        added = passage(part)
        if added.text:
            whole = whole + glue + added if whole.text else whole + added
    return whole


def filled(pattern: str, **parts: Passage | str) -> Passage:
    """The pattern with each `{name}` replaced by that part; KeyError where one is missing."""
    whole, done = Passage(""), 0
    for slot in _SLOT.finditer(pattern):
        whole = whole + pattern[done : slot.start()] + parts[slot[1]]
        done = slot.end()
    return whole + pattern[done:]
