"""Whether the rationale tells the same history as the case summary."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from imr_desk import paths
from imr_desk.checks.amount import NUMBERS
from imr_desk.checks.mention import sentences
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject

_MISSING = (
    r"\b(?:no|not|nor|lack(?:s|ing)?(?: of)?|without|absence of)\b[^.]{0,25}"
    r"\b(?:documentation|document\w*|evidence|mention\w*|record\w*|indication)\b(?: (?:of|that|the|patient|has|any|a))*"
    r"(?:(?!support|need|warrant)[^.,;]){0,30}?"
)
_DOUBTED = re.compile(
    r"\b(?:no|not|nor|den(?:y|ies|ied)|without|request\w*|plan\w*|recommend\w*|non-?certif\w*)\b", re.I
)
_DONE = re.compile(
    rf"\b(?:completed|attended|received|undergone|underwent)\b[^.\d]{{0,30}}?\b(\d{{1,2}}|{'|'.join(NUMBERS)})\b"
    r"(?: of \d+)?(?: \w+){0,2}? (?:sessions|visits)(?: of)? (physical therapy|acupuncture|chiropractic|massage)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Undocumented:
    """Something that rationales call undocumented: how they say so, and what in a summary shows that it is there."""

    name: str
    missing: re.Pattern[str]
    shown: re.Pattern[str]


def r04_missing_and_shown(letter: Subject) -> Iterator[Sign]:
    """What a rationale calls undocumented is not told in the summary; what was only asked for there is not meant."""
    told = [one for one in sentences(letter.summary_words) if not _DOUBTED.search(one)]
    shown = tuple(_shown(told))
    for item in letter.items:
        for thing, words in shown:
            if thing.missing.search(item.rationale):
                yield sign(item.at("rationale"), item=item.number, missing=thing.name, shown=words)


def _shown(told: Sequence[str]) -> Iterator[tuple[Undocumented, str]]:
    """What these sentences show, each thing with the first words that do."""
    for thing in _undocumented():
        match = next(filter(None, map(thing.shown.search, told)), None)
        if match:
            yield thing, match[0]


def r05_same_history(letter: Subject) -> Iterator[Sign]:
    """Summary and rationale count the same visits."""
    summary = _visits(letter.summary_words)
    for item in letter.items:
        for therapy, visits in _visits(item.rationale).items():
            if therapy in summary and summary[therapy] != visits:
                words = {"item": item.number, "therapy": therapy, "rationale": visits}
                yield sign(item.at("rationale"), **words, summary=summary[therapy])


def _visits(prose: str) -> dict[str, int]:
    return {therapy.lower(): NUMBERS.get(count.lower()) or int(count) for count, therapy in _DONE.findall(prose)}


@lru_cache(maxsize=1)
def _undocumented() -> tuple[Undocumented, ...]:
    data = tomllib.loads((paths.resources() / "checks" / "histories.toml").read_text("utf-8"))
    return tuple(
        Undocumented(
            row["name"],
            re.compile(rf"{_MISSING}\b(?:{row['missing']})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{row['shown']})\b", re.IGNORECASE),
        )
        for row in data.values()
        if isinstance(row, dict)
    )
