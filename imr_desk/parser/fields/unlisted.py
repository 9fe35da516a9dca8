"""Drugs that no list has, told by what is printed after their names."""

from __future__ import annotations

from imr_desk.letter.span import Span
from imr_desk.parser.words.printed import printed, span_of

_KIND = (
    r"(?:patch(?:es)?|gel|cream|lotion|ointment|tablets?|tabs?|capsules?|caps?|solution|spray|inhaler|drops"
    r"|ER|XR|SR|CR|DR|XL|ODT)\b"
)
_LATER_WORD = rf"[ -](?!{_KIND}|(?:with|quantity|qty|unknown|number)\b)[A-Z][A-Za-z]+"
_NAME = rf"(?P<name>[A-Z][A-Za-z]{{3,}}(?:{_LATER_WORD})?)"
_AMOUNT = r"\d+(?:,\d{3})?(?:\.\d+)?"
_STRENGTH = rf"{_AMOUNT}(?: ?[-/] ?{_AMOUNT})* ?(?:mgs?|mcgs?|milligrams?|micrograms?|%)(?![a-z])"
_OF_STRENGTH = printed(rf"\b(?!compound|topical){_NAME}(?: {_KIND})* ?,? ?\(?{_STRENGTH}")
_LEAD_IN = (
    r"\W*(?:(?:retro(?:spective)?|requests?|prescriptions?|refills?|medications?|containers?|unknown|compound(?:ed)?|topical|one|\d+|\(\d+\)"
    r"|of|for|the)[: ]+)*"
)
_PACKED = rf"{_AMOUNT} ~?(?:bottles?|tubes?|jars?|vials?|tablets?|capsules?)\b"
_QUANTITY = r"(?:(?:unknown|unspecified) )?(?:QTY|quantity)\b"
_BARE = printed(rf"{_LEAD_IN}{_NAME}(?:[ ,(]+(?:{_KIND}|{_QUANTITY}|{_PACKED})|[ ,(]*# ?\d)")


def drug_of_strength(text: str, within: Span) -> Span | None:
    """The name before a printed strength."""
    match = _OF_STRENGTH.search(text, within.start, within.end)
    return span_of(match, "name") if match else None


def bare_drug(text: str, within: Span) -> Span | None:
    """The name that a request opens with, a form or a quantity after it: for a request that names no service."""
    match = _BARE.match(text, within.start, within.end)
    return span_of(match, "name") if match else None
