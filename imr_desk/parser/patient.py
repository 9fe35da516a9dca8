"""The patient: age, sex and injury date, from the case summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.entry import Absence, Entry
from imr_desk.letter.span import Span
from imr_desk.parser.dates import DATE, iso_date
from imr_desk.parser.numbers import NUMBER, number_of, whole
from imr_desk.parser.outcome import Entries, absent, found
from imr_desk.parser.printed import printed, sentences, span_of

_YEARS_OLD = rf"(?P<age>{NUMBER})\s*~?\s*(?:years?|yrs?\.?|y)(?:\s*~?\s*|/|\.)(?:old\b|olds\b|of age\b|o\b\.?)"
_AGE = (
    printed(_YEARS_OLD + r"(?! (?:son|daughter|child|injury|claim|history|fracture))"),
    printed(rf"\b(?:age|aged)\s*:?(?: of)? (?P<age>{NUMBER})(?! weeks| months)"),
)
_AGE_UNKNOWN = printed(
    r"\b(?:of )?(?:an )?(?:unknown|unspecified|unstated|undisclosed) age\b"
    r"|\bage (?:is |was )?(?:unknown|not (?:stated|provided|specified|documented|noted|given|available|listed))"
)
_SEX = printed(r"\b(?:(?P<female>female|woman|lady)|(?P<male>male|man|gentleman))\b")
_INJURY = printed(
    r"\b(?:re~?)?injur(?:y|ies)\b|\binjured\b(?! (?:worker|employee|party|patient|claimant|individual|person))"
    r"|\bD\.?O\.?I\b|\baccident\b|\boccupational claim\b|\bindustrial claim\b|\bclaim (?:from|of|dated)\b|\bincident\b"
    r"|\bdate of (?:loss|onset)\b|\b(?:cumulative|industrial) trauma\b|\bhurt\b"
)
_DATE = re.compile(rf"{DATE.pattern}|(?<=\bin )(?:19|20)\d\d\b|(?<=\bof )(?:19|20)\d\d\b", re.IGNORECASE)
NEAR_AGE = 90
FIRST_SENTENCES = 4


def read_patient(text: str, summary: Span | None) -> Entries:
    """Age, sex and the first injury date of the summary; unknown where the letter says so."""
    if summary is None:
        return {name: absent("patient.no summary") for name in ("age", "sex", "injury_date")}
    age = _age(text, summary)
    return {"age": age, "sex": _sex(text, summary, age), "injury_date": _injury_date(text, summary)}


def _age(text: str, summary: Span) -> Entry:
    for pattern, rule in zip(_AGE, ("patient.years old", "patient.aged"), strict=True):
        for match in pattern.finditer(text, summary.start, summary.end):
            years = whole(number_of(match["age"]))
            if years is not None and 5 <= years <= 110:
                return found(years, span_of(match, "age"), rule)
    if unknown := _AGE_UNKNOWN.search(text, summary.start, summary.end):
        return absent("patient.age unknown", Absence.STATED_UNKNOWN, span_of(unknown))
    return absent("patient.no age")


def _sex(text: str, summary: Span, age: Entry) -> Entry:
    """The word beside the age counts most; a pronoun alone counts for nothing."""
    if age.span:
        near = Span(age.span.start, min(summary.end, age.span.end + NEAR_AGE))
        if match := _SEX.search(text, near.start, near.end):
            return _sex_found(match, "patient.sex beside age")
    for pattern_area in (_opening(text, summary), summary):
        if match := _SEX.search(text, pattern_area.start, pattern_area.end):
            return _sex_found(match, "patient.sex alone")
    return absent("patient.no sex")


def _sex_found(match: re.Match[str], rule: str) -> Entry:
    sex = "female" if match["female"] else "male"
    return found(sex, span_of(match), rule)


def _injury_date(text: str, summary: Span) -> Entry:
    """The first date that its sentence ties to the injury."""
    for place, sentence in enumerate(sentences(text, summary)):
        for span, iso in _tied_dates(text, sentence):
            opening = place < FIRST_SENTENCES
            return found(iso, span, "patient.injury date" if opening else "patient.injury date later")
    return absent("patient.no injury date")


def _tied_dates(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    cue = _INJURY.search(text, sentence.start, sentence.end)
    for match in _DATE.finditer(text, sentence.start, sentence.end) if cue else ():
        iso = iso_date(match[0])
        before = cue is not None and cue.start() < match.start()
        follows = printed(r"\s*,?(?: work~?related| industrial)? (?:injury|accident|date of injury)").match(
            text, match.end()
        )
        if iso and (before or follows):
            yield span_of(match), iso


def _opening(text: str, summary: Span) -> Span:
    first = next(iter(sentences(text, summary)), summary)
    return Span(summary.start, first.end)
