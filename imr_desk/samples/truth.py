"""What is true of a set letter: its text with places, and the record of every field it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin
from imr_desk.letter.geometry import Rect
from imr_desk.letter.record import Record, blank_entry, blank_record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word
from imr_desk.samples.paper.faces import width
from imr_desk.samples.paper.passage import Mark
from imr_desk.samples.paper.typesetter import PAGE_HEIGHT, PAGE_WIDTH, SetLetter, SetWord

RULE = "truth"
"""The rule that true entries bear."""
_LISTS = ("items", "ur_events")


def letter_text(letter: SetLetter, moved: Callable[[Rect], Rect] | None = None) -> LetterText:
    """The text as reading the letter's PDF should give it, with the characters of words that a field cuts.

    `moved` says where a skewed scan has put a box.
    """
    there = moved or (lambda rect: rect)
    words = tuple(Word(word.span, word.page, word.line - 1, there(word.rect)) for word in letter.words)
    text = LetterText(letter.text, tuple(_pages(letter.text)), words)
    cut = text.cut_words(mark.span for mark in letter.marks if mark.span)
    boxes = {index: tuple(map(there, _char_boxes(letter.words[index]))) for index in cut}
    return text.with_char_boxes(boxes)


def record(letter: SetLetter) -> Record:
    """Every field of the letter; those it does not tell are absent."""
    told = {mark.path: _entry(mark) for mark in letter.marks}
    blank = dict(blank_record().entries)
    for listing in _LISTS:
        for entry in Record(told).each(listing):
            blank |= {entry + path: nothing for path, nothing in blank_entry(listing).items()}
    return Record({**blank, **told})


def _entry(mark: Mark) -> Entry:
    if mark.value is None:
        return Entry(Absent(Absence.STATED_UNKNOWN, mark.span, RULE, 1.0))
    origin = Origin.CAPTURED if mark.span else Origin.COMPUTED
    return Entry(Found(mark.value, mark.span, RULE, 1.0, origin))


def _pages(text: str) -> Iterable[Page]:
    start = 0
    for number, words in enumerate(text.split("\f"), start=1):
        yield Page(number, PAGE_WIDTH, PAGE_HEIGHT, Span(start, start + len(words)))
        start += len(words) + 1


def _char_boxes(word: SetWord) -> tuple[Rect, ...]:
    edges = list(accumulate((width(char, word.face, word.size) for char in word.text), initial=word.left))
    return tuple(Rect(x0, word.rect.y0, x1, word.rect.y1) for x0, x1 in pairwise(edges))
