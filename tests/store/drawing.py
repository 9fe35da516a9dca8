"""Letters for hypothesis to draw: texts with words and boxes, records of all fields, what people do to them."""

from __future__ import annotations

from hypothesis import strategies as st

from imr_desk.letter.entry import Absence, Absent, Entry, Found, Origin, Outcome, State
from imr_desk.letter.field import FIELDS, FieldSpec, Kind
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.geometry import Rect
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind, Matched, Part, Reading, Source, TextLayer, Unrecognised
from imr_desk.letter.record import Record, blank_entry, blank_record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from tests.making import letter_text

plain_text = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
shares = st.floats(0, 1)
texts = st.lists(
    st.sampled_from(["word", "54-year-old", "ﬁne", "naïve", "😀", "a", "\n", "\n\n", "\f"]), max_size=40
).map(lambda parts: letter_text(" ".join(parts)))


@st.composite
def boxed_texts(draw: st.DrawFn) -> LetterText:
    """Texts some of whose words know the boxes of their characters."""
    text = draw(texts)
    known = draw(st.sets(st.integers(0, len(text.words) - 1), max_size=3)) if text.words else set()
    corners = st.tuples(*[st.floats(-1e6, 1e6)] * 4).map(lambda four: Rect(*four))
    boxes = {index: tuple(draw(corners) for _ in range(len(text.words[index].span))) for index in known}
    return text.with_char_boxes(boxes)


def spans(text: LetterText) -> st.SearchStrategy[Span]:
    """Runs of the text, cut anywhere, that begin and end with a printed character."""
    printed = [at for at, char in enumerate(text.text) if not char.isspace()] or [0]
    ends = st.tuples(st.sampled_from(printed), st.sampled_from(printed)).map(sorted)
    return ends.map(lambda two: Span(two[0], min(two[1] + 1, len(text.text))))


def values(spec: FieldSpec) -> st.SearchStrategy[str | int | float | bool]:
    match spec.kind:
        case Kind.FLAG:
            return st.booleans()
        case Kind.INTEGER:
            return st.integers(0, 10**6)
        case Kind.NUMBER:
            return st.floats(0, 1e6) | st.integers(0, 10**6)
        case _:
            return plain_text.filter(bool)


def outcomes(spec: FieldSpec, text: LetterText) -> st.SearchStrategy[Outcome]:
    span = st.none() | spans(text)
    found = st.builds(Found, values(spec), span, plain_text, shares, st.sampled_from(Origin))
    return found | st.builds(Absent, st.sampled_from(Absence), span, plain_text, shares)


def entries(spec: FieldSpec, text: LetterText) -> st.SearchStrategy[Entry]:
    outcome = outcomes(spec, text)
    return st.builds(Entry, outcome) | st.builds(
        Entry, outcome, st.sampled_from([State.CONFIRMED, State.CORRECTED]), st.none() | outcome
    )


@st.composite
def records(draw: st.DrawFn, text: LetterText) -> Record:
    """Records with lists of up to three entries, blank where nothing is drawn."""
    filled: dict[str, Entry] = dict(blank_record().entries)
    for listing in ("diagnoses", "ur_events", "items", "documents", "reviewer.specialties"):
        filled |= _listed(draw, listing)
    for item in range(Record(filled).count("items")):
        filled |= _listed(draw, f"items[{item}].medication.ingredients")
        filled |= _listed(draw, f"items[{item}].maximus_guideline.citations")
    specs = {path: spec for spec in FIELDS for path in filled if _pattern(path) == spec.pattern}
    known = draw(st.sets(st.sampled_from(sorted(filled)), max_size=8))
    return Record({**filled, **{path: draw(entries(specs[path], text)) for path in sorted(known)}})


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(boxed_texts())
    names = st.tuples(plain_text)
    detection = draw(st.builds(Matched, plain_text.filter(bool), names, names) | st.builds(Unrecognised, names))
    parts = draw(st.lists(st.builds(Part, plain_text, spans(text)), max_size=3))
    findings = draw(st.lists(st.builds(Finding, plain_text, st.sampled_from(Severity), plain_text, names), max_size=3))
    source = Source("letter.pdf", "ab" * 32, len(text.pages), draw(st.sampled_from(TextLayer)))
    suggested = tuple(draw(st.lists(highlights(text), max_size=2)))
    return Reading(source, text, detection, tuple(parts), draw(records(text)), tuple(findings), suggested)


failures = st.builds(Failure, st.just("letter.pdf"), st.sampled_from(FailureKind), plain_text)
outcomes_of_reading = readings() | failures


def highlights(text: LetterText) -> st.SearchStrategy[Highlight]:
    return st.builds(Highlight, st.uuids().map(str), plain_text, spans(text), plain_text, plain_text)


def _listed(draw: st.DrawFn, listing: str) -> dict[str, Entry]:
    length = draw(st.integers(0, 3))
    blank = blank_entry(listing)
    return {f"{listing}[{place}]{tail}": entry for place in range(length) for tail, entry in blank.items()}


def _pattern(path: str) -> str:
    return "".join("[]" if part.isdigit() else part for part in path.replace("[", "|").replace("]", "|").split("|"))
