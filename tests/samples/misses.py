"""Where a reading differs from the truth, as leniently as the labels are scored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.entry import Entry, Value
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText, collapsed
from imr_desk.samples.generate import SampleLetter


def misses(letter: SampleLetter, found: Record) -> Iterator[tuple[str, Value | None, Value | None]]:
    """Path, true value and found value of every field that differs or stands elsewhere."""
    for path in dict.fromkeys([*letter.truth, *found]):
        true, read = letter.truth.at(path), found.at(path)
        if plain(true.value) != plain(read.value) or elsewhere(true, read, letter.text):
            yield path, true.value, read.value


def plain(value: Value | None) -> Value | None:
    """Text without differences of case, of blanks after line-end hyphens, of closing marks and of a last percentage."""
    if not isinstance(value, str):
        return value
    joined = re.sub(r"(?<=\w)- (?=\w)", "-", collapsed(value)).casefold().rstrip(".,;: ")
    return re.sub(r"(?<=\w) \d+%$", "", joined)


def elsewhere(true: Entry, read: Entry, text: LetterText) -> bool:
    """Whether the place found is neither the true one nor another that shows the same words."""
    if not (true.span and read.span) or true.span.overlaps(read.span):
        return False
    return plain(text.printed(true.span)) != plain(text.printed(read.span))
