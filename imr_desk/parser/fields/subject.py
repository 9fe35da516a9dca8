"""What an item is about: a drug or a service, and its category."""

from __future__ import annotations

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, computed, found, under
from imr_desk.parser.fields.category import Told, category_in
from imr_desk.parser.fields.medication import FIELDS as MEDICATION
from imr_desk.parser.fields.medication import Product, bare_product, product_in, read_medication
from imr_desk.parser.fields.service import FIELDS as SERVICE
from imr_desk.parser.fields.service import read_service
from imr_desk.parser.words.dates import DATE
from imr_desk.parser.words.printed import printed, span_of

DRUGS = "Pharmaceuticals"
_RETROSPECTIVE = printed(
    r"\bretro(?:spective(?:ly)?)?\b|\bD\.?O\.?S\b|\bdates? of service\b|\bservice dates?\b"
    rf"|\b(?:performed|provided|dispensed|done|administered|collected) (?:on )?{DATE.pattern}"
)
_UNNAMED = printed(r"\b(?:compound(?:ed)?|topical|cream|ointment|medications?|prescriptions?|analgesics?|opioids?)\b")
_WITH_SURGERY = printed(
    r"(?:associated surgical services?|(?:pre|post)~?\s*op(?:erative)?)"
    r"(?: (?:pain )?(?:medications?|antibiotics?|drugs?|Rx))?\s*:?\s*"
    r"(?:(?:prescription|medication)s?(?: of| for)?:? )?"
)
_DRUG_HEAD = printed(r"^\W*(?:[\w-]+ ){0,4}?(?:prescription|medications?|compound(?:ed)?|topical|Rx)\b")


def read_subject(text: str, request: Span, disputed: Span) -> Entries:
    """Kind, category, whether retrospective, and the parts of the drug or service."""
    product = product_in(text, disputed) or (product_in(text, request) if request != disputed else None)
    told = category_in(text, disputed) or category_in(text, request)
    product = product or (bare_product(text, disputed) if told is None else None)
    drug = product is not None and _is_drug(text, product, told, disputed)
    mark = _RETROSPECTIVE.search(text, request.start, request.end)
    entries = {"retrospective": found(bool(mark), span_of(mark) if mark else None, "item.retrospective")}
    if (drug and product) or (told is None and _UNNAMED.search(text, disputed.start, disputed.end)):
        entries |= {"kind": computed("drug", "item.kind"), "category": computed(DRUGS, "item.category drug")}
        return entries | under("medication", _medication(text, disputed, product)) | _none("service", SERVICE)
    entries["kind"] = computed("service", "item.kind" if told else "item.kind by default")
    entries["category"] = _category(told)
    return entries | under("service", read_service(text, disputed)) | _none("medication", MEDICATION)


def _category(told: Told | None) -> Entry:
    if told is None:
        return absent("item.no category")
    return computed(told.category, "item.category" if told.alone else "item.category among others")


def _medication(text: str, disputed: Span, product: Product | None) -> Entries:
    return (
        read_medication(text, disputed, product)
        if product
        else {name: absent("item.no such field") for name in MEDICATION}
    )


def _is_drug(text: str, product: Product, told: Told | None, within: Span) -> bool:
    """A drug named before any service is what is asked for; one named after it is what the service is given with.

    An injection is of a drug where a dose is printed and no part of the body is.
    """
    if told is None:
        return True
    if told.first:
        with_surgery = _WITH_SURGERY.fullmatch(text, within.start, product.name.start)
        return with_surgery is not None and _is_dosed(text, within, product)
    if told.category == "Injection":
        elsewhere = read_service(text, within)["body_part"].value is not None
        return _is_dosed(text, within, product) and not elsewhere and product.name.start <= told.span.start
    return product.name.start <= told.span.start or bool(_DRUG_HEAD.search(text, within.start, product.name.start))


def _is_dosed(text: str, within: Span, product: Product) -> bool:
    return read_medication(text, within, product)["strength"].value is not None


def _none(section: str, fields: tuple[str, ...]) -> Entries:
    return {f"{section}.{name}": absent("item.other kind") for name in fields}
