"""The service an item is about: body part, side, and how often."""

from __future__ import annotations

import re
from functools import cache

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found
from imr_desk.parser.words.numbers import NUMBER, number_of, whole
from imr_desk.parser.words.printed import printed, span_of, worded
from imr_desk.parser.words.vocabulary import load_vocabulary

FIELDS = ("body_part", "side", "visits", "per_week", "weeks")
REACH = 2
"""Words between a body part and the side printed after it, at most."""

_ABBREVIATED = re.compile(r"\b(?P<side>[RLB])(?P<limb>[UL])(?:E|Es)\b")
_SIDE = printed(
    r"\b(?:(?P<bilateral>bilateral(?:ly)?|both|right(?: and |/|~)left|left(?: and |/|~)right|bil\b\.?)"
    r"|(?P<left>left|lt\b\.?)|(?P<right>right|rt\b\.?))(?=\W|$)"
)
_RANGE = rf"(?<![CTLS]\d-)(?:\d+\s*(?:~|to)\s*)?{NUMBER}"
_WEEK = r"(?:weeks?|wks?)\b"
_BY = r"(?:x|\u00d7|times)"
_PER_WEEK = (
    printed(
        rf"(?P<n>{_RANGE})\s*(?:times?|x|xs|sessions?|visits?|days?|treatments?)?\s*(?:/|per|a|each|every) ?\s*{_WEEK}"
    ),
    printed(rf"(?P<n>{_RANGE})\s*(?:times?|x|sessions?|visits?|days?)?\s*(?:weekly)\b"),
    printed(rf"\b(?P<n>once|twice) (?:a |per |each |every )?{_WEEK}"),
    printed(r"\b(?P<n>once|twice)(?: |~)weekly\b"),
    printed(rf"(?P<n>{_RANGE})\s*{_BY}\s*{_WEEK}"),
    printed(rf"(?<![\w.-])(?P<n>[1-7])\s*{_BY}\s*(?P<weeks>\d{{1,2}})(?![\w.])"),
)
_WEEKS = (
    printed(rf"(?<![-/])(?P<n>{_RANGE}) ?~?\s*(?:consecutive )?(?:weeks?|wks?)\b"),
    printed(rf"(?<![\w.-])[1-7]\s*{_BY}\s*(?P<n>\d{{1,2}})(?![\w.])"),
)
_NO_COURSE = printed(r"\b(?:per|every|each|a|in|within|after|q)\s*$")
_COUNTED = r"(?:sessions?|visits?|treatments?|appointments?|follow~?ups?|tx)"
_NOT_A_RATE = r"\b(?! (?:per|a|each|every)\b)"
_SPAN_OF_TIME = r"(?! (?:times?|x|days?|weeks?|months?|hours?|years?)\b)"
_VISITS = (
    printed(rf"\b{_COUNTED}\s*\(\s*(?P<n>\d{{1,3}})\s*\)"),
    printed(
        rf"\b(?P<n>{_RANGE})\s*~?\s*(?:additional |more |total |further |follow~?up |office )?{_COUNTED}{_NOT_A_RATE}"
    ),
    printed(rf"\b(?P<n>{_RANGE}){_SPAN_OF_TIME} (?:[A-Za-z/()-]+ ){{1,5}}?{_COUNTED}{_NOT_A_RATE}"),
    printed(
        rf"(?<![^\w.-][1-7]\s)\b(?:times|x|QTY|quantity|series of)\s*[:#]?\s*#?(?P<n>{NUMBER})"
        r"(?!\s*(?:weeks?|wks?|a |per |months?|days?|years?|hours?|times?|mg|/|- ?\d+ ?(?:weeks?|wks?|months?)))"
    ),
    printed(r"(?<!tooth\s)#\s*(?P<n>\d+(?:\.\d+)?)"),
    printed(r"\(\s*(?P<n>\d{1,3})\s*\)\s*$"),
)
_MEASURE = (
    "times?|x(?!~)|hours?|days?|weeks?|months?|years?|levels?|views?|panels?|leads?|channels?|parts?|points?|phases?|inch|inches|mg|"
    "wheel|wheeled|person"
)
_LEADING = printed(
    r"(?:[^:]*: ?)?(?:(?:retro(?:spective(?:ly)?)?|requests?|reviews?|authorization|prescription|for|of|the) )*"
    rf"(?P<n>{NUMBER})(?! (?:{_MEASURE})\b)"
    r"(?!\s*(?:~|/|%|x\b(?!~)|st\b|nd\b|rd\b|th\b))"
)
_SPECIALTY = printed(r"(?: |~)(?:surgery|surgeons?|specialists?|clinic|center)\b")
_SPECIALIST = printed(r"(?: |~)(?:surgeons?|specialists?|clinic|center|movement desensiti[sz]ation)\b")
_LIMBS = {"U": "upper extremity", "L": "lower extremity"}
_SIDES = {"R": "right", "L": "left", "B": "bilateral"}


