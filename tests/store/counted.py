"""Small letters that can be counted, and what people do to them."""

from __future__ import annotations

from dataclasses import replace

from imr_desk.letter import edits
from imr_desk.letter.change import LetterChange
from imr_desk.letter.entry import Entry, Found, Origin
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.reading import Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Added
from imr_desk.store.store import Store
from tests.making import found, reading

TEXT = "Case CM16"
FINDING = Finding("X01", Severity.ERROR, "does not fit", ("items[0].decision",))
AGE, DECISION = "patient.age", "items[0].decision"


def said(value: str) -> Entry:
    """The machine's entry for a value that need not be printed so."""
    return found(TEXT, "Case", value)


def letter(number: int = 0, *items: tuple[str, str, str], specialties: tuple[str, ...] = ("Neurology",)) -> Reading:
    """A letter with items of (category, decision, drug), of October 2016."""
    entries = {"header.decision_date": said("2016-10-25")}
    entries |= {f"reviewer.specialties[{at}]": said(name) for at, name in enumerate(specialties)}
    for at, (category, decision, drug) in enumerate(items or (("Pharmaceuticals", "upheld", "Norco"),)):
        named = {"category": category, "decision": decision, "medication.name": drug}
        entries |= {f"items[{at}].{name}": said(words) for name, words in named.items() if words}
        entries[f"items[{at}].kind"] = said("drug" if drug else "service")
    return replace(reading(f"{TEXT} {number}", entries), findings=(FINDING,))


def added(store: Store, outcome: Reading | None = None) -> int:
    result = store.add(repr(outcome).encode(), "a.pdf", outcome or letter(), "ann")
    assert isinstance(result, Added)
    return result.letter_id


def bring(store: Store, letter_id: int, state: LetterState, who: str = "ann") -> None:
    there = store.letter(letter_id)
    change = ReviewChange("Review", Review(there.state, there.reason), Review(state))
    if change.old != change.new:
        store.commit(letter_id, change, who)


def correct(store: Store, letter_id: int, path: str, value: str | int, who: str = "ann") -> LetterChange:
    record = store.letter(letter_id).record
    change = edits.correct("type", record, path, Found(value, None, "", 1.0, Origin.TYPED))
    store.commit(letter_id, change, who)
    return change
