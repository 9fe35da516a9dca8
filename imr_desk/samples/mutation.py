"""Texts damaged as copying, scanning and hurried hands damage them; for proving that reading never fails."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page

_LABELS = ("guideline:", "rationale:", "Number:", "Date:", "Licensure:", "Specialty:", "SUMMARY", "DECISIONS", "Upheld")
_ODD = "\x00\u00ad\u200b\u202e\ufeff\ufffd\U0001f600é漢ßﬁ٣½"


def mutated(text: str, rng: Random) -> str:
    """The text with one to four injuries."""
    for injure in rng.choices(_INJURIES, k=rng.randint(1, 4)):
        text = injure(text, rng)
    return text


def bare(text: str) -> LetterText:
    """The text as a letter of one page whose words stand nowhere."""
    return LetterText(text, (Page(1, 612.0, 792.0, Span(0, len(text))),), ())


def _line_dropped(text: str, rng: Random) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _lines_swapped(text: str, rng: Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _line_doubled(text: str, rng: Random) -> str:
    lines = text.split("\n")
    place = rng.randrange(len(lines))
    return "\n".join([*lines[:place], lines[place], *lines[place:]])


def _cut(text: str, rng: Random) -> str:
    """Only what stands before, or after, some character."""
    at = rng.randint(0, len(text))
    return rng.choice([text[:at], text[at:]])


def _label_misspelt(text: str, rng: Random) -> str:
    """One or two letters wrong, or missing, in every place of a label."""
    label = rng.choice(_LABELS)
    wrong = label
    for _ in range(rng.randint(1, 2)):
        at = rng.randrange(len(wrong))
        wrong = wrong[:at] + rng.choice(["", "x", wrong[at] * 2]) + wrong[at + 1 :]
    return text.replace(label, wrong)


def _odd_characters(text: str, rng: Random) -> str:
    for _ in range(rng.randint(1, 20)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(_ODD) + text[at:]
    return text


_INJURIES: tuple[Callable[[str, Random], str], ...] = (
    _line_dropped,
    _lines_swapped,
    _line_doubled,
    _cut,
    _label_misspelt,
    _odd_characters,
)
