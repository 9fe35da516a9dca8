"""Whether a drug is the same, in the same strength and number, wherever the letter names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_desk.checks.amount import pieces
from imr_desk.checks.dosage import Use, use
from imr_desk.checks.drugs import drugs_in, same_drug
from imr_desk.checks.limits import SUPPLY_DAYS
from imr_desk.checks.mention import DrugMention, drug_mentions, sentences
from imr_desk.checks.rules.drug import Request, requests
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject

MONTH = range(28, 32)
"""Days that a month's supply may last."""
MONTHS_SUPPLIED = (1, 2, 3)
_DENIED = re.compile(r"\butilization review\b[^.]*\b(?:non-?certif|denied|modified)", re.IGNORECASE)
_REVIEWED = re.compile(
    r"\butilization review\b|\bnon-?certif|\bdenied\b|\bapplication for independent medical review\b", re.IGNORECASE
)


def x01_same_everywhere(letter: Subject) -> Iterator[Sign]:
    """Review, application and conclusion name the request's strength and quantity, if they name any.

    What they tell may be of another request for the same drug.
    """
    reviewed = " ".join(one for one in sentences(letter.summary_words) if _REVIEWED.search(one))
    asked = list(requests(letter))
    for request in asked:
        for where, prose in (("summary", reviewed), ("conclusion", request.item.words("conclusion"))):
            told = [
                one
                for one in drug_mentions(prose)
                if request.drug and same_drug(one.drug, request.drug) and not _of_another(one, request, asked)
            ]
            yield from _strengths_differ(request, told, where)
            yield from _quantities_differ(request, told, where)


def _of_another(told: DrugMention, request: Request, asked: Sequence[Request]) -> bool:
    """Whether another request for the drug has the strength that is told, or the quantity where no strength is."""
    alike = (one for one in asked if one is not request and one.drug and same_drug(one.drug, told.drug))
    if told.strength:
        return any(one.strength and one.strength.amounts == told.strength.amounts for one in alike)
    return any(one.quantity in told.quantities for one in alike)


def _strengths_differ(request: Request, told: list[DrugMention], where: str) -> Iterator[Sign]:
    amounts = {one.strength.amounts: str(one.strength) for one in told if one.strength}
    if request.strength and amounts and request.strength.amounts not in amounts:
        yield _differing(request, "medication.strength", ", ".join(amounts.values()), where)


def _quantities_differ(request: Request, told: list[DrugMention], where: str) -> Iterator[Sign]:
    """The request of a modification names three quantities; each may be told."""
    requested = {request.quantity, *pieces(request.item.words("request"))}
    quantities = {quantity for one in told for quantity in one.quantities}
    if request.quantity and quantities and requested.isdisjoint(quantities):
        yield _differing(request, "medication.quantity", ", ".join(f"#{count}" for count in sorted(quantities)), where)


def _differing(request: Request, field: str, elsewhere: str, where: str) -> Sign:
    item = request.item
    fields = (item.at(field), *([item.at("conclusion")] if where == "conclusion" else []))
    return sign(
        *fields, item=item.number, drug=item.drug_name, request=item.words(field), elsewhere=elsewhere, where=where
    )


def s04_every_denial_is_an_item(letter: Subject) -> Iterator[Sign]:
    """A drug that the summary says was denied or modified is asked for by some item."""
    denials = " ".join(one for one in sentences(letter.summary_words) if _DENIED.search(one))
    asked = drugs_in(" ".join(item.words("request") for item in letter.items))
    others = [drug for drug in drugs_in(denials) if not any(same_drug(drug, one) for one in asked)]
    if others and asked:
        denied = ", ".join(dict.fromkeys(drug.name for drug in others))
        yield sign(*(item.at("request") for item in letter.items), denied=denied)


def x02_quantity_fits_use(letter: Subject) -> Iterator[Sign]:
    """The number requested is what the use printed with it takes, for the days printed or for whole months."""
    for request in requests(letter):
        told = use(request.item.words("request"))
        if told and request.quantity and not _lasts(request.quantity, told):
            days, field = told.days or SUPPLY_DAYS, request.item.at("medication.quantity")
            words = {"item": request.item.number, "use": told.printed, "days": days, "needed": told.a_day * days}
            yield sign(field, **words, quantity=request.item.words("medication.quantity"))


def _lasts(quantity: float, told: Use) -> bool:
    if told.days:
        return quantity == told.a_day * told.days
    return any(MONTH[0] * months <= quantity / told.a_day <= MONTH[-1] * months for months in MONTHS_SUPPLIED)
