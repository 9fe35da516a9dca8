"""The headings of items: what was asked for, with every part of it marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from imr_desk.samples.paper.passage import Passage, field, filled
from imr_desk.samples.plans.counting import courses, sessions
from imr_desk.samples.plans.dates import DateStyle, written
from imr_desk.samples.plans.phrasebook import Compound, Drug, Phrasebook, Region, Service
from imr_desk.samples.plans.variation import Quirk, Variation


@dataclass(frozen=True, slots=True)
class Request:
    """A heading without its outcome, its topic, and how a sentence mentions it; `modified` where UR granted a part."""

    heading: Passage
    topic: str
    mention: str
    modified: bool = False

    @property
    def subject(self) -> str:
        """What it is about: the drug, or the whole heading."""
        names = (str(mark.value) for mark in self.heading.marks if mark.path == "medication.name")
        return next(names, self.heading.text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request may draw on: the phrases, the injured part and its side, and what the letter is to be like."""

    book: Phrasebook
    region: Region
    side: str
    variation: Variation

    def phrases(self, name: str) -> tuple[str, ...]:
        return self.book.sentences[name]

    def has(self, quirk: Quirk) -> bool:
        return self.variation.has(quirk)


def drug_request(drug: Drug, wanted: Wanted, rng: Random) -> Request:
    """A drug with its strength and, mostly, its quantity."""
    kinds = ["usual"] * 6 + ["uncounted"] + ([] if drug.schedule_2 else ["refilled"] * 2)
    pattern = rng.choice(wanted.phrases(f"drug_requests.{rng.choice(kinds)}"))
    heading = filled(pattern, **_drug_parts(drug, wanted, rng))
    return Request(_as_drug(heading, drug.ingredients), drug.topic, heading.text.removeprefix("Prescription of "))


def drug_in_part(drug: Drug, wanted: Wanted, rng: Random) -> Request:
    """A drug of which utilization review authorized a smaller quantity."""
    parts, asked = _drug_parts(drug, wanted, rng), max(drug.quantities)
    granted = asked // rng.choice([2, 3])
    amounts = [
        filled("{name} {strength} {n}", **{**parts, "n": _count(n, "#{n}")}) for n in (asked, granted, asked - granted)
    ]
    return _in_part(amounts, drug.topic, wanted, rng, lambda disputed: _as_drug(disputed, drug.ingredients))


def compound_request(compound: Compound, wanted: Wanted, rng: Random) -> Request:
    """A compounded cream: its name is the run of its ingredients."""
    names = rng.sample(compound.ingredients, rng.choice([2, 3, 4]))
    run = ", ".join(f"{name} {rng.choice(compound.percentages)}" for name in names)
    grams = rng.choice(compound.grams)
    heading = filled(
        rng.choice(compound.colons if wanted.has(Quirk.COLONS) else compound.patterns),
        name=field("medication.name", run),
        form=field("medication.form", "cream"),
        quantity=field("medication.quantity", f"{grams} grams", grams),
    )
    return Request(_as_drug(heading, tuple(name.lower() for name in names)), compound.topic, heading.text)


def service_request(service: Service, wanted: Wanted, rng: Random) -> Request:
    """A treatment that is no drug."""
    patterns = service.colons if service.colons and wanted.has(Quirk.COLONS) else service.requests
    heading = filled(rng.choice(patterns), **courses(rng), **_part(wanted, rng))
    return Request(_as_service(heading, service.category), service.topic, mid_sentence(heading.text))


def service_in_part(service: Service, wanted: Wanted, rng: Random) -> Request:
    """A course of treatment of which utilization review authorized some sessions."""
    parts, asked, granted = _part(wanted, rng), rng.choice([8, 10, 12]), rng.choice([2, 4, 6])
    amounts = [filled(service.portion, sessions=sessions(n), **parts) for n in (asked, granted, asked - granted)]
    request = _in_part(amounts, service.topic, wanted, rng, lambda disputed: _as_service(disputed, service.category))
    return replace(request, mention=mid_sentence(request.mention))


