"""Whether the letter's dates stand in order and agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from imr_desk.checks.period import Period, mentions, period
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject
from imr_desk.letter.entry import Absent
from imr_desk.letter.field import Kind, spec_of

INJURY, UR, APPLICATION = "header.date_of_injury", "header.ur_denial_date", "header.application_received"
ASSIGNED, DECISION = "header.date_assigned", "header.decision_date"
_ORDER = {
    INJURY: "The injury",
    UR: "the utilization review",
    APPLICATION: "the application",
    ASSIGNED: "the assignment",
    DECISION: "the decision",
}
DAYS_TO_APPLY = 35
DAYS_TO_DECIDE = 60
IMR_BEGAN = date(2013, 1, 1)
"""California Labor Code 4610.5: reviews of injuries from this day on."""

_INJURED_ON = re.compile(r"\b(?:injur\w+|date of injury|DOI)\W+(?:(?:on|of|dated)\W+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+at\s+least\s+$", re.IGNORECASE)
_RELIED_ON = re.compile(
    r"(?:utilization review|claims administrator|UR)\b[^.]{0,120}?\b"
    r"(request for authorization|RFA|progress note|report)\b[^.]{0,30}?\b(?:dated|received on|of)\s+$",
    re.IGNORECASE,
)


def d01_review_after_its_papers(letter: Subject) -> Iterator[Sign]:
    """The review is not before the reports and the request for authorization that it went by."""
    reviewed = letter.period(UR)
    summary = letter.summary_words
    for mention in mentions(summary):
        relied = _RELIED_ON.search(summary[: mention.span.start])
        if relied and reviewed and mention.day and mention.day.after(reviewed):
            yield sign(UR, ur=letter.words(UR), document=relied[1], day=mention.printed)


def d02_order(letter: Subject) -> Iterator[Sign]:
    """Injury, review, application, assignment and decision follow each other."""
    known = [(path, name, days) for path, name in _ORDER.items() if (days := letter.period(path))]
    for (early, earlier, first), (late, later, second) in pairwise(known):
        if first.after(second):
            yield sign(
                early,
                late,
                earlier=earlier[0].upper() + earlier[1:],
                later=later,
                first=letter.words(early),
                second=letter.words(late),
            )


def d03_one_injury(letter: Subject) -> Iterator[Sign]:
    """Header, summary and rationale tell of one day of injury."""
    header, summary = letter.period(INJURY), letter.period("patient.injury_date")
    if not header:
        return
    if summary and not header.meets(summary):
        yield sign(
            INJURY,
            "patient.injury_date",
            header=letter.words(INJURY),
            elsewhere=letter.words("patient.injury_date"),
            where="summary",
        )
    for item in letter.items:
        for printed in _other_injury_dates(item.rationale, header, summary):
            where = f"rationale of item {item.number}"
            yield sign(INJURY, item.at("rationale"), header=letter.words(INJURY), elsewhere=printed, where=where)


def _other_injury_dates(rationale: str, *known: Period | None) -> Iterator[str]:
    for mention in mentions(rationale):
        told = _INJURED_ON.search(rationale[: mention.span.start])
        if told and mention.day and not any(days and days.meets(mention.day) for days in known):
            yield mention.printed


def d04_one_review(letter: Subject) -> Iterator[Sign]:
    """Header and summary tell of one review; the summary may tell of others too."""
    header = letter.period(UR)
    paths = [f"{event}.date" for event in letter.record.each("ur_events")]
    told = [(path, days) for path in paths if (days := letter.period(path))]
    if header and told and not any(header.meets(days) for _, days in told):
        days_told = ", ".join(letter.words(path) for path, _ in told)
        yield sign(UR, *(path for path, _ in told), header=letter.words(UR), summary=days_told)


def d05_application_in_time(letter: Subject) -> Iterator[Sign]:
    """The application came within 30 days of the review, or 35 by mail."""
    days = _days_between(letter, UR, APPLICATION)
    if days is not None and days > DAYS_TO_APPLY:
        yield sign(UR, APPLICATION, days=days)


def d06_possible_dates(letter: Subject) -> Iterator[Sign]:
    """Dates in fields, and full dates in the prose, that no calendar has or that are still to come."""
    for path, entry in letter.record.entries.items():
        if spec_of(path).kind is not Kind.DATE or entry.by_person:
            continue
        if isinstance(entry.outcome, Absent) and entry.span:
            yield sign(path, printed=letter.text.printed(entry.span), trouble="no date")
        elif entry.value is not None and (trouble := _trouble(period(entry.value))):
            yield sign(path, printed=letter.words(path), trouble=trouble)
    for mention in mentions(letter.summary_words):
        trouble = _trouble(mention.day)
        if trouble and not any(letter.words(path) == mention.printed for path in letter.record):
            yield sign(printed=mention.printed, trouble=trouble)


def _trouble(days: Period | None) -> str:
    if days is None:
        return "no day of the calendar"
    return "still to come" if days.first > date.today() else ""


def d07_decided_in_time(letter: Subject) -> Iterator[Sign]:
    """The decision came within 60 days of the assignment."""
    days = _days_between(letter, ASSIGNED, DECISION)
    if days is not None and not 0 <= days <= DAYS_TO_DECIDE:
        yield sign(ASSIGNED, DECISION, days=days)


def d08_since_after_injury(letter: Subject) -> Iterator[Sign]:
    """What lasts "since at least" a day began between the injury and the decision."""
    injury, decision = letter.period(INJURY), letter.period(DECISION)
    for prose in (letter.summary_words, *(item.rationale for item in letter.items)):
        for mention in mentions(prose):
            if not (mention.day and _SINCE.search(prose[: mention.span.start])):
                continue
            if (injury and injury.after(mention.day)) or (decision and mention.day.after(decision)):
                yield sign(INJURY, DECISION, printed=mention.printed)


def d09_review_after_imr_began(letter: Subject) -> Iterator[Sign]:
    """The review is not before there were Independent Medical Reviews."""
    reviewed = letter.period(UR)
    if reviewed and reviewed.last < IMR_BEGAN:
        yield sign(UR, day=letter.words(UR))


def _days_between(letter: Subject, first: str, second: str) -> int | None:
    start, end = letter.period(first), letter.period(second)
    if not (start and end and start.is_day and end.is_day):
        return None
    return (end.first - start.first).days
