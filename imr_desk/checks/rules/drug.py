"""Whether the drugs requested are ones that exist, in amounts that may be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from imr_desk.checks.drugs import Drug, drugs_in, known_drug, nearest_name
from imr_desk.checks.limits import SUPPLY_DAYS, limit, marketed
from imr_desk.checks.rules.dates import DECISION
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.strength import Strength, strength
from imr_desk.checks.subject import Item, Subject

ACETAMINOPHEN = "acetaminophen"
HYDROCODONE_RESCHEDULED = date(2014, 10, 6)
"""Until then hydrocodone combinations were of Schedule III, which may be refilled; 79 FR 49661."""
_SOLID = ("tab", "cap", "pill")
_PATCH = ("patch", "film", "system")
_NAME, _STRENGTH, _QUANTITY = "medication.name", "medication.strength", "medication.quantity"


@dataclass(frozen=True)
class Request:
    """What is asked for of one drug, as far as it is known."""

    item: Item
    drug: Drug | None
    strength: Strength | None
    quantity: float | None

    @property
    def extended(self) -> bool:
        """Whether the tablet gives off its drug over the day."""
        words = set(self.item.words("request").upper().split())
        return bool(words & {"ER", "XR", "SR", "CR", "XL", "LA"})

    @property
    def portions(self) -> Mapping[str, float]:
        """The amount of each ingredient in one piece, in the strength's unit.

        Of a combination, a strength of one part is the first ingredient's; acetaminophen's is always the largest.
        """
        if not (self.drug and self.strength):
            return {}
        ingredients, amounts = self.drug.ingredients, self.strength.amounts
        if len(amounts) != len(ingredients):
            return {ingredients[0]: amounts[0]}
        if ACETAMINOPHEN in ingredients:
            others = (one for one in ingredients if one != ACETAMINOPHEN)
            return {ACETAMINOPHEN: max(amounts), **dict(zip(others, sorted(amounts), strict=False))}
        return dict(zip(ingredients, amounts, strict=True))

    def daily(self, ingredient: str) -> float:
        """Milligrams (of a patch: micrograms an hour) a day of an ingredient, were the quantity a month's supply."""
        portion = self.portions.get(ingredient, 0.0)
        if self.strength and self.strength.hourly:
            return portion
        in_milligrams = self.strength is not None and self.strength.unit == "mg"
        return portion * (self.quantity or 0.0) / SUPPLY_DAYS if in_milligrams else 0.0

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.item.at(_NAME), self.item.at(_STRENGTH), self.item.at(_QUANTITY))


def requests(letter: Subject) -> Iterator[Request]:
    """The drugs that the items ask for."""
    for item in letter.items:
        if item.is_drug:
            quantity = item.number_of(_QUANTITY)
            yield Request(item, known_drug(item.drug_name), strength(item.value(_STRENGTH)), quantity)


def n01_known_drug(letter: Subject) -> Iterator[Sign]:
    """The drug is one that we know."""
    for item in letter.items:
        name = item.drug_name
        if name and not drugs_in(name):
            near = nearest_name(name)
            meant = f" Meant may be: {near}." if near else ""
            yield sign(item.at(_NAME), item=item.number, printed=name, nearest=meant)


def n02_brand_and_generic(letter: Subject) -> Iterator[Sign]:
    """Request and rationale call the drug by the same kind of name."""
    for request in requests(letter):
        for other in drugs_in(request.item.rationale):
            drug = request.drug
            if drug and drug.ingredients == other.ingredients and drug.brand != other.brand:
                item = request.item
                yield sign(
                    item.at(_NAME),
                    item.at("rationale"),
                    item=item.number,
                    request=drug.name,
                    rationale=other.name,
                    ingredients=" and ".join(drug.ingredients),
                )
                break


def m01_strength_for_each_ingredient(letter: Subject) -> Iterator[Sign]:
    """A strength of one part is common shorthand for the first ingredient."""
    for request in requests(letter):
        if not (request.drug and request.strength) or len(request.strength.amounts) == 1:
            continue
        if len(request.strength.amounts) != len(request.drug.ingredients):
            yield sign(
                *request.fields[:2],
                item=request.item.number,
                drug=request.drug.name,
                ingredients=len(request.drug.ingredients),
                strength=request.item.words(_STRENGTH),
                parts=len(request.strength.amounts),
            )


def m02_marketed_strength(letter: Subject) -> Iterator[Sign]:
    """The strength is one that the drug is sold in; the first part alone is common shorthand."""
    for request in requests(letter):
        known = marketed(request.drug.ingredients) if request.drug else ()
        if not known or not request.strength or request.strength.unit != "mg":
            continue
        whole = {strength(one) for one in known}
        firsts = {one.amounts[0] for one in whole if one}
        shorthand = len(request.strength.amounts) == 1 and request.strength.amounts[0] in firsts
        if request.strength not in whole and not shorthand and request.drug:
            printed = request.item.words(_STRENGTH)
            names = {"item": request.item.number, "drug": request.drug.name, "strength": printed}
            yield sign(*request.fields[:2], **names, marketed=", ".join(known))


