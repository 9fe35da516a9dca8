"""The drug an item is about: name, ingredients, strength, form, quantity, refills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imr_desk.letter.entry import Absence, Entry, Origin
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found, listed, under
from imr_desk.parser.fields.unlisted import bare_drug, drug_of_strength
from imr_desk.parser.words.dates import DATE
from imr_desk.parser.words.drugs import Mention, drug_mentions
from imr_desk.parser.words.numbers import NUMBER, number_of, plain, whole
from imr_desk.parser.words.printed import printed, span_of, worded
from imr_desk.parser.words.vocabulary import load_vocabulary

FIELDS = ("name", "strength", "form", "quantity", "refills")

_SALT = printed(
    r"(?:\s*-?\s*)\b(?:hcl|hydrochloride|hbr|hydrobromide|sodium|sod|potassium|citrate|tartrate|bitartrate|sulfate|sulphate|"
    r"succinate|maleate|acetate|tromethamine|calcium|magnesium|monohydrate|pamoate|besylate|mesylate|carbonate)\b\.?"
)
_IN_PARENTHESES = re.compile(r"\s*\(\s*([A-Za-z][^()\d%]*)\)")
_RELEASE_OR_FORM = printed(
    r"[\s-]+(?:ER|XR|SR|CR|DR|EC|IR|LA|XL|ODT|patch(?:es)?|gel|cream|lotion|ointment|tablets?|capsules?|suspension|inhaler|spray|solution)\s*$"
)
_AMOUNT = r"\d+(?:,\d{3})?(?:\.\d+)?"
_UNIT = r"(?:mgs?|mcgs?|milligrams?|micrograms?|units?|iu|meq|%)(?![a-z])"
_STRENGTH = (
    printed(
        rf"(?<![\d#.])(?:{_AMOUNT}\s*(?:{_UNIT})?\s*[-/]\s*)*{_AMOUNT}\s*{_UNIT}"
        rf"(?:\s*/\s*(?:{_AMOUNT})?\s*(?:ml|hrs?|hours?|h|gm?|grams?|actuation|spray|dose)\b)?"
    ),
    printed(rf"(?<![\d#./-]){_AMOUNT}(?:\s*[-/]\s*{_AMOUNT})+(?![\d/-])"),
)
_COUNTED = (
    r"tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|tubes?|boxe?s?|bottles?|containers?|jars?|vials?|syringes?|units?|"
    r"lozenges?|films?|inhalers?|canisters?|packets?|packs?|kits?|pens?|ampules?|suppositor(?:y|ies)|troches?|count|ct|each|grams?|gms?|grs?|g|ml|mls|cc|oz|ounces?|milliliters?"
)
_DOSE = (
    r"(?! (?:every|each|daily|twice|once|three times|two times|nightly|by mouth|orally|per|at bed|po\b|p\.o|"
    r"q\.?\d|q\.?[hd]|qhs|bid|tid|qid|b\.i\.d|t\.i\.d|a day|in the|before|as needed|prn)|\s*/\s*(?:day|hr|ml))"
)
_QUANTITY = (
    printed(rf"\b(?:QTY|quantity)\b\.?\s*[:#]?\s*(?:of )?#?\s*(?P<n>{NUMBER})"),
    printed(r"#\s*(?P<n>\d+(?:,\d{3})?(?:\.\d+)?)"),
    printed(rf"(?<!take\s)\b(?P<n>{NUMBER})\s*~?\s*(?:{_COUNTED})\b{_DOSE}"),
    printed(
        rf"\b(?:dispense|disp|count|number|(?:box|pack|package|bottle|tube)(?:es|s)? of)\b\.?\s*:?\s*(?P<n>{NUMBER})"
    ),
    printed(r"(?:\bx|\btimes) ?(?P<n>\d{2,3})(?! (?:days?|weeks?|months?|refills?))\b"),
    printed(r"\(\s*(?P<n>\d{2,3})\s*\)"),
)
_LEADING = printed(r"\s*(?P<n>\d{2,3}) (?=[A-Za-z]{4})(?!(?:days?|weeks?|months?|hours?|year)\b)")
_QUANTITY_UNKNOWN = printed(
    r"\b(?:unknown|unspecified|unstated|undisclosed|no) (?:quantity|qty|amount|dosage and quantity|number)\b"
    r"|\bunspecified\b"
)
_REFILLS = (
    printed(rf"\b(?P<n>{NUMBER}|\(\d+\))\s*(?:additional )?(?:refills?|RFs?)\b(?!\s*[:=#]\s*\d)"),
    printed(rf"\b(?:refills?|RFs?)\b\s*[:#x=-]?\s*(?:of |x |times )?#?\s*(?P<n>{NUMBER})"),
)
_NO_REFILLS = printed(r"\b(?:no|zero|without(?: any)?) refills?\b")
_PERCENT_AFTER = re.compile(r"\s*(?:\(\s*)?\d+(?:\.\d+)?\s*%")
_JOINT = re.compile(r"[\s,/+&-]*(?:\d+(?:\.\d+)?\s*(?:%|mg)?)?[\s,/+&-]*(?:and|with|w/)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Product:
    """The drug that words are about: where its name stands, the mentions that make it up, whether it is compounded."""

    name: Span
    mentions: tuple[Mention, ...]
    compound: bool

    @property
    def exact(self) -> bool:
        return bool(self.mentions) and all(mention.exact for mention in self.mentions)

    @property
    def ingredients(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.drug.ingredients))


def product_in(text: str, within: Span) -> Product | None:
    """The first product that the words name, or None."""
    mentions = tuple(drug_mentions(text, within, misspelt=True))
    if not mentions:
        return _unlisted(drug_of_strength(text, within))
    run = _run(text, mentions)
    compound = sum(bool(_PERCENT_AFTER.match(text, mention.span.end)) for mention in run) > 1
    if len(run) > 1:
        share = _PERCENT_AFTER.match(text, run[-1].span.end, within.end) if compound else None
        return Product(Span(run[0].span.start, share.end() if share else run[-1].span.end), run, compound)
    return Product(_name(text, run[0], within), run, compound=False)


def bare_product(text: str, within: Span) -> Product | None:
    """A drug that no list has, where the request names no service."""
    return _unlisted(bare_drug(text, within))


def _unlisted(name: Span | None) -> Product | None:
    return Product(name, (), compound=False) if name else None


def read_medication(text: str, within: Span, product: Product) -> Entries:
    """The parts of a drug request; what is not printed is absent, never zero."""
    tail = Span(product.name.end, within.end)
    strength = absent("medication.compound") if product.compound else _strength(text, tail, within)
    entries = {
        "name": found(worded(text, product.name), product.name, _name_rule(product)),
        "strength": strength,
        "form": _form(text, within, product),
        "quantity": _quantity(text, tail, within, strength.span),
        "refills": _refills(text, within),
    }
    rule = "medication.ingredients" if product.exact else "medication.ingredients nearly"
    ingredients = (found(name, None, rule, Origin.LOOKED_UP) for name in product.ingredients)
    return entries | under("ingredients", listed(ingredients))


def _name_rule(product: Product) -> str:
    if product.compound:
        return "medication.compound name"
    if not product.mentions:
        return "medication.name unlisted"
    return "medication.name" if product.exact else "medication.name nearly"


def _run(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first mention with those joined to it by a comma, slash, `and`, or a percentage between."""
    run = [mentions[0]]
    for mention in mentions[1:]:
        between = text[run[-1].span.end : mention.span.start]
        if not _JOINT.fullmatch(between) or not (set("/,+%&-") & set(between) or "and" in between.casefold()):
            break
        run.append(mention)
    return tuple(run)


