"""The reviewer's credentials: states of licensure and specialties, from the block or from the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.certainty.outcome import Entries, found, listed, under
from imr_desk.parser.parts.labels import blocks, labels
from imr_desk.parser.words.printed import printed, worded
from imr_desk.parser.words.vocabulary import load_vocabulary

LABELS = ("licensure_states", "specialties")
_SENTENCE = printed(
    r"Board Certified in (?P<specialties>.{2,300}?),?(?: and| who)?(?: he/she)?(?: is)?"
    r" licensed to practice in (?P<licensure_states>[^.]{2,200})"
)
_NEXT_LINE_AWAY = re.compile(r"\n\n|[\n\f](?=[A-Z ]{12,}(?:\n|$))")
_PARTS = re.compile(r"\s*[,;/]\s*(?:and\s+)?|\s+and\s+(?=[A-Z])")
_QUALIFIER = printed(r"^(?:has a )?sub~?specialty (?:in|certificate in) |^a (?:sub)?specialty in ")


def read_reviewer(text: str, area: Span | None) -> Entries:
    """States and specialties, as far as printed."""
    if area is None:
        return {}
    lists = _block(text, area) or _sentence(text, area)
    states = (_state(text, part) for part in _parts(text, lists.get("licensure_states")))
    specialties = (_specialty(text, part) for part in _specialty_parts(text, lists.get("specialties")))
    return under("licensure_states", listed(e for e in states if e)) | under("specialties", listed(specialties))


def _block(text: str, area: Span) -> dict[str, Span]:
    marks = labels(text, area, LABELS)
    return {mark.name: _to_gap(text, after) for mark, after in blocks(marks, area.end)}


def _to_gap(text: str, area: Span) -> Span:
    """The words up to the first gap after them."""
    body = trimmed(text, area)
    away = _NEXT_LINE_AWAY.search(text, body.start, body.end)
    return Span(body.start, away.start() if away else body.end)


def _sentence(text: str, area: Span) -> dict[str, Span]:
    match = _SENTENCE.search(text, area.start, area.end)
    return {name: Span(*match.span(name)) for name in LABELS} if match else {}


def _parts(text: str, area: Span | None) -> Iterator[Span]:
    """The entries of a printed list."""
    if area is None:
        return
    start = area.start
    for match in _PARTS.finditer(text, area.start, area.end):
        yield from _filled(text, Span(start, match.start()))
        start = match.end()
    yield from _filled(text, Span(start, area.end))


def _filled(text: str, span: Span) -> Iterator[Span]:
    words = trimmed(text, span)
    words = Span(words.start, words.start + len(words.of(text).rstrip(".")))
    if len(words):
        yield words


def _specialty_parts(text: str, area: Span | None) -> Iterator[Span]:
    """As the list is printed, but names that hold a comma or slash of their own stay whole."""
    parts = [*_parts(text, area)]
    while parts:
        taken = next((n for n in range(min(3, len(parts)), 1, -1) if _known_run(text, parts[:n])), 1)
        yield _unqualified(text, Span(parts[0].start, parts[taken - 1].end))
        del parts[:taken]


def _known_run(text: str, parts: list[Span]) -> bool:
    return load_vocabulary().exact("specialties", Span(parts[0].start, parts[-1].end).of(text)) is not None


def _unqualified(text: str, span: Span) -> Span:
    match = _QUALIFIER.match(text[span.start : span.end])
    return Span(span.start + match.end(), span.end) if match else span


def _state(text: str, span: Span) -> Entry | None:
    words = span.of(text)
    code = load_vocabulary().exact("states", words)
    near = code or load_vocabulary().nearest("states", words)
    return found(near, span, "reviewer.state" if code else "reviewer.state nearly") if near else None


def _specialty(text: str, span: Span) -> Entry:
    """A specialty that the list does not have is kept as printed."""
    words = worded(text, span)
    known = load_vocabulary().exact("specialties", words)
    if known:
        return found(known, span, "reviewer.specialty")
    return found(words, span, "reviewer.specialty unlisted")
