"""The patient: age, sex and injury date, from the case summary."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from imr_desk.letter.entry import Absence, Entry
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found
from imr_desk.parser.words.date_role import role_of
from imr_desk.parser.words.dates import DATE, iso_date
from imr_desk.parser.words.numbers import NUMBER, number_of, whole
from imr_desk.parser.words.printed import printed, sentences, span_of

_OLD = r"olds?(?=\b|male|female|man|woman)|of age\b|o\b\.?|o(?=[MF]\b)"
_YEARS_OLD = rf"(?P<age>{NUMBER})\s*~?\s*(?:years?|yrs?\.?|y)(?:\s*~?\s*|/|\.)(?:{_OLD})"
_AGE = (
    printed(_YEARS_OLD + r"(?! (?:son|daughter|child|injury|claim|history|fracture))"),
    printed(rf"\b(?:age|aged)\s*:?(?: of| is| was)? (?P<age>{NUMBER})(?! weeks| months)"),
)
_AGE_UNKNOWN = printed(
    r"\b(?:of )?(?:an )?(?:unknown|unspecified|unstated|undisclosed) age\b"
    r"|\bage (?:is |was )?(?:unknown|not (?:stated|provided|specified|documented|noted|given|available|listed))"
)
YOUNGEST, OLDEST = 14, 110
_SEX = printed(r"(?:\b|(?<=old))(?:(?P<female>fe~?male|wo~?man|lady)|(?P<male>male|man|gentleman))\b")
_SEX_LETTER = printed(rf"{_YEARS_OLD}\W{{0,3}}(?-i:(?P<female>F)|(?P<male>M))\b")
_INJURY = printed(
    r"\b(?:re~?)?injur(?:y|ies)\b|\binjured\b(?! (?:worker|employee|party|patient|claimant|individual|person))"
    r"|\bD\.?O\.?I\b|\baccident\b|\boccupational claim\b|\bindustrial claim\b|\bclaim (?:from|of|dated)\b|\bincident\b"
    r"|\bdate of (?:loss|onset)\b|\b(?:cumulative|industrial) trauma\b|\bhurt\b"
)
_EVENT = printed(
    r"\b(?:fell|falling|falls?|slipp(?:ed|ing)|tripp(?:ed|ing)|collision|struck|assaulted|attacked|rear~?ended|twist(?:ed|ing)"
    r"|lift(?:ed|ing)|caught|crushed|pinned|hit|bitten|burn(?:ed|t)|splash(?:ed|ing)|exposed|jump(?:ed|ing)|stepp(?:ed|ing)"
    r"|pull(?:ed|ing)|push(?:ed|ing)|onset|developed|began)\b"
)
"""What an injury may come from, where the summary does not call it one."""
_DATE = re.compile(rf"{DATE.pattern}|(?:(?<=\bin )|(?<=\bof )|(?<=\byear ))(?:19|20)\d\d\b", re.IGNORECASE)
_DATE_FIRST = printed(
    rf"(?:(?:On|In|Around) (?:or about )?)?(?P<date>{DATE.pattern})[^.]{{0,80}}?"
    r"\b(?:(?:sustained|suffered) (?:an?|the|his|her)"
    r"|(?:injured|hurt) (?:his|her|the|both|him|himself|herself)|was (?:injured|hurt))\b"
)
_INJURY_AFTER = printed(r"\s*,?(?: work~?related| industrial)? (?:injury|accident|date of injury)")
_OTHER_ROLES = frozenset({"visit", "service", "request", "review"})
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
            if years is not None and YOUNGEST <= years <= OLDEST:
                return found(years, span_of(match, "age"), rule)
    if unknown := _AGE_UNKNOWN.search(text, summary.start, summary.end):
        return absent("patient.age unknown", Absence.STATED_UNKNOWN, span_of(unknown))
    return absent("patient.no age")


def _sex(text: str, summary: Span, age: Entry) -> Entry:
    """The word beside the age counts most; a pronoun alone counts for nothing."""
    if age.span:
        if letter := _SEX_LETTER.match(text, age.span.start, summary.end):
            return _sex_found(letter, "patient.sex beside age")
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
    for sentence in sentences(text, summary):
        for span, iso in _dates_after(text, sentence, _EVENT, _OTHER_ROLES | {"report"}):
            return found(iso, span, "patient.injury date of event")
    return absent("patient.no injury date")


def _tied_dates(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    """The dates that the sentence ties to the injury by its words or by their order."""
    if first := _DATE_FIRST.match(text, sentence.start, sentence.end):
        yield from _dated(span_of(first, "date"), first["date"])
    for match in _DATE.finditer(text, sentence.start, sentence.end):
        if _INJURY_AFTER.match(text, match.end()):
            yield from _dated(span_of(match), match[0])
    yield from _dates_after(text, sentence, _INJURY, _OTHER_ROLES)


def _dates_after(
    text: str, sentence: Span, cue: re.Pattern[str], others: Collection[str]
) -> Iterator[tuple[Span, str]]:
    """The dates after the cue, but for those that are plainly of something else."""
    start = cue.search(text, sentence.start, sentence.end)
    for match in _DATE.finditer(text, start.end(), sentence.end) if start else ():
        if role_of(text, span_of(match), start.end() if start else 0) not in others:
            yield from _dated(span_of(match), match[0])


def _dated(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    if iso := iso_date(words):
        yield span, iso


def _opening(text: str, summary: Span) -> Span:
    first = next(iter(sentences(text, summary)), summary)
    return Span(summary.start, first.end)