def _name(text: str, mention: Mention, within: Span) -> Span:
    """The name with its salt and a second name in parentheses, without release or form."""
    cut = _RELEASE_OR_FORM.search(mention.span.of(text))
    end = mention.span.start + cut.start() if cut else mention.span.end
    if salt := _SALT.match(text, end, within.end):
        end = salt.end()
    if second := _IN_PARENTHESES.match(text, end, within.end):
        words = Span(*second.span(1))
        end = second.end() if next(drug_mentions(text, words, misspelt=True), None) else end
    return Span(mention.span.start, end)


def _strength(text: str, tail: Span, within: Span) -> Entry:
    for area in (tail, within):
        for pattern in _STRENGTH:
            if match := _undated(text, pattern.finditer(text, area.start, area.end)):
                value = re.sub(r"\s+", "", match[0]).casefold()
                return found(
                    value,
                    span_of(match),
                    "medication.strength"
                    if value[-1:].isalpha() or "%" in value
                    else "medication.strength without unit",
                )
    return absent("medication.no strength")


def _undated(text: str, matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The first match that is no date: one with a unit is none."""
    return next((match for match in matches if not (match[0][-1].isdigit() and DATE.match(text, match.start()))), None)


def _form(text: str, within: Span, product: Product) -> Entry:
    for name in ("forms", "releases"):
        for match in _form_words(name).finditer(text, within.start, within.end):
            value = load_vocabulary().exact(name, match["form"]) or match["form"].casefold()
            if not product.name.holds(span_of(match, "form")):
                return found(value, span_of(match), f"medication.{name}")
    return absent("medication.no form")


def _form_words(name: str) -> re.Pattern[str]:
    words = {word for choice in load_vocabulary().choices(name) for word in (choice.value, *choice.aliases)}
    longest = sorted((re.escape(word).replace("\\ ", " ") for word in words), key=len, reverse=True)
    return printed(rf"(?:\boral )?\b(?P<form>{'|'.join(longest)})\b")


def _quantity(text: str, tail: Span, within: Span, strength: Span | None) -> Entry:
    """The first number that counts what is dispensed: the units of a strength are none of it."""
    for place, pattern in enumerate(_QUANTITY):
        for area in (tail, within) if place < 3 else (tail,):
            counts = pattern.finditer(text, area.start, area.end)
            match = next((one for one in counts if not (strength and strength.overlaps(span_of(one, "n")))), None)
            number = number_of(match["n"]) if match else None
            if match and number is not None:
                rule = "medication.quantity" if place < 2 else "medication.quantity counted"
                return found(plain(number), span_of(match), rule)
    return _quantity_unsaid(text, within)


def _quantity_unsaid(text: str, within: Span) -> Entry:
    """A number that opens the request counts the drug; else the request may say that it names no quantity."""
    if leading := _LEADING.match(text, within.start, within.end):
        return found(int(leading["n"]), span_of(leading, "n"), "medication.quantity counted")
    if unknown := _QUANTITY_UNKNOWN.search(text, within.start, within.end):
        return absent("medication.quantity unknown", Absence.STATED_UNKNOWN, span_of(unknown))
    return absent("medication.no quantity")


def _refills(text: str, within: Span) -> Entry:
    for pattern in _REFILLS:
        match = pattern.search(text, within.start, within.end)
        number = whole(number_of(match["n"])) if match else None
        if match and number is not None:
            return found(number, span_of(match), "medication.refills")
    if none := _NO_REFILLS.search(text, within.start, within.end):
        return found(0, span_of(none), "medication.no refills printed")
    return absent("medication.no refills")
