"""How general the reading is: letters with other words in the same places should read as before, but for those words.

usage: python -m tests.benchmarks.metamorphic FOLDER_OF_PDFS [--lost] [--rounds N]

Each twist puts other diagnoses, drugs, parts of the body, dates, sentences or breaks of lines into a letter's text, in
memory only. What the parser read before and does not read after is lost.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from textwrap import wrap

from imr_desk.letter import path as paths
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.parser.parse import parse
from imr_desk.parser.words.dates import MONTHS, find_dates
from imr_desk.parser.words.printed import sentences
from imr_desk.parser.words.vocabulary import load_vocabulary
from imr_desk.pdf.document import opened
from tests.benchmarks.other_words import (
    ASKED,
    DECIDED,
    DIAGNOSES,
    DRUGS,
    OPENINGS,
    PERSONS,
    RULINGS,
    SECTIONS,
    STATED,
    STYLES,
)
from tests.making import letter_text
from tests.pdf.reading import read_text


@dataclass(frozen=True)
class Twist:
    """Other words for spans of a text, and what fields are expected to say then."""

    edits: Sequence[tuple[Span, str]] = ()
    expected: dict[str, object] = field(default_factory=dict)

    def applied(self, text: str) -> str:
        """The text with the words in place."""
        for span, words in sorted(self.edits, key=lambda edit: edit[0].start, reverse=True):
            text = text[: span.start] + words + text[span.end :]
        return text

    def touches(self, span: Span) -> bool:
        """Whether any edit is within or over the span."""
        return any(span.overlaps(edited) for edited, _ in self.edits)


def _swapped(record: Record, pattern: str, words: Callable[[str], str], value: Callable[[str], object]) -> Twist:
    """Every field of the pattern with other words."""
    edits, expected = [], {}
    for path, entry in record.entries.items():
        if paths.pattern(path) == pattern and entry.span:
            new = words(path)
            edits.append((entry.span, new))
            expected[path] = value(new)
    return Twist(edits, expected)


def diagnoses(random: Random, text: str, record: Record) -> Twist:
    """Other diagnoses."""
    left = random.sample(DIAGNOSES, len(DIAGNOSES))
    return _swapped(record, "diagnoses[]", lambda _: left.pop(), str.casefold)


def drugs(random: Random, text: str, record: Record) -> Twist:
    """Other drugs."""
    return _swapped(record, "items[].medication.name", lambda _: random.choice(DRUGS), str)


def body_parts(random: Random, text: str, record: Record) -> Twist:
    """Other parts of the body."""
    parts = [choice.value for choice in load_vocabulary().choices("body_parts")]
    return _swapped(record, "items[].service.body_part", lambda _: random.choice(parts), str)


def sections(random: Random, text: str, record: Record) -> Twist:
    """Other sections of guidelines."""
    return _swapped(record, "items[].maximus_guideline.citations[].sections[]", lambda _: random.choice(SECTIONS), str)


def specialties(random: Random, text: str, record: Record) -> Twist:
    """Other specialties of the reviewer."""
    names = [choice.value for choice in load_vocabulary().choices("specialties")]
    return _swapped(record, "reviewer.specialties[]", lambda _: random.choice(names), str)


def dates(random: Random, text: str, record: Record) -> Twist:
    """The summary's dates written in another way."""
    style = random.choice(STYLES)
    return Twist([(span, _written(iso, style)) for span, iso in find_dates(text, _summary(text)) if len(iso) == 10])


def persons(random: Random, text: str, record: Record) -> Twist:
    """Another word for the patient."""
    person = random.choice(PERSONS)
    return _replaced(text, r"\binjured worker\b", lambda _: person)


def reviews(random: Random, text: str, record: Record) -> Twist:
    """Another word for what utilization review did not allow."""
    return _replaced(text, r"\b(?:non-certified|denied)(?= (?:the|a) request)", lambda _: random.choice(ASKED))


def statements(random: Random, text: str, record: Record) -> Twist:
    """Another way to say what the diagnoses are."""
    return _replaced(
        text, r"\b(?:was diagnosed as having|is undergoing treatment for)\b", lambda _: random.choice(STATED)
    )


def rulings(random: Random, text: str, record: Record) -> Twist:
    """Another way to say that a request is, or is not, necessary."""
    found = {at: record.at(f"{at}.conclusion") for at in record.each("items")}
    said = [(one.span, random.choice(RULINGS[str(one.value)])) for one in found.values() if one.span]
    return Twist(list(dict(said).items()))


def decisions(random: Random, text: str, record: Record) -> Twist:
    """Another way to say what utilization review did, where it did one thing."""
    events = list(record.each("ur_events"))
    if len(events) != 1:
        return Twist()
    date, action, words = (record.at(f"{events[0]}.{name}") for name in ("date", "action", "text"))
    if not (date.span and words.span and words.span.holds(date.span) and action.value in DECIDED):
        return Twist()
    told = random.choice(DECIDED[str(action.value)]).format(date=date.span.of(text))
    return Twist([(words.span, told)])


