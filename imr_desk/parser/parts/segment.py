"""Segmenting a letter: from headings and labels to the places of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.parts.decided import decided_items, single_item
from imr_desk.parser.parts.heading import heading_before, item_headings, number_before
from imr_desk.parser.parts.labels import Mark, blocks, headings, labels
from imr_desk.parser.parts.outline import ItemOutline, Outline
from imr_desk.parser.parts.template import Template
from imr_desk.parser.words.printed import printed

ITEM_LABELS = ("claims_administrator_guideline", "maximus_guideline", "rationale")
LONGEST_OPENING = 1500
"""Characters that the header may take in a letter without headings."""

_LEAD_IN = {
    "summary": printed(r"(?:The )?expert reviewer developed the following .{0,80}?(?:records|summary|file)\s*:"),
    "items": printed(r"The Final Determination was based on .{0,80}?set forth below\s*:?"),
}
_SUMMARY_START = printed(r"The expert reviewer developed the following")
_CREDENTIALS = printed(
    r"Expert Reviewer has the following credentials\s*:|reviewer is Board Certified|States?(?:\(s\))? of Licensure\s*:"
)


def segment(text: str, template: Template | None = None) -> Outline:
    """Where the parts of a letter stand, as far as they can be told; a known template tells how items are printed."""
    marks = headings(text)
    areas = _areas(text, marks)
    opening = Span(0, marks[0].span.start if marks else min(len(text), LONGEST_OPENING))
    return Outline(
        opening=trimmed(text, opening),
        reviewer=areas.get("reviewer") or _credentials(text, areas.get("method") or Span(0, len(text))),
        summary=areas.get("summary"),
        documents=areas.get("documents"),
        items=_items(text, marks, areas, template.items if template else "labelled"),
    )


def _items(text: str, marks: Sequence[Mark], areas: Mapping[str, Span], way: str) -> tuple[ItemOutline, ...]:
    """The items as the template prints them; where none are found so, as any other does."""
    area = areas.get("items") or _after(text, areas.get("summary")) or Span(0, len(text))
    ways: dict[str, Callable[[], tuple[ItemOutline, ...]]] = {
        "labelled": lambda: labelled_items(text, area),
        "single": lambda: single_item(text, areas),
        "sentences": lambda: decided_items(text, areas.get("items") or _before_effect(text, marks)),
        "headings": lambda: tuple(ItemOutline(words, None, None, None) for words in item_headings(text, area)),
    }
    return ways[way]() or next((found for read in ways.values() if (found := read())), ())


def labelled_items(text: str, area: Span) -> tuple[ItemOutline, ...]:
    """Items printed as a heading with its outcome and labelled blocks."""
    marks = labels(text, area, ITEM_LABELS)
    groups = _grouped(marks)
    gaps = 2 * sum(_after_gap(text, mark) for mark in marks) > len(marks)
    found: list[ItemOutline] = []
    starts: list[Span] = []
    body = _start(text, area)
    for group in groups:
        label = group[0].span.start
        starts.append(heading_before(text, Span(min(body, label), label), gaps=gaps, first=not starts))
        body = group[-1].span.end
    ends = [*(number_before(text, heading) for heading in starts[1:]), area.end]
    for heading, group, end in zip(starts, groups, ends, strict=False):
        found.append(_item(text, heading, group, end))
    return tuple(found)


def _item(text: str, heading: Span, group: Sequence[Mark], end: int) -> ItemOutline:
    after = {mark.name: trimmed(text, words) for mark, words in blocks(group, end)}
    claims, maximus, rationale = (words if (words := after.get(name)) and len(words) else None for name in ITEM_LABELS)
    return ItemOutline(heading, claims, maximus, rationale)


def _grouped(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks by item: labels come in one order, so a label that does not come after the last one opens an item."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if groups and ITEM_LABELS.index(groups[-1][-1].name) < ITEM_LABELS.index(mark.name):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _areas(text: str, marks: Sequence[Mark]) -> dict[str, Span]:
    """Each part's words after its heading and its fixed opening sentence; the first heading of a kind counts."""
    found: dict[str, Span] = {}
    for mark, area in blocks(marks, len(text)):
        lead_in = (
            _LEAD_IN[mark.name].search(text, area.start, min(area.end, area.start + 400))
            if mark.name in _LEAD_IN
            else None
        )
        found.setdefault(mark.name, trimmed(text, Span(lead_in.end() if lead_in else area.start, area.end)))
    if "summary" not in found and (opening := _SUMMARY_START.search(text)):
        found["summary"] = _until_heading(text, opening.start(), marks)
    return found


def _until_heading(text: str, start: int, marks: Sequence[Mark]) -> Span:
    return trimmed(text, Span(start, min((m.span.start for m in marks if m.span.start > start), default=len(text))))


def _credentials(text: str, area: Span) -> Span | None:
    match = _CREDENTIALS.search(text, area.start, area.end) or _CREDENTIALS.search(text)
    return trimmed(text, Span(match.start(), max(match.end(), min(area.end, match.start() + 900)))) if match else None


def _after(text: str, area: Span | None) -> Span | None:
    return Span(area.start, len(text)) if area else None


def _after_gap(text: str, mark: Mark) -> bool:
    before = text[max(0, mark.span.start - 4) : mark.span.start]
    return before[len(before.rstrip()) :].count("\n") > 1


def _before_effect(text: str, marks: Sequence[Mark]) -> Span:
    """All up to the closing part on the decision's effect."""
    return Span(0, next((mark.span.start for mark in marks if mark.name == "effect"), len(text)))


def _start(text: str, area: Span) -> int:
    lead_in = _LEAD_IN["items"].search(text, area.start, area.end)
    return lead_in.end() if lead_in else area.start
