"""How often a drug is taken: `one tablet twice daily`, `1 tab every 6 hours`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from imr_desk.checks.amount import NUMBERS

_COUNT = rf"(\d+|{'|'.join(NUMBERS)})"
_DAILY = r"(?:a\s+day|daily|per\s+day)"
_TIMES = {
    rf"(?:once|one\s+time)\s+{_DAILY}|every\s+day|q\.?d\b|at\s+bedtime|qhs|nightly|every\s+night": 1,
    rf"(?:twice|(?:two|2)\s+times)\s+{_DAILY}|b\.?i\.?d\b|every\s+12\s+hours": 2,
    rf"(?:three|3)\s+times\s+{_DAILY}|t\.?i\.?d\b|every\s+8\s+hours": 3,
    rf"(?:four|4)\s+times\s+{_DAILY}|q\.?i\.?d\b|every\s+6\s+hours": 4,
}
_USE = re.compile(
    rf"\b{_COUNT}\s+(?:tab(?:let)?s?|cap(?:sule)?s?|pills?)\s+(?:by\s+mouth\s+|orally\s+|po\s+|p\.o\.\s+)?"
    rf"(?:{'|'.join(f'(?P<t{times}>{words})' for words, times in _TIMES.items())})"
    r"(?P<needed>[^.;]{0,20}(?:as\s+needed|prn))?(?:[^.;#]{0,12}?\b(?P<days>\d+)\s+days)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Use:
    """Pieces a day, for so many days where they are printed; `printed` is how the text says it."""

    a_day: int
    days: int | None
    printed: str


def use(prose: str) -> Use | None:
    """The first regular use that the text tells; what is taken as needed is no regular use."""
    match = _USE.search(prose)
    if not match or match["needed"]:
        return None
    count = NUMBERS.get(match[1].lower()) or int(match[1])
    times = next(times for times in _TIMES.values() if match[f"t{times}"])
    days = int(match["days"]) if match["days"] else None
    return Use(count * times, days, " ".join(match[0].split()))