def m03_unit(letter: Subject) -> Iterator[Sign]:
    """The strength has a unit."""
    for request in requests(letter):
        if request.strength and not request.strength.unit:
            yield sign(request.fields[1], item=request.item.number, strength=request.item.words(_STRENGTH))


def m04_unit_fits_form(letter: Subject) -> Iterator[Sign]:
    """Rates are for patches, and no tablet is measured in percent."""
    for request in requests(letter):
        form = request.item.words("medication.form").casefold()
        if not (form and request.strength):
            continue
        unit = request.strength.unit
        if (unit.endswith("/hr") and not form.startswith(_PATCH)) or (unit == "%" and form.startswith(_SOLID)):
            yield sign(
                request.item.at("medication.form"), request.fields[1], item=request.item.number, form=form, unit=unit
            )


def m05_daily_maximum(letter: Subject) -> Iterator[Sign]:
    """A month's supply stays within the label's daily maximum; acetaminophen is for M11."""
    for request in requests(letter):
        for ingredient in request.drug.ingredients if request.drug else ():
            daily, maximum = request.daily(ingredient), _maximum(request, ingredient)
            if ingredient != ACETAMINOPHEN and maximum and daily > maximum:
                yield sign(
                    *request.fields,
                    item=request.item.number,
                    quantity=request.item.words(_QUANTITY),
                    daily=_plain(daily),
                    ingredient=ingredient,
                    maximum=_plain(maximum),
                )


def _maximum(request: Request, ingredient: str) -> float | None:
    extended = limit("maximum_mg_a_day_extended_release", ingredient) if request.extended else None
    return extended or limit("maximum_mg_a_day", ingredient)


def m07_quantity(letter: Subject) -> Iterator[Sign]:
    """A drug is requested in some quantity."""
    for request in requests(letter):
        if letter.unsettled(request.fields[2]):
            yield sign(request.fields[2], item=request.item.number, drug=request.item.drug_name or "the drug")


def m08_refills(letter: Subject) -> Iterator[Sign]:
    """No refills are requested of a Schedule II drug."""
    decided = letter.period(DECISION)
    before = decided is not None and decided.first < HYDROCODONE_RESCHEDULED
    for request in requests(letter):
        refills, drug = request.item.number_of("medication.refills"), request.drug
        if not (refills and drug and drug.schedule == "II") or (before and "hydrocodone" in drug.ingredients):
            continue
        fields = (request.fields[0], request.item.at("medication.refills"))
        yield sign(*fields, item=request.item.number, drug=drug.name, refills=_plain(refills))


def m10_morphine_equivalents(letter: Subject) -> Iterator[Sign]:
    """The opioids of all items together stay below 50 morphine milligram equivalents a day."""
    doses = [(request, dose) for request in requests(letter) if (dose := _morphine_equivalents(request))]
    total = sum(dose for _, dose in doses)
    if total >= 50:
        yield sign(*_fields(request for request, _ in doses), daily=_plain(total), limit=90 if total >= 90 else 50)


def _morphine_equivalents(request: Request) -> float:
    hourly = bool(request.strength and request.strength.hourly)
    table = "morphine_equivalents_a_mcg_an_hour" if hourly else "morphine_equivalents_a_mg"
    ingredients = request.drug.ingredients if request.drug else ()
    return sum((limit(table, one) or 0.0) * request.daily(one) for one in ingredients)


def m11_acetaminophen(letter: Subject) -> Iterator[Sign]:
    """All items together stay within the daily maximum of acetaminophen."""
    doses = [(request, dose) for request in requests(letter) if (dose := request.daily(ACETAMINOPHEN))]
    total, maximum = sum(dose for _, dose in doses), limit("maximum_mg_a_day", ACETAMINOPHEN)
    if maximum and total > maximum:
        yield sign(*_fields(request for request, _ in doses), daily=f"{total:,.0f}")


def m12_opioid_with_benzodiazepine(letter: Subject) -> Iterator[Sign]:
    """No opioid is requested beside a benzodiazepine."""
    opioid, benzodiazepine = _first_of(letter, "Opioids"), _first_of(letter, "Benzodiazepine")
    if opioid and benzodiazepine:
        names = {"opioid": opioid.item.drug_name, "benzodiazepine": benzodiazepine.item.drug_name}
        yield sign(opioid.fields[0], benzodiazepine.fields[0], **names)


def _first_of(letter: Subject, kind: str) -> Request | None:
    return next((one for one in requests(letter) if one.drug and one.drug.kind.startswith(kind)), None)


def _fields(asked: Iterable[Request]) -> tuple[str, ...]:
    return tuple(field for request in asked for field in request.fields)


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