def openings(random: Random, text: str, record: Record) -> Twist:
    """Another first sentence of the summary, with the same age, sex and date of injury."""
    read = {name: record.at(f"patient.{name}") for name in ("age", "sex", "injury_date")}
    first = next(iter(sentences(text, _summary(text))), Span(0, 0))
    if not all(one.span and first.holds(one.span) for one in read.values()):
        return Twist()
    date = read["injury_date"].span
    told = random.choice(OPENINGS).format(
        age=read["age"].value, sex=read["sex"].value, date=date.of(text) if date else ""
    )
    return Twist([(first, told)], {f"patient.{name}": one.value for name, one in read.items()})


def line_breaks(random: Random, text: str, record: Record) -> Twist:
    """Paragraphs broken into lines of another width."""
    width = random.randint(50, 110)
    return Twist(
        [
            (Span(*match.span()), "\n".join(wrap(" ".join(match[0].split()), width, break_on_hyphens=True)))
            for match in re.finditer(r"[^\n\f]{70,}(?:\n[^\n\f]+)+", text)
        ]
    )


def page_breaks(random: Random, text: str, record: Record) -> Twist:
    """Pages that end at other lines too."""
    ends = [match for match in re.finditer(r"\n+(?=\S)", text) if random.random() < 1 / 20]
    return Twist([(Span(*match.span()), "\f") for match in ends])


TWISTS = (
    diagnoses,
    drugs,
    body_parts,
    sections,
    specialties,
    dates,
    persons,
    reviews,
    statements,
    rulings,
    decisions,
    openings,
    line_breaks,
    page_breaks,
)


def _replaced(text: str, pattern: str, words: Callable[[str], str]) -> Twist:
    area = _summary(text)
    found = re.compile(pattern, re.IGNORECASE).finditer(text, area.start, area.end)
    return Twist([(Span(*match.span()), words(match[0])) for match in found])


def _summary(text: str) -> Span:
    return next((part.span for part in parse(letter_text(text)).parts if part.name == "summary"), Span(0, 0))


def _written(iso: str, style: str) -> str:
    year, month, day = map(int, iso.split("-"))
    name = MONTHS[month - 1].title()
    return style.format(y=year, short=year % 100, m=month, d=day, name=name, abbr=name[:3])


def lost(text: str, record: Record, twist: Twist) -> Iterator[tuple[str, object, object]]:
    """The fields that read otherwise than they should, those whose words the twist changed aside."""
    read = parse(letter_text(twist.applied(text))).record
    for path in {**record.entries, **read.entries}:
        entry, new = record.at(path), read.at(path)
        told_anew = path in twist.expected or path.endswith((".conclusion", ".action", ".date"))
        if ".ingredients[" in path or (not told_anew and entry.span and _changed(entry.span, twist, text)):
            continue
        expected = twist.expected.get(path, entry.value)
        if _plain(new.value) != _plain(expected):
            yield path, expected, new.value


def _plain(value: object) -> str:
    return "".join(str(value).casefold().split())


def _changed(span: Span, twist: Twist, text: str) -> bool:
    """Whether the words of the span are others after the twist; white space does not count."""
    inside = [(edited, words) for edited, words in twist.edits if edited.overlaps(span)]
    return any(edited.of(text).split() != words.split() for edited, words in inside)


def main(argv: Sequence[str]) -> None:
    command = ArgumentParser(description=__doc__)
    command.add_argument("folder", type=Path)
    command.add_argument("--lost", action="store_true", help="print each field that is lost")
    command.add_argument("--rounds", type=int, default=2)
    arguments = command.parse_args(argv)
    texts = {file.stem: _text(file) for file in sorted(arguments.folder.glob("*.pdf"))}
    records = {name: parse(letter_text(text)).record for name, text in texts.items()}
    for twist in TWISTS:
        counted: Counter[str] = Counter()
        changes = 0
        for turn, (place, name) in product(range(arguments.rounds), enumerate(texts)):
            made = twist(Random(1000 * turn + place), texts[name], records[name])
            changes += len(made.edits)
            for path, expected, found in lost(texts[name], records[name], made):
                counted[paths.pattern(path)] += 1
                if arguments.lost:
                    print(f"{twist.__name__} {name} {path}: {expected!r}, found {found!r}")
        most = ", ".join(f"{field} {number}" for field, number in counted.most_common(5))
        print(f"{twist.__name__:12} {changes:5} changes {counted.total():4} fields lost  {most}")


def _text(file: Path) -> str:
    with opened(file.read_bytes()) as document:
        return read_text(document).text


if __name__ == "__main__":
    main(sys.argv[1:])
