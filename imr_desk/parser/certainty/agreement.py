"""Where a letter tells the same thing twice: whether the two places agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from imr_desk.letter.entry import Entry, Value
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span

GUIDELINES = ("claims_administrator_guideline", "maximus_guideline")
_IN_PARENTHESES = re.compile(r"\s*\([^()]*\)$")
_RULINGS = {"upheld": "not_necessary", "overturned": "necessary"}


def agreement(text: str, record: Record) -> Mapping[str, bool]:
    """By path, for fields whose value is looked for elsewhere in the letter: whether it is found there as well.

    What is merely not repeated is no disagreement, and is left out.
    """
    told: dict[str, bool] = {}
    for path, agrees in (*_dates(record), *_of_items(text, record)):
        told[path] = told.get(path, False) or agrees
    return told


def _dates(record: Record) -> Iterator[tuple[str, bool]]:
    """The header's dates against those of the case summary."""
    yield from _same(record, "header.date_of_injury", "patient.injury_date")
    for event in record.each("ur_events"):
        yield from _same(record, "header.ur_denial_date", f"{event}.date")


def _of_items(text: str, record: Record) -> Iterator[tuple[str, bool]]:
    for item in record.each("items"):
        yield from _ruling(record, item)
        yield from _course(record, f"{item}.service")
        for field in ("medication.name", "medication.strength", "service.body_part"):
            yield from _repeated(text, record.at(f"{item}.{field}"), f"{item}.{field}", record.at(f"{item}.rationale"))
        yield from _topics(text, record, item)


def _ruling(record: Record, item: str) -> Iterator[tuple[str, bool]]:
    """The decision against the rationale's conclusion."""
    decision, conclusion = record.at(f"{item}.decision").value, record.at(f"{item}.conclusion").value
    if decision is not None and conclusion is not None:
        agrees = _RULINGS.get(str(decision)) == conclusion
        yield from ((f"{item}.decision", agrees), (f"{item}.conclusion", agrees))


def _course(record: Record, service: str) -> Iterator[tuple[str, bool]]:
    """The visits against so many a week for so many weeks."""
    paths = [f"{service}.{field}" for field in ("visits", "per_week", "weeks")]
    visits, per_week, weeks = (record.at(path).value for path in paths)
    if isinstance(visits, int) and isinstance(per_week, int) and isinstance(weeks, int):
        yield from ((path, visits == per_week * weeks) for path in paths)


def _repeated(text: str, entry: Entry, path: str, rationale: Entry) -> Iterator[tuple[str, bool]]:
    """The request's words where the rationale has them too."""
    if entry.span is not None and rationale.span is not None and _holds(text, rationale.span, entry.span.of(text)):
        yield path, True


def _holds(text: str, area: Span, words: str) -> bool:
    loosely = r"\s+".join(map(re.escape, words.split()))
    return bool(re.compile(rf"(?<!\w){loosely}(?!\w)", re.IGNORECASE).search(text, area.start, area.end))


def _topics(text: str, record: Record, item: str) -> Iterator[tuple[str, bool]]:
    """The sections cited of other guidelines than the state's, where request, rationale or the other side name them."""
    for side, other in (GUIDELINES, GUIDELINES[::-1]):
        cited = [at for at in record.each(f"{item}.{side}.citations") if record.at(f"{at}.source").value != "MTUS"]
        paths = [path for at in cited for path in record.each(f"{at}.sections")]
        places = (
            [record.at(f"{item}.{name}").span for name in ("request", "rationale", f"{other}.text")] if paths else []
        )
        elsewhere = " | ".join(_plain(place.of(text)) for place in places if place)
        for path in paths:
            topic = _plain(_IN_PARENTHESES.sub("", str(record.at(path).value)))
            if topic and topic in elsewhere and _holds(elsewhere, Span(0, len(elsewhere)), topic):
                yield path, True


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _same(record: Record, one: str, other: str) -> Iterator[tuple[str, bool]]:
    values: tuple[Value | None, Value | None] = (record.at(one).value, record.at(other).value)
    if None not in values:
        agrees = values[0] == values[1]
        yield from ((one, agrees), (other, agrees))
