"""Whether the letter has all its parts, in order, and adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.checks.amount import amount
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Item, Subject

_NAMES = ("how the determination was made", "clinical case summary", "issues, decisions and rationales")
_ITEM_PARTS = {
    "request": "request",
    "claims_administrator_guideline.text": "Claims Administrator guideline",
    "maximus_guideline.text": "MAXIMUS guideline",
    "rationale": "decision rationale",
}
CASE = "header.case_number"
_APPLIED = ("header.application_received", "header.date_assigned")
_CASE_NUMBER = re.compile(r"CM(?P<year>\d\d)-\d{7}")
_NUMBERING = re.compile(r"(?:^|\n) *\(?(\d{1,2})[.)]\)? *$")
_FOOTER = re.compile(r"\s*Final\s+Determination\s+Letter\s+for\s+IMR\s+Case\s+Number[^\n]*(?:\s+\d+)?\s*$")
_ENDING = re.compile(r"[.!?:;)\]\"'”’]\s*$")


def s01_headings_in_order(letter: Subject) -> Iterator[Sign]:
    """A letter without any of them is of another template."""
    found = [(name, place) for name, place in zip(_NAMES, letter.headings, strict=True) if place]
    if not found:
        return
    places = [place for _, place in found]
    if missing := [name for name, place in zip(_NAMES, letter.headings, strict=True) if not place]:
        yield sign(trouble=f"missing: {'; '.join(missing)}")
    elif places != sorted(places):
        yield sign(trouble="they stand in another order")


def s02_items_whole(letter: Subject) -> Iterator[Sign]:
    """Every item has a request, both guidelines and a rationale, unless a person has seen that it has none."""
    for item in letter.items:
        for part, name in _ITEM_PARTS.items():
            if letter.unsettled(item.at(part)):
                yield sign(item.at(part), item=item.number, missing=name)


def s03_numbering(letter: Subject) -> Iterator[Sign]:
    """Printed numbers are 1 to n, or absent."""
    printed = [_printed_number(item) for item in letter.items]
    if any(printed) and printed != [item.number for item in letter.items]:
        fields = [item.at("request") for item in letter.items]
        shown = ", ".join(str(number) if number else "nothing" for number in printed)
        yield sign(*fields, printed=shown, count=len(printed))


def _printed_number(item: Item) -> int | None:
    span = item.letter.record.at(item.at("request")).span
    match = _NUMBERING.search(item.letter.text.text[max(0, span.start - 8) : span.start]) if span else None
    return int(match[1]) if match else None


def s05_modification_adds_up(letter: Subject) -> Iterator[Sign]:
    """Where all three parts say how many; a letter may also leave the whole original in dispute."""
    for item in letter.items:
        fields = [f"modification.{part}" for part in ("original", "authorized", "disputed")]
        original, authorized, disputed = (amount(item.words(field)) for field in fields)
        if original is None or authorized is None or disputed is None:
            continue
        if original not in (disputed, authorized + disputed):
            places = [item.at(field) for field in fields]
            yield sign(*places, item=item.number, original=original, authorized=authorized, disputed=disputed)


def s06_ends_whole(letter: Subject) -> Iterator[Sign]:
    """A missing full stop after a conclusion is common and no sign of a cut."""
    text = _FOOTER.sub("", letter.text.text).rstrip()
    if not text or _ENDING.search(text) or re.search(r"\bnecessary$|\bappropriate$", text):
        return
    last = [item.at("rationale") for item in letter.items[-1:]]
    yield sign(*last, ending=" ".join(text.split()[-4:]))


def s07_pages_have_text(letter: Subject) -> Iterator[Sign]:
    """Every page has text."""
    for page in letter.text.pages:
        if not page.span.of(letter.text.text).strip():
            yield sign(page=page.number)


def s08_case_number(letter: Subject) -> Iterator[Sign]:
    """CM, the year in which the application came, a hyphen and seven figures."""
    number = letter.value(CASE)
    if number is None:
        return
    shape = _CASE_NUMBER.fullmatch(str(number))
    if shape is None:
        yield sign(CASE, printed=letter.words(CASE), trouble="others have CM, two figures, a hyphen and seven figures")
        return
    days = {path: days for path in _APPLIED if (days := letter.period(path))}
    if days and not any(int(shape["year"]) in (one.first.year % 100, one.last.year % 100) for one in days.values()):
        yield sign(CASE, *days, printed=letter.words(CASE), trouble="its year is not that of the application")
