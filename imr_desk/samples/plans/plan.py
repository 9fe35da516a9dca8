"""The plan of a letter: every fact it will tell, settled before a word is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from imr_desk.samples.plans.dates import Timeline, timeline
from imr_desk.samples.plans.phrasebook import Phrasebook, Region, Service
from imr_desk.samples.plans.requests import (
    Request,
    Wanted,
    compound_request,
    drug_in_part,
    drug_request,
    in_retrospect,
    service_in_part,
    service_request,
)
from imr_desk.samples.plans.variation import Decisions, Quirk, Template, Variation

_WITHOUT_MODIFICATIONS = (Template.A, Template.B, Template.C)
"""Templates whose decisions are sentences: no wording of a modification in them is known."""
_USUAL_ITEMS = (1,) * 12 + (2, 2, 2, 3, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """A disputed item: what was asked, how it was decided, and whether its rationale says the contrary."""

    request: Request
    upheld: bool
    contradicted: bool = False

    @property
    def outcome(self) -> str:
        """`upheld` or `overturned`."""
        return "upheld" if self.upheld else "overturned"


@dataclass(frozen=True)
class LetterPlan:
    """The facts of a letter. `age` is None where the letter calls it unknown; `told_injury` is the summary's date."""

    variation: Variation
    case_number: str
    days: Timeline
    told_injury: date
    age: int | None
    female: bool
    region: Region
    side: str
    diagnoses: tuple[str, ...]
    states: tuple[tuple[str, str], ...]
    """Postal codes and names."""
    specialties: tuple[str, ...]
    items: tuple[ItemPlan, ...]


def planned(rng: Random, variation: Variation, book: Phrasebook) -> LetterPlan:
    """A letter as the seed and the variation would have it."""
    days = timeline(rng, variation.template)
    region = rng.choice(book.regions)
    side = rng.choice(["left", "right"])
    wanted = Wanted(book, region, side, variation)
    count = 1 if variation.template is Template.C else variation.items or rng.choice(_USUAL_ITEMS)
    return LetterPlan(
        variation=variation,
        case_number=f"CM{days.application:%y}-9{rng.randrange(10**6):06}",
        days=days,
        told_injury=days.injury - timedelta(40) if variation.has(Quirk.CONFLICTING_DATES) else days.injury,
        age=None if variation.has(Quirk.UNKNOWN_AGE) else rng.randint(19, 72),
        female=rng.random() < 0.5,
        region=region,
        side=side,
        diagnoses=tuple(one.format(side=side) for one in rng.sample(region.diagnoses, rng.randint(1, 3))),
        states=tuple(rng.sample(sorted(book.fixed.states.items()), rng.choice([1, 1, 1, 2, 3]))),
        specialties=tuple(rng.sample(book.fixed.specialties, rng.choice([1, 1, 1, 2]))),
        items=_items(_requests(count, days, wanted, rng), variation, rng),
    )


def _items(requests: Sequence[Request], variation: Variation, rng: Random) -> tuple[ItemPlan, ...]:
    items = [
        ItemPlan(request, upheld)
        for request, upheld in zip(requests, _upheld(len(requests), variation, rng), strict=True)
    ]
    if variation.has(Quirk.CONTRADICTION) and variation.template is not Template.C:
        place = rng.randrange(len(items))
        items[place] = replace(items[place], contradicted=True)
    return tuple(items)


def _upheld(count: int, variation: Variation, rng: Random) -> list[bool]:
    match variation.decisions:
        case Decisions.UPHELD:
            return [True] * count
        case Decisions.OVERTURNED:
            return [False] * count
        case Decisions.MIXED:
            return rng.sample([place % 2 == 0 for place in range(count)], count)
        case Decisions.AS_USUAL:
            return [rng.random() < 0.89 for _ in range(count)]


def _requests(count: int, days: Timeline, wanted: Wanted, rng: Random) -> list[Request]:
    """So many requests, each about something else; those that the quirks ask for come first, then all are shuffled."""
    found: dict[str, Request] = {}
    while len(found) < count:
        request = _quirky(len(found), wanted, rng)
        found.setdefault(request.subject, request)
    requests = list(found.values())
    if wanted.has(Quirk.RETROSPECTIVE):
        first = next((n for n, request in enumerate(requests) if not request.modified), None)
        if first is not None:
            requests[first] = in_retrospect(requests[first], days.report, wanted, rng)
    rng.shuffle(requests)
    return requests


def _quirky(place: int, wanted: Wanted, rng: Random) -> Request:
    """The request at that place: what the quirks ask for in turn, and then any."""
    asked = [quirk for quirk in (Quirk.MODIFIED, Quirk.COMPOUND) if wanted.has(quirk)]
    if wanted.variation.template in _WITHOUT_MODIFICATIONS and Quirk.MODIFIED in asked:
        asked.remove(Quirk.MODIFIED)
    if place >= len(asked):
        return _any(wanted, rng)
    return (
        _in_part(wanted, rng) if asked[place] is Quirk.MODIFIED else compound_request(wanted.book.compound, wanted, rng)
    )


def _in_part(wanted: Wanted, rng: Random) -> Request:
    if rng.random() < 0.4:
        return drug_in_part(rng.choice(wanted.book.drugs), wanted, rng)
    return service_in_part(rng.choice([one for one in wanted.book.services if one.portion]), wanted, rng)


def _any(wanted: Wanted, rng: Random) -> Request:
    if rng.random() < 0.45:
        return drug_request(rng.choice(wanted.book.drugs), wanted, rng)
    return service_request(rng.choice(_fitting(wanted)), wanted, rng)


def _fitting(wanted: Wanted) -> list[Service]:
    """The services that suit the injured part."""
    return [one for one in wanted.book.services if wanted.region.sided or not one.sided]