def in_retrospect(request: Request, day: date, wanted: Wanted, rng: Random) -> Request:
    """The request for a treatment already given that day."""
    pattern = rng.choice(wanted.phrases("retrospective.colons" if wanted.has(Quirk.COLONS) else "retrospective.usual"))
    style = rng.choice([DateStyle.SLASHES, DateStyle.SHORT_SLASHES])
    heading = filled(pattern, request=request.heading, day=written(day, style))
    return replace(request, heading=heading.knowing("retrospective", True))


def mid_sentence(words: str) -> str:
    """The words as they stand within a sentence: a small initial, unless an abbreviation opens them.

    >>> mid_sentence("Physical therapy"), mid_sentence("MRI of the neck")
    ('physical therapy', 'MRI of the neck')
    """
    return words if words[1:2].isupper() or words[1:2] == "-" else words[:1].lower() + words[1:]


def _in_part(
    amounts: Sequence[Passage], topic: str, wanted: Wanted, rng: Random, of_kind: Callable[[Passage], Passage]
) -> Request:
    """A modification of (asked, granted, remaining): in most wordings the rest is disputed, in some the whole again."""
    original, authorized, rest = amounts
    whole = rng.random() < 0.25
    disputed = original if whole else rest
    heading = filled(
        rng.choice(wanted.phrases("modification.whole" if whole else "modification.remaining")),
        original=field("modification.original", original.text),
        authorized=field("modification.authorized", authorized.text),
        disputed=_disputed(disputed, of_kind, also_original=whole),
    )
    return Request(heading, topic, original.text, modified=True)


def _disputed(amount: Passage, of_kind: Callable[[Passage], Passage], also_original: bool) -> Passage:
    disputed = of_kind(amount).marked("modification.disputed", amount.text)
    return disputed.marked("modification.original", amount.text) if also_original else disputed


def _drug_parts(drug: Drug, wanted: Wanted, rng: Random) -> dict[str, Passage]:
    misspelt = drug.misspelt and wanted.has(Quirk.MISSPELT)
    colons = "drug_requests.counts_with_colons" if wanted.has(Quirk.COLONS) else "drug_requests.counts"
    refills = rng.choice([1, 2, 3, 5])
    form = rng.choice(drug.forms)
    return {
        "name": field("medication.name", drug.misspelt if misspelt else drug.name),
        "strength": field("medication.strength", rng.choice(drug.strengths)),
        "form": field("medication.form", form, wanted.book.forms.get(form, form)),
        "quantity": _count(rng.choice(drug.quantities), rng.choice(wanted.phrases(colons))),
        "refills": field("medication.refills", f"with {refills} refill{'s' if refills > 1 else ''}", refills),
    }


def _count(number: int, pattern: str) -> Passage:
    return field("medication.quantity", pattern.format(n=number), number)


def _part(wanted: Wanted, rng: Random) -> dict[str, Passage]:
    body = field("service.body_part", rng.choice(wanted.region.parts))
    side = field("service.side", wanted.side)
    capital = field("service.side", wanted.side.capitalize(), wanted.side)
    opening = field("service.body_part", body.text[:1].upper() + body.text[1:], body.text)
    return {
        "limbs": field("service.body_part", wanted.region.limbs),
        "bilateral": field("service.side", "bilateral"),
        "part": side + " " + body if wanted.region.sided else body,
        "Part": capital + " " + body if wanted.region.sided else opening,
    }


def _as_drug(heading: Passage, ingredients: tuple[str, ...]) -> Passage:
    for place, ingredient in enumerate(ingredients):
        heading = heading.knowing(f"medication.ingredients[{place}]", ingredient)
    return heading.knowing("kind", "drug").knowing("category", "Pharmaceuticals").knowing("retrospective", False)


def _as_service(heading: Passage, category: str) -> Passage:
    return heading.knowing("kind", "service").knowing("category", category).knowing("retrospective", False)
