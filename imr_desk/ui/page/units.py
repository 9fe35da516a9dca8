"""The units that a selection snaps to: characters, words, phrases, sentences, as spans of the letter's text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum

from imr_desk.letter.span import Span, trimmed

_ABBREVIATION = r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bvs)(?<!\bNo)(?<!\bpg)(?<!\be\.g)(?<!\bi\.e)"
_SENTENCE = re.compile(
    rf"\S(?:.*?)(?:{_ABBREVIATION}[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|(?=\s*\n\n|\s*\f|\s*\Z))", re.DOTALL
)
_PHRASE_END = re.compile(r"(?<!\w\(\w)[,;:.!?)\]”\"]+(?=\s|\Z)|(?<=\s)[(\[“\"]|\n\n|\f")
_BEFORE, _AFTER = "\"'“‘", ".,;:!?\"'”’"
_BRACKETS = {")": "(", "]": "["}


class Snap(StrEnum):
    """What a selection is rounded to."""

    CHARACTER = "character"
    WORD = "word"
    PHRASE = "phrase"
    SENTENCE = "sentence"


class Units:
    """The spans of one kind of unit through a text, in order and apart from each other."""

    def __init__(self, text: str, snap: Snap) -> None:
        self.spans = _FINDERS[snap](text)
        self._closed = snap is not Snap.CHARACTER
        self._text = text
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]
        self._length = len(text)

    def around(self, span: Span) -> Span:
        """The span grown to whole units; a bare offset takes the unit it touches, if any.

        A bracket that opens within several words closes with them, and the other way round.
        """
        if len(span) == 0:
            return self._touching(span)
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end) - 1
        if first > last:
            return span
        whole = Span(self._starts[first], self._ends[last])
        return _with_brackets(self._text, whole) if self._closed and first < last else whole

    def _touching(self, spot: Span) -> Span:
        at = bisect_right(self._starts, spot.start) - 1
        return self.spans[at] if at >= 0 and spot.start <= self._ends[at] else spot

    def start_before(self, offset: int) -> int:
        """The nearest start of a unit before an offset; 0 where there is none."""
        at = bisect_left(self._starts, offset) - 1
        return self._starts[at] if at >= 0 else 0

    def start_after(self, offset: int) -> int:
        """The nearest start of a unit after an offset; the text's end where there is none."""
        at = bisect_right(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else self._length

    def end_before(self, offset: int) -> int:
        """The nearest end of a unit before an offset; 0 where there is none."""
        at = bisect_left(self._ends, offset) - 1
        return self._ends[at] if at >= 0 else 0

    def end_after(self, offset: int) -> int:
        """The nearest end of a unit after an offset; the text's end where there is none."""
        at = bisect_right(self._ends, offset)
        return self._ends[at] if at < len(self._ends) else self._length


def nudged(span: Span, units: Units, forward: bool, start: bool) -> Span:
    """The span with its end (or its start) moved by one unit; it never becomes empty."""
    first, last = span.start, span.end
    if start:
        first = units.start_after(first) if forward else units.start_before(first)
    else:
        last = units.end_after(last) if forward else units.end_before(last)
    return Span(first, last) if first < last else span


def _characters(text: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in re.finditer(r"\S", text))


def _words(text: str) -> tuple[Span, ...]:
    bare = (_bare(text, Span(match.start(), match.end())) for match in re.finditer(r"\S+", text))
    return tuple(span for span in bare if len(span))


def _bare(text: str, span: Span) -> Span:
    """A word without the punctuation and brackets around it; those that close within the word stay: `Section(s)`."""
    start, end = span.start, span.end
    while start < end and (text[start] in _BEFORE or _opens_beyond(text[start:end])):
        start += 1
    while start < end and (text[end - 1] in _AFTER or _closes_beyond(text[start:end])):
        end -= 1
    if end - start > 2 and _wrapped(text[start:end]):
        start, end = start + 1, end - 1
    return Span(start, end) if start < end else span


def _wrapped(word: str) -> bool:
    """Whether brackets stand around the whole word: `(12-24-15)`."""
    return _BRACKETS.get(word[-1]) == word[0] and word.count(word[0]) == 1


def _opens_beyond(word: str) -> bool:
    return any(word[0] == opening and closing not in word for closing, opening in _BRACKETS.items())


def _closes_beyond(word: str) -> bool:
    return word[-1] in _BRACKETS and _BRACKETS[word[-1]] not in word


def _with_brackets(text: str, span: Span) -> Span:
    """The span with the bracket beside it that belongs to one within."""
    words, start, end = span.of(text), span.start, span.end
    for closing, opening in _BRACKETS.items():
        if words.count(opening) == words.count(closing) + 1 and text[end : end + 1] == closing:
            end += 1
        if words.count(closing) == words.count(opening) + 1 and text[max(0, start - 1) : start] == opening:
            start -= 1
    return Span(start, end)


def _phrases(text: str) -> tuple[Span, ...]:
    ends = [(match.start(), match.end()) for match in _PHRASE_END.finditer(text)]
    bounds = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True)
    pieces = (trimmed(text, Span(start, end)) for start, end in bounds if start < end)
    return tuple(piece for piece in pieces if len(piece))


def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in _SENTENCE.finditer(text))


_FINDERS = {
    Snap.CHARACTER: _characters,
    Snap.WORD: _words,
    Snap.PHRASE: _phrases,
    Snap.SENTENCE: _sentences,
}
