"""Items of the letters of 2013: decisions told in sentences, their grounds after them or in a part of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.parts.outline import ItemOutline
from imr_desk.parser.parts.template import plain
from imr_desk.parser.words.printed import printed, to_next

STATEMENT = printed(
    r"(?P<lead>(?:MAXIMUS )?Federal Services,? Inc\.? has determined (?:that )?(?:the )?requests? for )?"
    r"(?P<request>\S(?:(?!\n\n).){1,600}?)(?P<ruling>\s(?:is|are|was|were)\s*(?P<not>not)?\s*medically\s*necessary"
    r"(?:\s*and\s*appropriate)?)\s*(?=[.\n\f]|$)"
)
_NUMBERED = re.compile(r"(?:^|(?<=[\n\f]))[ \t]*\(?\d{1,2}[.)](?:[ \t]+(?=\S)|(?=[^\d\s]))")
_REGARDING = printed(r"Regarding (?:the )?(?:request|issue)s?(?: for| of)? (?P<request>.{2,600}?):(?=\s*(?:[\n\f]|$))")
_GROUNDS = printed(
    r"(?P<claims>The Claims Administrator (?:based|did not|cited|relied|found))"
    r"|(?P<maximus>The (?:Physician|Expert|Professional|Medical) Reviewer (?:based|did not|cited|relied|found))"
    r"|(?P<rationale>(?:The (?:Physician|Expert|Professional) Reviewer's decision rationale"
    r"|Rationale for the Decision)\s*:)"
)
_LABEL_BELOW = printed(
    r"\s(?:Medical Treatment |Section of the Medical )[^:\n\f]{0,120}(?:\n[^:\n\f]{0,60})?:\s*$"
    r"|\sRationale for the Decision\s*:?\s*$"
)


def decided_items(text: str, area: Span) -> tuple[ItemOutline, ...]:
    """One item a request, however often its decision is told; its grounds are the last told for it."""
    statements: dict[str, Span] = {}
    grounds: dict[str, Span] = {}
    openings = list(_openings(text, area))
    ends = [*(number.start() for number, _ in openings[1:]), area.end]
    for (_, match), end in zip(openings, ends, strict=False):
        key = plain(match["request"])
        if match.re is STATEMENT:
            statements.setdefault(key, _told(match))
        grounds[key] = Span(match.end(), max(match.end(), end))
    return tuple(_item(text, heading, grounds[key]) for key, heading in statements.items())


def _openings(text: str, area: Span) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The number and the opening words of each decision, and of each explanation of one."""
    for number in _NUMBERED.finditer(text, area.start, area.end):
        regarding = _REGARDING.match(text, number.end(), area.end)
        if match := regarding or STATEMENT.match(text, number.end(), area.end):
            yield number, match


def single_item(text: str, areas: Mapping[str, Span]) -> tuple[ItemOutline, ...]:
    """The one issue of a professional review: its parts stand under headings of their own."""
    issue = areas.get("issue")
    if issue is None or not len(issue):
        return ()
    blocks = _grounds(text, areas["guideline"]) if "guideline" in areas else {}
    reviewer = blocks.get("maximus") or (areas.get("guideline") if not blocks else None)
    return (ItemOutline(issue, blocks.get("claims"), reviewer, areas.get("rationale")),)


def _told(statement: re.Match[str]) -> Span:
    return Span(statement.start("request"), statement.end("ruling"))


def _item(text: str, heading: Span, area: Span) -> ItemOutline:
    blocks = _grounds(text, area)
    return ItemOutline(heading, blocks.get("claims"), blocks.get("maximus"), blocks.get("rationale"))


def _grounds(text: str, area: Span) -> dict[str, Span]:
    """The sentences on what each side relied on, and the rationale after its label; the first of each counts."""
    found: dict[str, Span] = {}
    for match, after in to_next(list(_firsts(_GROUNDS.finditer(text, area.start, area.end))), area.end):
        name = str(match.lastgroup)
        block = Span(after.start if name == "rationale" else match.start(), after.end)
        label = _LABEL_BELOW.search(text, block.start, block.end) if name != "rationale" else None
        found[name] = trimmed(text, Span(block.start, label.start() if label else block.end))
    return {name: span for name, span in found.items() if len(span)}


def _firsts(matches: Iterable[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The first match of each kind; after the rationale's label all is rationale."""
    firsts: dict[str, re.Match[str]] = {}
    for match in matches:
        if "rationale" in firsts:
            break
        firsts.setdefault(str(match.lastgroup), match)
    return list(firsts.values())
