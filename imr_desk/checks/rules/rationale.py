"""Whether a rationale is about its own item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from imr_desk.checks.drugs import akin, drugs_in, known_drug
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Item, Subject

NEARLY_SAME = 92.0
"""From this likeness on (rapidfuzz ratio, 0..100) two rationales are one text with differences."""
DIFFERENCES_SHOWN = 3
_OTHER_SIDE = {"left": "right", "right": "left"}


def r02_same_side(letter: Subject) -> Iterator[Sign]:
    """Where the rationale names the other side and never the item's own, nor both."""
    for item in letter.items:
        side, rationale = str(item.value("service.side")), item.rationale
        other = _OTHER_SIDE.get(side, "")
        if other and _names(rationale, other) and not _names(rationale, side, "bilateral", "both"):
            yield sign(item.at("service.side"), item.at("rationale"), item=item.number, request=side, rationale=other)


def _names(prose: str, *words: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(words)})\b", prose, re.IGNORECASE) is not None


def r08_nearly_the_same(letter: Subject) -> Iterator[Sign]:
    """No rationale is an earlier one with a few words changed; each is compared with the first that it is like."""
    for place, item in enumerate(letter.items):
        earlier = next((one for one in letter.items[:place] if _nearly_the_same(one.rationale, item.rationale)), None)
        if earlier and earlier.rationale != item.rationale:
            fields = (earlier.at("rationale"), item.at("rationale"))
            differences = _differences(earlier.rationale, item.rationale)
            yield sign(*fields, first=earlier.number, second=item.number, differences=differences)


def _nearly_the_same(one: str, other: str) -> bool:
    return bool(one and other) and fuzz.ratio(one, other, score_cutoff=NEARLY_SAME) > 0


def _differences(first: str, second: str) -> str:
    """The words of the two that differ, one pair after another."""
    ours, theirs = first.split(), second.split()
    parts = [
        (" ".join(ours[step.src_start : step.src_end]), " ".join(theirs[step.dest_start : step.dest_end]))
        for step in Levenshtein.opcodes(ours, theirs)
        if step.tag != "equal"
    ]
    return "; ".join(f"{one or 'nothing'} / {other or 'nothing'}" for one, other in parts[:DIFFERENCES_SHOWN])


def r09_own_drug(letter: Subject) -> Iterator[Sign]:
    """Where a rationale names drugs, but none with the item's ingredients or of its class."""
    for item in letter.items:
        drug = known_drug(item.drug_name) if item.drug_name else None
        named = drugs_in(item.rationale) if drug else ()
        if not drug or not named or _mentions(item, item.drug_name):
            continue
        if not any(akin(drug, one) for one in named):
            fields = (item.at("medication.name"), item.at("rationale"))
            yield sign(*fields, item=item.number, request=item.drug_name, rationale=named[0].name)


def _mentions(item: Item, name: str) -> bool:
    return name.casefold() in item.rationale.casefold()
