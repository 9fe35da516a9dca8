"""Which template a letter is of, and what told so."""

from __future__ import annotations

from functools import cache

from imr_desk.letter.reading import Detection, Matched, Unrecognised
from imr_desk.parser.parts.template import Sign, Template, load_templates

ENOUGH = 0.6
"""The share of its signs, those of its own counted twice, that a template must show."""


def detect(text: str) -> Detection:
    """The template that shows the greatest share of its signs, or none where no share is enough."""
    small = text.casefold()
    shown = {sign for sign in _signs() if all(word in small for word in sign.words) and sign.pattern.search(text)}
    seen = {template.name: tuple(s for s in template.signs if s in shown) for template in load_templates()}
    best = max(load_templates(), key=lambda template: _share(template, seen[template.name]))
    if _share(best, seen[best.name]) >= ENOUGH:
        missed = tuple(sign.says for sign in best.signs if sign not in seen[best.name])
        return Matched(best.name, tuple(sign.says for sign in seen[best.name]), missed)
    return Unrecognised(tuple(dict.fromkeys(sign.says for signs in seen.values() for sign in signs)))


def template_of(detection: Detection) -> Template | None:
    """The template of a recognised letter."""
    name = detection.template if isinstance(detection, Matched) else ""
    return next((template for template in load_templates() if template.name == name), None)


@cache
def _signs() -> frozenset[Sign]:
    """All signs; templates share some."""
    return frozenset(sign for template in load_templates() for sign in template.signs)


def _share(template: Template, seen: tuple[Sign, ...]) -> float:
    return sum(map(_weight, seen)) / sum(map(_weight, template.signs))


def _weight(sign: Sign) -> int:
    return 2 if sign.own else 1
