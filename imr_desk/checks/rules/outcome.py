"""Whether decisions, conclusions and requests say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from imr_desk.checks.amount import pieces
from imr_desk.checks.drugs import drugs_in
from imr_desk.checks.sign import Sign, sign
from imr_desk.checks.subject import Subject

_AGREEING = {"upheld": "not_necessary", "overturned": "necessary"}
_POLARITIES = {"not_necessary": "not medically necessary", "necessary": "medically necessary"}


def o01_decided(letter: Subject) -> Iterator[Sign]:
    """Every item is upheld or overturned."""
    for item in letter.items:
        if item.value("decision") not in _AGREEING:
            yield sign(item.at("decision"), item=item.number)


def o02_mixed(letter: Subject) -> Iterator[Sign]:
    """Some items are upheld and some overturned: a badge, no fault."""
    count = Counter(item.value("decision") for item in letter.items)
    if count["upheld"] and count["overturned"]:
        fields = [item.at("decision") for item in letter.items]
        yield sign(*fields, upheld=count["upheld"], overturned=count["overturned"])


def w00_conclusion_agrees(letter: Subject) -> Iterator[Sign]:
    """What is upheld is not necessary, what is overturned is."""
    for item in letter.items:
        decision, polarity = str(item.value("decision")), str(item.value("conclusion"))
        if decision in _AGREEING and polarity in _POLARITIES and _AGREEING[decision] != polarity:
            fields = (item.at("decision"), item.at("conclusion"))
            yield sign(*fields, item=item.number, decision=decision, polarity=_POLARITIES[polarity])


def w01_conclusion_is_last(letter: Subject) -> Iterator[Sign]:
    """Nothing follows the conclusion; disclaimers and notes on weaning often do."""
    for item in letter.items:
        rationale, conclusion = (letter.record.at(item.at(field)).span for field in ("rationale", "conclusion"))
        if rationale and conclusion and letter.text.text[conclusion.end : rationale.end].strip(" .\n\f"):
            yield sign(item.at("conclusion"), item=item.number)


def w03_conclusion_names_the_request(letter: Subject) -> Iterator[Sign]:
    """The conclusion names no other drug and no other quantity than the request."""
    for item in letter.items:
        requested, concluded = item.words("request"), item.words("conclusion")
        for said, repeated in (_drugs(requested, concluded), _pieces(requested, concluded)):
            if said and repeated and said.isdisjoint(repeated):
                fields = (item.at("request"), item.at("conclusion"))
                yield sign(*fields, item=item.number, request=_shown(said), conclusion=_shown(repeated))


def _drugs(*sentences: str) -> list[set[str]]:
    return [{one for drug in drugs_in(words) for one in drug.ingredients} for words in sentences]


def _pieces(*sentences: str) -> list[set[str]]:
    return [{f"#{count}" for count in pieces(words)} for words in sentences]


def _shown(names: set[str]) -> str:
    return ", ".join(sorted(names))
