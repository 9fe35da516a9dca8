"""What a letter's gold label tells a person who looks at the page: the right value of a field, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from imr_desk.letter import path as paths
from imr_desk.letter.entry import Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.parser.words.convert import shown, value_of
from imr_desk.quality.accuracy import plain
from imr_desk.quality.evaluation import UNLABELLED


@dataclass(frozen=True)
class Label:
    """The truth of one letter, in its text."""

    truth: Record
    text: LetterText

    def tells(self, path: str) -> bool:
        """Whether labels tell of such a field at all."""
        return paths.pattern(path) not in UNLABELLED

    def tells_of(self, listing: str) -> bool:
        """Whether labels tell of the entries of such a list."""
        return self.tells(f"{listing}[0]")

    def value(self, path: str) -> Value | None:
        """The right value."""
        return self.truth.at(path).value

    def shown(self, path: str) -> str:
        """The right value as a form shows it."""
        return shown(spec_of(path), self.value(path))

    def agrees(self, path: str, words: str) -> bool:
        """Whether a field that shows these words is right."""
        return alike(self.shown(path), words)

    def place(self, path: str) -> Span | None:
        """Where the letter prints the value, so that marking the words there gives it; None where it does not."""
        known = self.truth.at(path).span
        candidates = [known] if known else list(self._printed(path))
        return next((span for span in candidates if self._says(path, span)), None)

    def _says(self, path: str, span: Span) -> bool:
        marked = value_of(spec_of(path), self.text.printed(span))
        return plain(marked) == plain(self.value(path))

    def _printed(self, path: str) -> list[Span]:
        """Everywhere within the field's part of the letter where its value's words stand."""
        words = str(self.value(path)).split()
        around = self._around(path)
        found = re.finditer(r"\s+".join(map(re.escape, words)), around.of(self.text.text), re.IGNORECASE)
        return [Span(*hit.span()).moved(around.start) for hit in found] if words else []

    def _around(self, path: str) -> Span:
        """The words that the field's value is among: its guideline's, its item's request, else all."""
        side = re.match(r"items\[\d+\]\.\w+_guideline", path)
        item = re.match(r"items\[\d+\]", path)
        passage = f"{side[0]}.text" if side else f"{item[0]}.request" if item else ""
        return (self.truth.at(passage).span if passage else None) or Span(0, len(self.text.text))


def alike(one: str, other: str) -> bool:
    """Whether two fields say the same, as labels are compared."""
    return plain(one) == plain(other)


def heads(fields: Iterable[str], entry: str) -> tuple[str, ...]:
    """The fields by which an entry of a list of records is known: those that stand in it themselves."""
    tails = ((path, path.removeprefix(entry)) for path in fields)
    return tuple(path for path, tail in tails if "[" not in tail and paths.pattern(path) not in UNLABELLED)
