"""Whether what is said of the patient holds together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.checks.rules.dates import DECISION, INJURY
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Item, Subject

AGES = range(14, 101)
AGES_AT_INJURY = range(14, 86)
_PRONOUNS = {"male": r"\b(?:he|him|his|himself)\b", "female": r"\b(?:she|her|hers|herself)\b"}
_EITHER = re.compile(r"\b(?:he|his|him)\s?(?:/|or)\s?(?:she|hers?)\b", re.IGNORECASE)
_OTHER_SEX = {"male": "female", "female": "male"}
_SEXES = {"male": "male", "man": "male", "gentleman": "male", "female": "female", "woman": "female", "lady": "female"}
_PERSON = re.compile(
    rf"\b(\d{{1,3}})[\s-]*(?:year|yr)s?[\s-]*old\b(?:\W+(?:\w+\s+)?({'|'.join(_SEXES)})\b)?", re.IGNORECASE
)


def p01_age(letter: Subject) -> Iterator[Sign]:
    """An age is stated, or stated to be unknown, and is one that a worker may have."""
    age = letter.value("patient.age")
    if letter.unsettled("patient.age"):
        yield sign("patient.age", age="not stated")
    elif isinstance(age, int | float) and int(age) not in AGES:
        yield sign("patient.age", age=f"given as {age}")


def p02_age_at_injury(letter: Subject) -> Iterator[Sign]:
    """The patient was of an age to work when injured."""
    age, injury, decision = letter.value("patient.age"), letter.period(INJURY), letter.period(DECISION)
    if not (isinstance(age, int | float) and injury and decision):
        return
    then = int(age) - (decision.first.year - injury.last.year)
    if then not in AGES_AT_INJURY:
        yield sign("patient.age", INJURY, DECISION, age=then)


def p03_pronouns(letter: Subject) -> Iterator[Sign]:
    """Where the other sex's pronouns prevail; one alone may be a doctor's."""
    sex = str(letter.value("patient.sex"))
    if sex not in _OTHER_SEX:
        return
    if pronoun := _prevailing(letter.summary_words, sex):
        yield sign("patient.sex", sex=sex, where="summary", pronoun=pronoun)
    for item in letter.items:
        if pronoun := _prevailing(item.rationale, sex):
            where = f"rationale of item {item.number}"
            yield sign("patient.sex", item.at("rationale"), sex=sex, where=where, pronoun=pronoun)


def _prevailing(prose: str, sex: str) -> str:
    """A pronoun of the other sex, where those prevail."""
    clear = _EITHER.sub(" ", prose)
    own = re.findall(_PRONOUNS[sex], clear, re.IGNORECASE)
    other = re.findall(_PRONOUNS[_OTHER_SEX[sex]], clear, re.IGNORECASE)
    return other[0] if len(other) > 1 and len(other) > len(own) else ""


def p04_same_person(letter: Subject) -> Iterator[Sign]:
    """The rationale is about a patient of the same age and sex."""
    for item in letter.items:
        for age, sex in _persons(item):
            yield from _compared(letter, item, "age", age)
            yield from _compared(letter, item, "sex", sex)


def _persons(item: Item) -> set[tuple[int, str]]:
    return {(int(age), _SEXES.get(sex.lower(), "")) for age, sex in _PERSON.findall(item.rationale)}


def _compared(letter: Subject, item: Item, what: str, told: int | str) -> Iterator[Sign]:
    known = letter.value(f"patient.{what}")
    if known is not None and told and known != told:
        yield sign(f"patient.{what}", item.at("rationale"), what=what, summary=known, rationale=told, item=item.number)
