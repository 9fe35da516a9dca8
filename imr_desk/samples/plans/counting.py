"""Numbers as letters write them: digits, words, or both."""

from __future__ import annotations

from random import Random

from imr_desk.samples.paper.passage import Passage, field

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")  # fmt: skip


def in_words(number: int) -> str:
    """The number in words where it has one here, else its digits."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def courses(rng: Random) -> dict[str, Passage]:
    """The parts of a course of treatment that requests are worded with, agreeing with each other."""
    per_week, weeks = rng.choice([(1, 6), (2, 3), (2, 4), (2, 6), (3, 4)])
    return {
        "per_week": field("service.per_week", _per_week(per_week, rng), per_week),
        "weeks": field("service.weeks", rng.choice([f"{weeks} weeks", f"{in_words(weeks)} weeks"]), weeks),
        "sessions": sessions(per_week * weeks),
        "number": field("service.visits", _number(per_week * weeks, rng), per_week * weeks),
        "times": field("service.visits", f"times {per_week}", per_week),
        "one": field("service.visits", "One (1)", 1),
    }


def sessions(number: int) -> Passage:
    """`12 sessions`, being the number of visits."""
    return field("service.visits", f"{number} sessions", number)


def _per_week(number: int, rng: Random) -> str:
    times = "time" if number == 1 else "times"
    return rng.choice([f"{number} {times} a week", f"{in_words(number)} {times} a week", f"{number} {times} per week"])


def _number(number: int, rng: Random) -> str:
    word = in_words(number).capitalize()
    return rng.choice([word, f"{word} ({number})", str(number)])