def read_service(text: str, within: Span) -> Entries:
    """The parts of a service request; what is not printed is absent."""
    part = _body_part(text, within)
    return {
        "body_part": part,
        "side": _side(text, within, part.span),
        "visits": _visits(text, within),
        "per_week": _number(text, within, _PER_WEEK, "service.per week"),
        "weeks": _weeks(text, within),
    }


def _body_part(text: str, within: Span) -> Entry:
    named = _body_part_words().finditer(text, within.start, within.end)
    matches = [one for one in named if not _SPECIALIST.match(text, one.end())]
    match = next((one for one in matches if not _SPECIALTY.match(text, one.end())), matches[0] if matches else None)
    short = _ABBREVIATED.search(text, within.start, within.end)
    if short and not (match and match.start() < short.start()):
        return found(_LIMBS[short["limb"]], span_of(short), "service.body part abbreviated")
    if match:
        return found(worded(text, span_of(match)).casefold(), span_of(match), "service.body part")
    return absent("service.no body part")


def _side(text: str, within: Span, part: Span | None) -> Entry:
    """The side of the body part named first: of one named later it would be another's."""
    alone = len({one[0].casefold() for one in _body_part_words().finditer(text, within.start, within.end)}) < 2
    for match in _SIDE.finditer(text, within.start, within.end):
        if part is None or match.end() <= part.start or _is_of(text, part, match, within) or alone:
            return found(str(match.lastgroup), span_of(match), "service.side")
    if short := _ABBREVIATED.search(text, within.start, within.end):
        return found(_SIDES[short["side"]], span_of(short), "service.side abbreviated")
    return absent("service.no side")


def _is_of(text: str, part: Span, side: re.Match[str], within: Span) -> bool:
    """Whether a side printed after the part is that part's: close behind it, no other part right after it."""
    next_part = _body_part_words().match(text, side.end() + 1, within.end)
    return next_part is None and len(text[part.end : side.start()].split()) <= REACH


@cache
def _body_part_words() -> re.Pattern[str]:
    words = {word for choice in load_vocabulary().choices("body_parts") for word in (choice.value, *choice.aliases)}
    longest = sorted((re.escape(word).replace("\\ ", "(?: |~)") for word in words), key=len, reverse=True)
    return printed(rf"\b(?:{'|'.join(longest)})\b")


def _visits(text: str, within: Span) -> Entry:
    for pattern in _VISITS:
        if entry := _counted(text, within, pattern, "service.visits"):
            return entry
    leading = _LEADING.match(text, within.start, within.end)
    number = _upper(leading["n"]) if leading else None
    if leading and number is not None and number < 100:
        return found(number, span_of(leading, "n"), "service.leading number")
    return absent("service.no visits")


def _weeks(text: str, within: Span) -> Entry:
    for pattern in _WEEKS:
        for match in pattern.finditer(text, within.start, within.end):
            before = text[max(within.start, match.start() - 12) : match.start()]
            number = _upper(match["n"])
            if number is not None and not _NO_COURSE.search(before):
                return found(number, span_of(match), "service.weeks")
    return absent("service.no weeks")


def _number(text: str, within: Span, patterns: tuple[re.Pattern[str], ...], rule: str) -> Entry:
    for pattern in patterns:
        if entry := _counted(text, within, pattern, rule):
            return entry
    return absent(f"{rule} missing")


def _counted(text: str, within: Span, pattern: re.Pattern[str], rule: str) -> Entry | None:
    match = pattern.search(text, within.start, within.end)
    number = _upper(match["n"]) if match else None
    return found(number, span_of(match), rule) if match and number is not None else None


def _upper(words: str) -> int | None:
    """The number, or the upper end of a range."""
    figures = re.findall(r"\d+(?:\.\d+)?", words)
    return whole(float(figures[-1])) if figures else whole(number_of(words))
